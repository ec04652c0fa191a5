package dev.hew.change;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Another name for a method of a Java file's main type: where it is declared, and where the type calls it on itself. A
 * method of that name that something else has keeps its name, and so does what a comment or a literal says.
 */
record Rename(String from, String to) {
  private static final Set<String> BEFORE_CALL =
      Set.of("return", "throw", "else", "do", "yield", "assert", "when");
  private static final Set<String> TYPE_SIGNS = Set.of(",", ".", "?", "[", "]", "<", ">");

  private record Token(int start, String text) {}

  /** The text with the new name. */
  String in(String text) {
    List<Token> tokens = tokens(text);
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (int use : uses(tokens)) {
      int start = tokens.get(use).start();
      out.append(text, at, start).append(to);
      at = start + from.length();
    }
    return out.append(text.substring(at)).toString();
  }

  /** The tokens that name the method, in order. */
  private List<Integer> uses(List<Token> tokens) {
    Map<Integer, Set<Integer>> uses = new LinkedHashMap<>();
    Set<Integer> shadows = new HashSet<>();
    Deque<Integer> open = new ArrayDeque<>();
    int main = -1;
    int parentheses = 0;
    for (int i = 0; i < tokens.size(); i++) {
      switch (tokens.get(i).text()) {
        case "(" -> parentheses++;
        case ")" -> parentheses--;
        case "{" -> {
          // braces in an annotation open no type
          main = main < 0 && parentheses == 0 ? i : main;
          open.push(i);
        }
        case "}" -> open.poll();
        default -> {
          if (open.contains(main) && isUse(tokens, i)) {
            uses.put(i, Set.copyOf(open));
            if (open.peek() != main && isType(tokens, i - 1)) {
              shadows.add(open.peek());
            }
          }
        }
      }
    }
    return uses.entrySet().stream()
        .filter(use -> use.getValue().stream().noneMatch(shadows::contains))
        .map(Map.Entry::getKey)
        .toList();
  }

  private boolean isUse(List<Token> tokens, int at) {
    if (!tokens.get(at).text().equals(from) || !text(tokens, at + 1).equals("(")) {
      return false;
    }
    String before = text(tokens, at - 1);
    return before.equals(".")
        ? Set.of("this", "super").contains(text(tokens, at - 2))
        : !before.equals("new") && !before.equals("@");
  }

  /** Whether what ends here is the type of a method that is declared, and no part of an expression. */
  private static boolean isType(List<Token> tokens, int end) {
    String last = text(tokens, end);
    if (!last.equals(">")) {
      return last.equals("]") || isWord(last) && !BEFORE_CALL.contains(last);
    }
    int depth = 0;
    for (int i = end; i >= 0; i--) {
      String token = text(tokens, i);
      depth += token.equals(">") ? 1 : token.equals("<") ? -1 : 0;
      if (depth == 0) {
        return true;
      }
      if (!isWord(token) && !TYPE_SIGNS.contains(token)) {
        return false;
      }
    }
    return false;
  }

  private static boolean isWord(String token) {
    return !token.isEmpty() && Character.isJavaIdentifierStart(token.charAt(0));
  }

  private static String text(List<Token> tokens, int at) {
    return at >= 0 && at < tokens.size() ? tokens.get(at).text() : "";
  }

  /** Words and signs; comments and literals are none. */
  private static List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      int start = at;
      if (text.startsWith("//", at)) {
        at = after(text, "\n", at);
      } else if (text.startsWith("/*", at)) {
        at = after(text, "*/", at + 2);
      } else if (text.startsWith("\"\"\"", at)) {
        at = literal(text, "\"\"\"", at + 3);
      } else if (c == '"' || c == '\'') {
        at = literal(text, String.valueOf(c), at + 1);
      } else {
        at++;
        while (Character.isJavaIdentifierStart(c)
            && at < text.length()
            && Character.isJavaIdentifierPart(text.charAt(at))) {
          at++;
        }
        if (!Character.isWhitespace(c)) {
          tokens.add(new Token(start, text.substring(start, at)));
        }
      }
    }
    return tokens;
  }

  private static int after(String text, String end, int at) {
    int found = text.indexOf(end, at);
    return found < 0 ? text.length() : found + end.length();
  }

  private static int literal(String text, String end, int at) {
    int i = at;
    while (i < text.length() && !text.startsWith(end, i)) {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    return Math.min(text.length(), i + end.length());
  }
}
