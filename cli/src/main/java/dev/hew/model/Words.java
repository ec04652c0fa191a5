package dev.hew.model;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A name taken apart into words, so that it can be put together again in any casing. Letters and digits of every
 * script are kept; everything else separates words, as does a change from lower to upper case ({@code petID} is
 * {@code pet id}, {@code HTTPServer} is {@code http server}).
 *
 * @param words lower case, possibly none
 */
public record Words(List<String> words) {

  public Words {
    words = List.copyOf(words);
  }

  public static Words of(String name) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    int[] points = points(name);
    for (int i = 0; i < points.length; i++) {
      int c = points[i];
      if (!isWordPart(c)) {
        if (c != '\'' && c != '\u2019') {
          flush(word, words);
        }
        continue;
      }
      boolean upper = Character.isUpperCase(c);
      boolean afterLower = i > 0 && !Character.isUpperCase(points[i - 1]);
      boolean beforeLower = i + 1 < points.length && Character.isLowerCase(points[i + 1]);
      boolean pluralOfInitials =
          i + 2 == points.length && beforeLower && points[i + 1] == 's' && !afterLower;
      if (upper && (afterLower || (beforeLower && !pluralOfInitials))) {
        flush(word, words);
      }
      word.appendCodePoint(c);
    }
    flush(word, words);
    return new Words(words);
  }

  private static int[] points(String name) {
    int[] points = new int[name.length()];
    for (int i = 0; i < points.length; i++) {
      points[i] = name.charAt(i);
      if (points[i] > 0x7f) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).codePoints().toArray();
      }
    }
    return points; // ASCII is its own normal form
  }

  /** Letters and digits that every target accepts in an identifier; combining marks too, once a word has begun. */
  private static boolean isWordPart(int c) {
    // Beyond the basic plane, what is a letter depends on the Java version.
    return c <= 0xffff
        && Character.isLetterOrDigit(c)
        && Character.isJavaIdentifierPart(c)
        && !Character.isIdentifierIgnorable(c);
  }

  private static void flush(StringBuilder word, List<String> words) {
    if (!word.isEmpty()) {
      words.add(word.toString().toLowerCase(Locale.ROOT));
      word.setLength(0);
    }
  }

  public boolean isEmpty() {
    return words.isEmpty();
  }

  /** These words and then the others, without saying the same twice at the seam. */
  public Words plus(Words more) {
    List<String> all = new ArrayList<>(words);
    boolean repeats = !words.isEmpty()
        && !more.words.isEmpty()
        && words.get(words.size() - 1).equals(more.words.get(0));
    all.addAll(repeats ? more.words.subList(1, more.words.size()) : more.words);
    return new Words(all);
  }

  public String pascal() {
    return words.stream().map(Words::capitalised).collect(Collectors.joining());
  }

  public String camel() {
    String pascal = pascal();
    return words.isEmpty() ? "" : words.get(0) + pascal.substring(words.get(0).length());
  }

  public String snake() {
    return String.join("_", words);
  }

  public String kebab() {
    return String.join("-", words);
  }

  public String constant() {
    return snake().toUpperCase(Locale.ROOT);
  }

  /** All words run together in lower case. */
  public String flat() {
    return String.join("", words);
  }

  private static String capitalised(String word) {
    int first = word.codePointAt(0);
    String head = new String(Character.toChars(Character.toUpperCase(first)));
    return head + word.substring(Character.charCount(first));
  }
}
