package dev.hew.compiler;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import dev.hew.code.Annotation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Annotations as values. */
final class Annotations {
  private final UnitReader unit;

  Annotations(UnitReader unit) {
    this.unit = unit;
  }

  List<Annotation> read(List<? extends AnnotationTree> trees) {
    return trees.stream().map(this::read).toList();
  }

  private Annotation read(AnnotationTree tree) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    List<Annotation> nested = new ArrayList<>();
    for (ExpressionTree argument : tree.getArguments()) {
      if (argument instanceof AssignmentTree assignment
          && assignment.getVariable() instanceof IdentifierTree name) {
        take(name.getName().toString(), assignment.getExpression(), values, nested);
      } else {
        take("value", argument, values, nested);
      }
    }
    String name = Types.text(tree.getAnnotationType());
    int dot = name.lastIndexOf('.');
    return new Annotation(
        name.substring(dot + 1),
        dot < 0 ? "" : name.substring(0, dot),
        unit.line(tree),
        values,
        nested);
  }

  private void take(
      String attribute,
      ExpressionTree value,
      Map<String, List<String>> values,
      List<Annotation> nested) {
    if (value instanceof AnnotationTree annotation) {
      nested.add(read(annotation));
    } else if (value instanceof NewArrayTree list && list.getInitializers() != null) {
      list.getInitializers().forEach(item -> take(attribute, item, values, nested));
    } else {
      values.computeIfAbsent(attribute, a -> new ArrayList<>()).add(named(value));
    }
  }

  /** A literal's value, texts joined as {@code +} joins them; a name as written; {@code " ? "} for anything else. */
  static String text(Tree expression) {
    if (expression instanceof LiteralTree literal) {
      return String.valueOf(literal.getValue());
    }
    if (expression instanceof ParenthesizedTree inner) {
      return text(inner.getExpression());
    }
    if (expression instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
      return sum(sum, false);
    }
    return expression instanceof IdentifierTree || expression instanceof MemberSelectTree
        ? Types.text(expression)
        : " ? ";
  }

  /** The same, but names in a sum are kept between the marks of {@link Annotation#NAME_STARTS}. */
  static String named(Tree expression) {
    return expression instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS
        ? sum(sum, true)
        : text(expression);
  }

  /** A literal's value, texts joined as {@code +} joins them, a name between marks, {@code " ? "} for anything else. */
  static String part(Tree expression) {
    return expression instanceof BinaryTree ? named(expression) : term(expression, true);
  }

  /** Sums lean to the left and may be thousands of terms long. */
  private static String sum(BinaryTree sum, boolean named) {
    List<String> parts = new ArrayList<>();
    Tree left = sum;
    while (left instanceof BinaryTree more && more.getKind() == Tree.Kind.PLUS) {
      parts.add(term(more.getRightOperand(), named));
      left = more.getLeftOperand();
    }
    parts.add(term(left, named));
    StringBuilder text = new StringBuilder();
    for (int i = parts.size() - 1; i >= 0; i--) {
      text.append(parts.get(i));
    }
    return text.toString();
  }

  private static String term(Tree term, boolean named) {
    if (named && (term instanceof IdentifierTree || term instanceof MemberSelectTree)) {
      return Annotation.NAME_STARTS + Types.text(term) + Annotation.NAME_ENDS;
    }
    return term instanceof LiteralTree || term instanceof ParenthesizedTree ? text(term) : " ? ";
  }
}
