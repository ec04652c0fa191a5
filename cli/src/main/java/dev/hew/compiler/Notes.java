package dev.hew.compiler;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IntersectionTypeTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.tree.WildcardTree;
import com.sun.source.util.TreeScanner;
import dev.hew.code.Annotation;
import dev.hew.code.Handover;
import dev.hew.code.Reference;
import dev.hew.code.TypeDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is noted on the walk through a type, with where the walk is: the method, the call, the loops around. */
final class Notes {
  private static final Pattern QUERY = Pattern.compile(
      "(?is)\\s*(select|insert|update|delete|merge|replace|from|with|call|truncate|\\{\\s*call)\\b.*");
  private static final Pattern CALLS_WITH_NAMES =
      Pattern.compile("(?i).*(query|select|insert|update|delete|view|forward|include|statement"
          + "|procedure|event|topic|publish|send).*");
  private static final int LONGEST_TEXT = 8000;

  private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]*");

  private final UnitReader unit;
  private final TreeScanner<Void, Void> annotations;
  private final References references = new References();
  private final List<TypeDeclaration.Text> texts = new ArrayList<>();
  private final List<Handover> handovers = new ArrayList<>();
  private String member = "";
  private String call = "";
  private int loops;

  /**
   * @param annotations walks through the annotations of types
   */
  Notes(UnitReader unit, TreeScanner<Void, Void> annotations) {
    this.unit = unit;
    this.annotations = annotations;
  }

  List<Reference> references() {
    return references.all();
  }

  List<Handover> handovers() {
    return handovers;
  }

  List<TypeDeclaration.Text> texts() {
    return texts;
  }

  String member() {
    return member;
  }

  /** The walk is inside this method from now on. */
  void inside(String method) {
    member = method;
  }

  String call() {
    return call;
  }

  /**
   * The walk is inside the arguments of this call from now on.
   *
   * @param name with {@code @} in front that of an annotation, with {@code =} that of a variable that is given a value
   */
  void argumentOf(String name) {
    call = name;
  }

  void loop() {
    loops++;
  }

  void endLoop() {
    loops--;
  }

  /** Notes a type and its arguments. */
  void type(Tree type, Reference.Kind kind) {
    if (type instanceof IdentifierTree || type instanceof MemberSelectTree) {
      note(kind, Types.text(type), type);
    } else if (type instanceof ParameterizedTypeTree generic) {
      type(generic.getType(), kind);
      generic.getTypeArguments().forEach(argument -> type(argument, kind));
    } else if (type instanceof ArrayTypeTree array) {
      type(array.getType(), kind);
    } else if (type instanceof AnnotatedTypeTree annotated) {
      annotations.scan(annotated.getAnnotations(), null);
      type(annotated.getUnderlyingType(), kind);
    } else if (type instanceof WildcardTree wildcard) {
      type(wildcard.getBound(), kind);
    } else if (type instanceof UnionTypeTree union) {
      union.getTypeAlternatives().forEach(alternative -> type(alternative, kind));
    } else if (type instanceof IntersectionTypeTree intersection) {
      intersection.getBounds().forEach(bound -> type(bound, kind));
    }
  }

  /** Notes a mention. */
  void note(Reference.Kind kind, String chain, Tree at) {
    note(kind, chain, unit.line(at));
  }

  private void note(Reference.Kind kind, String chain, int line) {
    references.add(kind, chain, member, loops > 0, line);
  }

  /** Notes a chain of calls and fields, each part where its name stands. */
  void chain(String chain, ExpressionTree last) {
    int line = unit.line(last);
    if (line == unit.lastLine(last)) {
      note(Reference.Kind.USE, chain, line);
    } else {
      parts(chain, Chains.links(last), line);
    }
  }

  /**
   * Notes a chain that stands on several lines.
   *
   * @param links the expressions of its last steps, in their order
   * @param first the line that it begins on
   */
  private void parts(String chain, List<ExpressionTree> links, int first) {
    int end = chain.length();
    int step = end;
    int line = links.isEmpty() ? first : nameLine(links.get(links.size() - 1));
    for (int i = links.size() - 1; i > 0; i--) {
      step = chain.lastIndexOf(Reference.STEP, step - 1);
      int before = nameLine(links.get(i - 1));
      if (step > 0 && before != line && chain.lastIndexOf(Reference.STEP, step - 1) > 0) {
        note(
            Reference.Kind.USE,
            Reference.taken(chain.substring(0, step)) + chain.substring(step, end),
            line);
        end = step;
        line = before;
      }
    }
    note(Reference.Kind.USE, chain.substring(0, end), line);
  }

  /** The line of what a call or field is named by. */
  int nameLine(ExpressionTree link) {
    ExpressionTree named =
        link instanceof MethodInvocationTree call ? call.getMethodSelect() : link;
    return named instanceof MemberSelectTree ? unit.lastLine(named) : unit.line(named);
  }

  /** Notes a call when what it is called on or given may tell what is stored or fetched. */
  void handover(String receiver, String name, List<Handover.Given> given, MethodInvocationTree at) {
    Handover handover = new Handover(receiver, name, given, member, nameLine(at));
    if (Handovers.tells(handover)) {
      handovers.add(handover);
    }
  }

  /** Notes a text when it may name something beyond Java; names in it stand as in {@link Annotation#NAME_STARTS}. */
  void text(String text, Tree at) {
    text(text, call, at, false);
  }

  /** Notes a query that several statements put together for a variable. */
  void joined(String text, String variable, Tree at) {
    text(text, "=" + variable, at, true);
  }

  private void text(String text, String of, Tree at, boolean joined) {
    boolean naming = !of.startsWith("@")
        && !of.startsWith("=")
        && CALLS_WITH_NAMES.matcher(of).matches();
    String named = text.indexOf(Annotation.NAME_STARTS) < 0 ? text : constants(text);
    String plain = Annotation.plain(named);
    boolean kept = plain.length() <= LONGEST_TEXT
        && plain.length() > 1
        && (QUERY.matcher(plain).matches() || naming);
    if (kept) {
      texts.add(new TypeDeclaration.Text(
          plain, member, of, unit.line(at), named.equals(plain) ? "" : named, joined));
    }
  }

  /** The text with names that may be constants; any other is a question mark. */
  private static String constants(String text) {
    return Annotation.NAME_IN_SUM
        .matcher(text)
        .replaceAll(
            name -> isConstant(name.group(1)) ? Matcher.quoteReplacement(name.group()) : " ? ");
  }

  /** Whether a name is written as a constant's is. */
  private static boolean isConstant(String name) {
    return CONSTANT.matcher(name.substring(name.lastIndexOf('.') + 1)).matches();
  }
}
