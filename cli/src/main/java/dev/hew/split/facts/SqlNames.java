package dev.hew.split.facts;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells words of SQL that look like a statement's beginning, or like a table, and are neither. */
final class SqlNames {
  /** Functions whose arguments have a FROM between them: {@code extract(year from day)}. */
  private static final Set<String> WITH_FROM = Set.of("extract", "substring", "trim", "overlay");

  /** What an expression's brackets begin with. */
  private static final Set<String> STARTS =
      Set.of("select", "with", "values", "insert", "update", "delete", "(");

  /** Arguments of such a function are not longer. */
  private static final int MOST_ARGUMENTS = 40;

  private SqlNames() {}

  /**
   * Whether a word that may begin a statement or name a source does not: {@code replace(a, b, c)}, {@code on delete},
   * {@code for update}, {@code is distinct from}, {@code extract(year from day)}.
   */
  static boolean isNoStatement(List<SqlTokens.Token> tokens, int at) {
    String before = word(tokens, at - 1);
    return switch (word(tokens, at)) {
      case "insert", "replace", "truncate" -> word(tokens, at + 1).equals("(");
      case "update" -> before.equals("on") || before.equals("for") || before.equals("key");
      case "delete" -> before.equals("on");
      case "from" -> before.equals("distinct") || isArgument(tokens, at);
      default -> false;
    };
  }

  private static boolean isArgument(List<SqlTokens.Token> tokens, int at) {
    int depth = 0;
    for (int i = at - 1; i > 0 && i > at - MOST_ARGUMENTS; i--) {
      switch (word(tokens, i)) {
        case "select", "delete", ";" -> {
          if (depth == 0) {
            return false;
          }
        }
        case ")" -> depth++;
        case "(" -> {
          if (--depth < 0) {
            return WITH_FROM.contains(word(tokens, i - 1));
          }
        }
        default -> {}
      }
    }
    return false;
  }

  /**
   * The name, in lower case, that a WITH gives a query: of {@code with x (a, b) as (select ...)}.
   *
   * @param as where the AS stands
   * @return empty when that AS gives no query a name
   */
  static String expression(List<SqlTokens.Token> tokens, int as) {
    int open = body(tokens, as);
    if (!word(tokens, open).equals("(") || !STARTS.contains(word(tokens, open + 1))) {
      return "";
    }
    int name = as - 1;
    if (word(tokens, name).equals(")")) {
      while (name > 0 && !word(tokens, name).equals("(")) {
        name--;
      }
      name--;
    }
    return switch (word(tokens, name - 1)) {
      case "with", "recursive", "," -> word(tokens, name);
      default -> "";
    };
  }

  /** Where what an AS names begins. */
  static int body(List<SqlTokens.Token> tokens, int as) {
    int open = as + 1;
    while (word(tokens, open).equals("not") || word(tokens, open).equals("materialized")) {
      open++;
    }
    return open;
  }

  /** Whether a WITH names queries that may ask themselves: {@code with recursive x as (...)}. */
  static boolean isRecursive(List<SqlTokens.Token> tokens, int with) {
    return word(tokens, with + 1).equals("recursive");
  }

  /** Whether a WITH names queries: none of {@code with (nolock)} and {@code with time zone} does. */
  static boolean isWith(List<SqlTokens.Token> tokens, int at) {
    String next = word(tokens, at + (isRecursive(tokens, at) ? 3 : 2));
    return word(tokens, at).equals("with") && (next.equals("as") || next.equals("("));
  }

  /**
   * For each opening bracket the token from which on the name that a WITH gives to what is inside means it, and no table: the
   * closing bracket. Dialects without the word RECURSIVE let a query ask itself after a UNION ALL.
   */
  static int[] begins(List<SqlTokens.Token> tokens) {
    int[] begins = new int[tokens.size()];
    Arrays.fill(begins, tokens.size());
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < tokens.size(); i++) {
      switch (word(tokens, i)) {
        case "(" -> open.push(i);
        case ")" -> {
          if (!open.isEmpty()) {
            int start = open.pop();
            begins[start] = Math.min(begins[start], i);
          }
        }
        case "union" -> {
          if (!open.isEmpty() && word(tokens, i + 1).equals("all")) {
            begins[open.peek()] = Math.min(begins[open.peek()], i);
          }
        }
        default -> {}
      }
    }
    return begins;
  }

  private static String word(List<SqlTokens.Token> tokens, int at) {
    return at < 0 || at >= tokens.size() ? "" : tokens.get(at).text().toLowerCase(Locale.ROOT);
  }
}
