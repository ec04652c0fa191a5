package dev.hew.compiler;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.TypeParameterTree;
import com.sun.source.tree.VariableTree;
import dev.hew.code.Handover;
import dev.hew.code.Reference;
import dev.hew.code.TypeDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.lang.model.element.Name;

/** Walks through what a type declares and notes every mention of something. */
final class BodyReader extends ChainReader {
  private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]*");

  private List<String> returned = new ArrayList<>();

  BodyReader(UnitReader unit) {
    super(unit);
  }

  List<Reference> references() {
    return notes.references();
  }

  List<Handover> handovers() {
    return notes.handovers();
  }

  List<TypeDeclaration.Text> texts() {
    return notes.texts();
  }

  /** Notes a type that stands outside of any method. */
  void type(Tree type, Reference.Kind kind) {
    notes.type(type, kind);
  }

  void initializer(VariableTree field) {
    valueOf(field.getName(), field.getInitializer());
  }

  void bounds(TypeParameterTree parameter) {
    parameter.getBounds().forEach(bound -> notes.type(bound, Reference.Kind.BOUND));
  }

  /**
   * Walks through a method.
   *
   * @return the texts and names that it returns
   */
  List<String> method(MethodTree method) {
    String before = notes.member();
    notes.inside(method.getName() + "/" + method.getParameters().size());
    returned = new ArrayList<>();
    scope.open();
    buffers.open();
    annotations(method.getModifiers());
    method.getTypeParameters().forEach(this::bounds);
    notes.type(method.getReturnType(), Reference.Kind.RETURN);
    int number = 0;
    for (VariableTree parameter : method.getParameters()) {
      annotations(parameter.getModifiers());
      notes.type(parameter.getType(), Reference.Kind.PARAMETER);
      scope.declare(
          parameter.getName().toString(),
          Types.text(parameter.getType()),
          new Scope.Parameter(notes.member(), number++));
    }
    method.getThrows().forEach(thrown -> notes.type(thrown, Reference.Kind.THROWS));
    scan(method.getBody(), null);
    scan(method.getDefaultValue(), null);
    buffers.close();
    scope.close();
    notes.inside(before);
    return returned;
  }

  @Override
  public Void visitAnnotation(AnnotationTree annotation, Void p) {
    notes.type(annotation.getAnnotationType(), Reference.Kind.ANNOTATION);
    String before = notes.call();
    notes.argumentOf("@" + Types.text(annotation.getAnnotationType()).replaceFirst("^.*\\.", ""));
    for (ExpressionTree argument : annotation.getArguments()) {
      scan(argument instanceof AssignmentTree named ? named.getExpression() : argument, null);
    }
    notes.argumentOf(before);
    return null;
  }

  @Override
  public Void visitAssignment(AssignmentTree assignment, Void p) {
    if (assignment.getVariable() instanceof IdentifierTree name) {
      scan(name, null);
      valueOf(name.getName(), assignment.getExpression());
      return null;
    }
    return super.visitAssignment(assignment, p);
  }

  @Override
  void valueOf(Name name, Tree value) {
    buffers.given(name.toString(), value);
    super.valueOf(name, value);
  }

  @Override
  public Void visitCompoundAssignment(CompoundAssignmentTree assignment, Void p) {
    if (assignment.getKind() == Tree.Kind.PLUS_ASSIGNMENT
        && assignment.getVariable() instanceof IdentifierTree name) {
      buffers.added(name.getName().toString(), assignment.getExpression());
    }
    return super.visitCompoundAssignment(assignment, p);
  }

  @Override
  public Void visitReturn(ReturnTree answer, Void p) {
    if (answer.getExpression() instanceof LiteralTree literal
        && literal.getValue() instanceof String text) {
      returned.add(text);
    } else if (answer.getExpression() instanceof IdentifierTree name
        && CONSTANT.matcher(name.getName()).matches()) {
      returned.add(name.getName().toString());
    }
    return super.visitReturn(answer, p);
  }

  @Override
  public Void visitClass(ClassTree type, Void p) {
    scope.open();
    String around = notes.member();
    annotations(type.getModifiers());
    notes.type(type.getExtendsClause(), Reference.Kind.EXTENDS);
    type.getImplementsClause().forEach(t -> notes.type(t, Reference.Kind.IMPLEMENTS));
    for (Tree inside : type.getMembers()) {
      if (inside instanceof VariableTree field && field.getType() != null) {
        scope.declare(field.getName().toString(), Types.text(field.getType()));
      }
    }
    for (Tree inside : type.getMembers()) {
      if (inside instanceof MethodTree method) {
        List<String> outer = returned;
        method(method);
        returned = outer;
        notes.inside(around);
      } else {
        scan(inside, null);
      }
    }
    scope.close();
    return null;
  }

  @Override
  public Void visitNewArray(NewArrayTree array, Void p) {
    notes.type(array.getType(), Reference.Kind.NEW);
    scan(array.getDimensions(), null);
    return scan(array.getInitializers(), null);
  }

  @Override
  public Void visitTypeCast(TypeCastTree cast, Void p) {
    notes.type(cast.getType(), Reference.Kind.CAST);
    return scan(cast.getExpression(), null);
  }

  @Override
  public Void visitInstanceOf(InstanceOfTree test, Void p) {
    scan(test.getExpression(), null);
    if (test.getPattern() != null) {
      return scan(test.getPattern(), null);
    }
    notes.type(test.getType(), Reference.Kind.CAST);
    return null;
  }

  @Override
  public Void visitIdentifier(IdentifierTree name, Void p) {
    if (scope.find(name.getName().toString()).isEmpty()) {
      notes.note(Reference.Kind.USE, chains.of(name), name);
    }
    return null;
  }

  @Override
  public Void visitLiteral(LiteralTree literal, Void p) {
    if (literal.getValue() instanceof String text) {
      notes.text(text, literal);
    }
    return null;
  }

  @Override
  public Void visitBinary(BinaryTree binary, Void p) {
    if (binary.getKind() == Tree.Kind.PLUS) {
      Tree left = binary;
      List<Tree> terms = new ArrayList<>();
      while (left instanceof BinaryTree more && more.getKind() == Tree.Kind.PLUS) {
        terms.add(more.getRightOperand());
        left = more.getLeftOperand();
      }
      terms.add(left);
      notes.text(Annotations.named(binary), binary);
      terms.stream().filter(t -> !(t instanceof LiteralTree)).forEach(t -> scan(t, null));
      return null;
    }
    return super.visitBinary(binary, p);
  }
}
