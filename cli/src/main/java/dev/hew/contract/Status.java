package dev.hew.contract;

import java.util.Set;

/**
 * The key of a response: a code, a range such as {@code 4XX}, or {@code default}.
 *
 * @param text {@code 200}, {@code 2XX} (upper case) or {@code default}
 */
public record Status(String text) {
  private static final Set<Integer> BODILESS = Set.of(204, 205, 304);

  /** Whether answers with a code have no body, whatever is said of them (RFC 9110, 15.3.5, 15.3.6 and 15.4.5). */
  public static boolean isBodiless(int code) {
    return BODILESS.contains(code);
  }

  public boolean isDefault() {
    return text.equals("default");
  }

  public boolean isRange() {
    return text.endsWith("XX");
  }

  /** The first digit; 0 for {@code default}. */
  public int hundreds() {
    return isDefault() ? 0 : text.charAt(0) - '0';
  }

  /** Whether an answer with this code is documented here; {@code default} covers every code. */
  public boolean covers(int code) {
    return isDefault()
        || (isRange() ? code / 100 == hundreds() : text.equals(Integer.toString(code)));
  }

  /** A code that this key covers: itself, the lowest of its range, or the fallback for {@code default}. */
  public int code(int fallback) {
    return isDefault() ? fallback : isRange() ? hundreds() * 100 : Integer.parseInt(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
