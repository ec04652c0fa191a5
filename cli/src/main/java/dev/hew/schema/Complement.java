package dev.hew.schema;

import dk.brics.automaton.Automaton;
import dk.brics.automaton.BasicAutomata;
import dk.brics.automaton.BasicOperations;
import dk.brics.automaton.RegExp;
import java.util.Map;
import java.util.Optional;

/** Finds a text that a pattern does not match, by the automaton of the pattern where it can be translated. */
final class Complement {
  private static final Map<Character, String> CLASSES =
      Map.of('d', "0-9", 'w', "A-Za-z0-9_", 's', " \t\n\r\f");

  /** What means something to the automata but not in patterns. */
  private static final String FOREIGN = "~&@\"<>#";

  private static final int LARGEST = 2_000;

  /** An automaton grows with each piece, and squares on the way. */
  private static final int MOST_PIECES = 100;

  private Complement() {}

  /** The shortest one of plain characters with such a length; empty when the pattern is beyond translation. */
  static Optional<String> of(String pattern, int least, int most) {
    if (pattern.length() > LARGEST
        || least > LARGEST
        || Patterns.repeatsMoreThan(pattern, MOST_PIECES)) {
      return Optional.empty();
    }
    boolean starts = pattern.startsWith("^");
    boolean ends = pattern.endsWith("$") && !pattern.endsWith("\\$");
    String inner = pattern.substring(starts ? 1 : 0, pattern.length() - (ends ? 1 : 0));
    // an anchor beside a choice belongs to one side of it only
    if ((starts || ends) && inner.contains("|") && !inner.matches("\\((?:\\?:)?[^()]*\\)")) {
      return Optional.empty();
    }
    Optional<String> plain = translated(inner);
    try {
      return plain.flatMap(text -> {
        Automaton matching = new RegExp(text, RegExp.NONE).toAutomaton();
        Automaton any = BasicAutomata.makeAnyString();
        Automaton whole = starts ? matching : BasicOperations.concatenate(any, matching);
        whole = ends ? whole : BasicOperations.concatenate(whole, any);
        Automaton plainText = BasicOperations.repeat(
            BasicAutomata.makeCharRange('!', '~'),
            least,
            Math.max(least, Math.min(most, least + 64)));
        Automaton left = BasicOperations.minus(plainText, whole);
        return Optional.ofNullable(BasicOperations.getShortestExample(left, true));
      });
    } catch (IllegalArgumentException | StackOverflowError beyond) {
      return Optional.empty();
    }
  }

  /** The pattern in the syntax of the automata; empty when it holds what they do not know. */
  private static Optional<String> translated(String pattern) {
    StringBuilder out = new StringBuilder();
    boolean set = false;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\\') {
        if (++i == pattern.length()) {
          return Optional.empty();
        }
        char next = pattern.charAt(i);
        String known = CLASSES.get(next);
        if (known != null) {
          out.append(set ? known : "[" + known + "]");
        } else if (Character.isLetterOrDigit(next)) {
          return Optional.empty();
        } else {
          out.append('\\').append(next);
        }
      } else if (set) {
        set = c != ']';
        if (c == '[' || c == '&') {
          return Optional.empty();
        }
        out.append(FOREIGN.indexOf(c) >= 0 ? "\\" + c : "" + c);
      } else if (c == '[') {
        set = true;
        out.append(c);
      } else if (c == '(' && pattern.startsWith("(?", i)) {
        if (!pattern.startsWith("(?:", i)) {
          return Optional.empty();
        }
        out.append('(');
        i += 2;
      } else if (c == '^' || c == '$') {
        return Optional.empty();
      } else if (FOREIGN.indexOf(c) >= 0) {
        out.append('\\').append(c);
      } else if (c == '?' && i > 0 && "*+?}".indexOf(pattern.charAt(i - 1)) >= 0) {
        return Optional.empty();
      } else {
        out.append(c);
      }
    }
    return Optional.of(out.toString());
  }
}
