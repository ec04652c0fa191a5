package dev.hew.compiler;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds places in Java text that the compiler's trees do not tell. */
final class JavaText {
  private static final Pattern TOKEN = Pattern.compile(
      "\"\"\"(?:[^\\\\]|\\\\.)*?\"\"\"|\"(?:[^\"\\\\\n]|\\\\.)*\"|'(?:[^'\\\\\n]|\\\\.)*'"
          + "|//[^\n]*|/\\*.*?\\*/|[(){]",
      Pattern.DOTALL);

  private JavaText() {}

  /** Behind the brace that opens the body of the type whose head starts at an offset. */
  static int openingBrace(String text, int from) {
    Matcher token = TOKEN.matcher(text);
    int depth = 0;
    for (int at = from; token.find(at); at = token.end()) {
      switch (token.group()) {
        case "(" -> depth++;
        case ")" -> depth--;
        case "{" -> {
          if (depth == 0) {
            return token.end();
          }
        }
        default -> {}
      }
    }
    return text.length();
  }
}
