package dev.hew.merge;

import java.util.Iterator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words and signs of a text in which blanks between them say nothing. */
final class Tokens {
  private static final Pattern TOKEN = Pattern.compile(
      "\"\"\"(?:[^\\\\]|\\\\.)*?\"\"\"|\"(?:[^\"\\\\\n]|\\\\.)*\"|'(?:[^'\\\\\n]|\\\\.)*'|\\w+|\\S",
      Pattern.DOTALL);

  private Tokens() {}

  /** Whether two texts differ in blanks at most; those inside quotes count. */
  static boolean same(String one, String other) {
    Iterator<MatchResult> left = matcher(one);
    Iterator<MatchResult> right = matcher(other);
    while (left.hasNext() && right.hasNext()) {
      if (!left.next().group().equals(right.next().group())) {
        return false;
      }
    }
    return left.hasNext() == right.hasNext();
  }

  /** A text with one blank between its words and signs, whatever stood there. */
  static String spaced(String text) {
    return TOKEN.matcher(text).results().map(MatchResult::group).collect(Collectors.joining(" "));
  }

  private static Iterator<MatchResult> matcher(String text) {
    Matcher matcher = TOKEN.matcher(text);
    return matcher.results().iterator();
  }
}
