package dev.hew.yaml;

import dev.hew.report.Position;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Set;
import java.util.regex.Pattern;

/** Gives unquoted text the type that YAML 1.2's core schema says it has; JSON's scalars are a part of it. */
final class CoreSchema {
  /** More digits than any real number has; reading them would take time that grows with the square. */
  private static final int MOST_DIGITS = 1_000;

  /** {@code 1e9999} can still be written out; {@code 1e999999999} would fill the memory. */
  private static final int LARGEST_EXPONENT = 9_999;

  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
  private static final Set<String> TRUES = Set.of("true", "True", "TRUE");
  private static final Set<String> FALSES = Set.of("false", "False", "FALSE");
  private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]++");
  private static final Pattern OCTAL = Pattern.compile("0o[0-7]++");
  private static final Pattern HEX = Pattern.compile("0x[0-9a-fA-F]++");
  private static final Pattern FLOAT =
      Pattern.compile("[-+]?(?:\\.[0-9]++|[0-9]++(?:\\.[0-9]*+)?)(?:[eE][-+]?[0-9]++)?");

  private CoreSchema() {}

  /** Infinity and not-a-number stay text, since JSON has no such values; so does a number too large to compute with. */
  static Node.Scalar plain(String text, Position position) {
    if (NULLS.contains(text)) {
      return new Node.Scalar(null, text, position);
    }
    if (TRUES.contains(text)) {
      return new Node.Scalar(true, text, position);
    }
    if (FALSES.contains(text)) {
      return new Node.Scalar(false, text, position);
    }
    Object number = isNumber(text) && !isHuge(text) ? number(text) : null;
    return new Node.Scalar(number == null ? text : number, text, position);
  }

  static boolean isNumber(String text) {
    if (text.isEmpty() || "+-.0123456789".indexOf(text.charAt(0)) < 0) {
      return false;
    }
    return FLOAT.matcher(text).matches()
        || HEX.matcher(text).matches()
        || OCTAL.matcher(text).matches();
  }

  /** Whether a number is beyond what anybody can compute with. */
  static boolean isHuge(String number) {
    int e = HEX.matcher(number).matches() ? -1 : Math.max(number.indexOf('e'), number.indexOf('E'));
    String digits = e < 0 ? number : number.substring(0, e);
    if (digits.length() > MOST_DIGITS) {
      return true;
    }
    if (e < 0) {
      return false;
    }
    String exponent = number.substring(e + 1).replaceFirst("^[-+]?0*", "");
    return exponent.length() > 4
        || (!exponent.isEmpty() && Integer.parseInt(exponent) > LARGEST_EXPONENT);
  }

  private static Object number(String text) {
    if (INTEGER.matcher(text).matches()) {
      return new BigInteger(text);
    }
    if (OCTAL.matcher(text).matches()) {
      return new BigInteger(text.substring(2), 8);
    }
    if (HEX.matcher(text).matches()) {
      return new BigInteger(text.substring(2), 16);
    }
    return new BigDecimal(text);
  }
}
