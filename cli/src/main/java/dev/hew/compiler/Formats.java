package dev.hew.compiler;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts put together by {@code String.format("... %s", a)} and {@code "... %s".formatted(a)}. */
final class Formats {
  private static final Pattern PLACE =
      Pattern.compile("%(?:(\\d{1,4})\\$)?[-#+ 0,(]*\\d*(?:\\.\\d+)?([a-zA-Z%])");

  private Formats() {}

  /** The text with what is literal put in, names between marks, {@code " ? "} for anything else; empty when a call formats no text. */
  static Optional<String> text(MethodInvocationTree call) {
    if (!(call.getMethodSelect() instanceof MemberSelectTree select)) {
      return Optional.empty();
    }
    List<? extends ExpressionTree> given = call.getArguments();
    Tree on = select.getExpression();
    if (select.getIdentifier().contentEquals("formatted")) {
      return literal(on).map(format -> filled(format, given));
    }
    boolean formats = select.getIdentifier().contentEquals("format")
        && on instanceof IdentifierTree type
        && type.getName().contentEquals("String")
        && !given.isEmpty();
    return formats
        ? literal(given.get(0)).map(format -> filled(format, given.subList(1, given.size())))
        : Optional.empty();
  }

  /** A literal, or a sum that begins with one. */
  private static Optional<String> literal(Tree tree) {
    String text = Annotations.part(tree);
    boolean isText = tree instanceof LiteralTree literal && literal.getValue() instanceof String
        || tree.getKind() == Tree.Kind.PLUS;
    return isText ? Optional.of(text) : Optional.empty();
  }

  private static String filled(String format, List<? extends ExpressionTree> given) {
    int[] next = {0};
    return PLACE.matcher(format).replaceAll(place -> {
      if (place.group(2).equals("%")) {
        return "%";
      }
      if (place.group(2).equals("n")) {
        return " ";
      }
      int at = place.group(1) == null ? next[0]++ : Integer.parseInt(place.group(1)) - 1;
      boolean known = at >= 0 && at < given.size();
      return Matcher.quoteReplacement(known ? Annotations.part(given.get(at)) : " ? ");
    });
  }
}
