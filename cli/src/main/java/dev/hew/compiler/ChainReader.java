package dev.hew.compiler;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import dev.hew.code.Handover;
import dev.hew.code.Reference;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Walks through chains of calls and notes what they mention, and what is handed over in them. */
abstract class ChainReader extends ScopeReader {
  private static final Pattern TYPE_NAME =
      Pattern.compile("(?:[a-z]\\w*\\.){0,20}[A-Z]\\w*[a-z]\\w*");

  final Buffers buffers = new Buffers(notes);

  ChainReader(UnitReader unit) {
    super(unit);
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree invocation, Void p) {
    notes.chain(chains.of(invocation), invocation);
    buffers.chain(invocation);
    inside(invocation);
    return null;
  }

  @Override
  public Void visitMemberSelect(MemberSelectTree select, Void p) {
    if (select.getIdentifier().contentEquals("class")) {
      notes.type(select.getExpression(), Reference.Kind.LITERAL);
    } else {
      notes.chain(chains.of(select), select);
      inside(select);
    }
    return null;
  }

  @Override
  public Void visitMemberReference(MemberReferenceTree reference, Void p) {
    reference(reference, false);
    return null;
  }

  /**
   * Notes what a method reference calls, where it is given away; what it is called on is known by then.
   *
   * @param repeats whether it is called once for each item of something
   */
  private void reference(MemberReferenceTree reference, boolean repeats) {
    ExpressionTree target = reference.getQualifierExpression();
    if (reference.getName().contentEquals("<init>")) {
      notes.type(target, Reference.Kind.NEW);
      return;
    }
    String chain = Reference.taken(chains.of(target)) + Reference.STEP + reference.getName() + "/?";
    if (repeats) {
      looped(() -> notes.note(Reference.Kind.USE, chain, reference));
    } else {
      notes.note(Reference.Kind.USE, chain, reference);
    }
    scan(target, null);
  }

  @Override
  public Void visitNewClass(NewClassTree made, Void p) {
    scan(made.getEnclosingExpression(), null);
    made(made);
    buffers.made(made);
    arguments(made.getArguments(), Types.text(made.getIdentifier()), "?");
    return scan(made.getClassBody(), null);
  }

  private void made(NewClassTree made) {
    Tree type = made.getIdentifier();
    if (type instanceof ParameterizedTypeTree generic) {
      generic.getTypeArguments().forEach(argument -> notes.type(argument, Reference.Kind.NEW));
      type = generic.getType();
    }
    notes.note(
        Reference.Kind.NEW, Types.text(type) + "#<init>/" + made.getArguments().size(), made);
  }

  @Override
  public Void visitLambdaExpression(LambdaExpressionTree lambda, Void p) {
    lambda(lambda, "?");
    return null;
  }

  /** What stands inside a chain: arguments, and a root that is no plain name. */
  private void inside(ExpressionTree link) {
    if (link instanceof MethodInvocationTree invocation) {
      invocation.getTypeArguments().forEach(t -> notes.type(t, Reference.Kind.USE));
      ExpressionTree target = invocation.getMethodSelect();
      String name = target instanceof MemberSelectTree select
          ? select.getIdentifier().toString()
          : target instanceof IdentifierTree plain ? plain.getName().toString() : "";
      String receiver =
          target instanceof MemberSelectTree select ? chains.of(select.getExpression()) : "?";
      String on = target instanceof MemberSelectTree ? receiver : "this";
      if (Handovers.may(on, name)) {
        List<Handover.Given> given =
            invocation.getArguments().stream().map(this::given).toList();
        notes.handover(on, name, given, invocation);
      }
      Optional<String> formatted = Formats.text(invocation);
      formatted.ifPresent(text -> notes.text(text, invocation));
      boolean inArguments = formatted.isPresent() && name.equals("format");
      if (target instanceof MemberSelectTree select && (formatted.isEmpty() || inArguments)) {
        link(select.getExpression());
      }
      List<? extends ExpressionTree> all = invocation.getArguments();
      arguments(inArguments ? all.subList(1, all.size()) : all, name, receiver);
    } else if (link instanceof MemberSelectTree select) {
      link(select.getExpression());
    }
  }

  /** An argument, a class's name as the class; a parameter of the method around an anonymous class is none of the method inside. */
  private Handover.Given given(ExpressionTree argument) {
    if (argument instanceof LiteralTree literal
        && literal.getValue() instanceof String text
        && TYPE_NAME.matcher(text).matches()) {
      return new Handover.Given("Class<" + text + ">", -1);
    }
    Scope.Parameter origin = origin(argument);
    return new Handover.Given(
        chains.of(argument), origin.method().equals(notes.member()) ? origin.number() : -1);
  }

  private void link(ExpressionTree expression) {
    if (expression instanceof MethodInvocationTree || expression instanceof MemberSelectTree) {
      inside(expression);
    } else if (!(expression instanceof IdentifierTree)) {
      scan(expression, null);
    }
  }

  private void arguments(List<? extends ExpressionTree> arguments, String name, String receiver) {
    String before = notes.call();
    notes.argumentOf(name);
    for (ExpressionTree argument : arguments) {
      if (argument instanceof LambdaExpressionTree lambda) {
        lambda(lambda, receiver);
      } else if (argument instanceof MemberReferenceTree reference) {
        reference(reference, repeats(receiver, name));
      } else {
        scan(argument, null);
      }
    }
    notes.argumentOf(before);
  }
}
