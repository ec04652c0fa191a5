package dev.hew.verify;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Keeps secrets out of what is printed, wherever they stand in it: a server may well repeat what it was sent. What is
 * too short to be told from a word is looked for as a whole word only, and what is shorter still not at all: a report
 * in which every {@code x} is hidden says nothing any more. Where a credential itself stands, it is hidden whatever its
 * length.
 */
public final class Mask {
  private static final String MASK = "***";

  /** Characters that a word has at least to be looked for. */
  private static final int SHORTEST = 4;

  /** From so many characters on, what holds more than letters cannot be part of a word. */
  private static final int NO_WORD = 6;

  /** From so many letters on, nothing is taken for part of a word. */
  private static final int LONG = 12;

  /** No letter and no digit before, except those that only escape a character: {@code \n}, {@code %20}. */
  private static final String START =
      "(?:(?<![\\p{L}\\p{N}])|(?<=\\\\[bfnrt])|(?<=\\\\u\\p{XDigit}{4})|(?<=%\\p{XDigit}{2}))";

  private static final String END = "(?![\\p{L}\\p{N}])";
  private static final Pattern LETTERS = Pattern.compile("\\p{L}*");

  private final List<String> forms;
  private final List<Pattern> patterns;

  /**
   * @param secrets as the user gave them
   */
  public Mask(List<String> secrets) {
    this.forms = secrets.stream()
        .flatMap(Mask::forms)
        .filter(form -> !form.isEmpty())
        .distinct()
        .sorted(Comparator.comparing(String::length).reversed())
        .toList();
    this.patterns = forms.stream()
        .filter(form -> form.length() >= SHORTEST)
        .map(Mask::pattern)
        .toList();
  }

  /** A secret as it may travel: plain, in a URL, in a text of JSON or XML, in basic authentication. */
  private static Stream<String> forms(String secret) {
    String escaped = URLEncoder.encode(secret, StandardCharsets.UTF_8);
    String json = secret.replace("\\", "\\\\").replace("\"", "\\\"");
    String xml = secret.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    return Stream.of(
        secret,
        escaped,
        escaped.replace("+", "%20"),
        json,
        json.replace("/", "\\/"),
        xml,
        xml.replace("\"", "&quot;").replace("'", "&#39;"),
        Base64.getEncoder().encodeToString(bytes),
        Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  private static Pattern pattern(String form) {
    boolean letters = LETTERS.matcher(form).matches();
    boolean anywhere = form.length() >= (letters ? LONG : NO_WORD);
    String quoted = Pattern.quote(form);
    return Pattern.compile(anywhere ? quoted : START + quoted + END);
  }

  /** The text with each secret in it replaced. */
  public String of(String text) {
    String masked = text;
    for (Pattern pattern : patterns) {
      masked = pattern.matcher(masked).replaceAll(Matcher.quoteReplacement(MASK));
    }
    return masked;
  }

  /** The whole value of a header, parameter or cookie, with the secret in it replaced however short it is. */
  String ofValue(String value) {
    for (String form : forms) {
      if (value.equals(form)) {
        return MASK;
      }
      if (value.endsWith(" " + form)) {
        return value.substring(0, value.length() - form.length()) + MASK;
      }
    }
    return of(value);
  }
}
