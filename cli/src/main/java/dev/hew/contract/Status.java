package dev.hew.contract;

/**
 * The key of a response: a code, a range such as {@code 4XX}, or {@code default}.
 *
 * @param text {@code 200}, {@code 2XX} (upper case) or {@code default}
 */
public record Status(String text) {

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
