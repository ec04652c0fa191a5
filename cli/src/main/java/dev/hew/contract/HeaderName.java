package dev.hew.contract;

import dev.hew.yaml.Node;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The names of headers and cookies, which are tokens of HTTP (RFC 9110, section 5.6.2; RFC 6265, section 4.1.1). Any
 * other name can be neither sent nor received, and one with a line break in it would smuggle further headers.
 */
final class HeaderName {
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
  private static final Optional<String> HINT = Optional.of(
      "such a name has letters, digits, `-`, `_` and `.`, but no blanks, quotes or line ends");

  private HeaderName() {}

  /**
   * Whether something is sent or received under a name that HTTP cannot carry.
   *
   * @param in a place of OpenAPI: {@code header}, {@code cookie} or another, where any name will do
   */
  static boolean isWrong(String in, String name) {
    return (in.equals("header") || in.equals("cookie")) && !TOKEN.matcher(name).matches();
  }

  /** Reports a parameter with such a name, at the name. */
  static void report(Problems problems, Node at, String in, String name, String what) {
    problems.warn("header-name", at, words(in, name, what), HINT);
  }

  /** Reports a header that stands under such a name. */
  static void reportAtKey(Problems problems, Spot header, String what) {
    problems.warnAtKey("header-name", header, words("header", header.name(), what), HINT);
  }

  private static String words(String in, String name, String what) {
    return "no " + in + " of HTTP can be named `" + name + "`; " + what;
  }
}
