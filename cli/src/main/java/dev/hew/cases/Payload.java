package dev.hew.cases;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** What a body holds: text, or bytes that are no text. */
public final class Payload {
  private final byte[] bytes;
  private final boolean text;

  private Payload(byte[] bytes, boolean text) {
    this.bytes = bytes;
    this.text = text;
  }

  public static Payload of(String text) {
    return new Payload(text.getBytes(StandardCharsets.UTF_8), true);
  }

  public static Payload of(byte[] bytes) {
    return new Payload(bytes.clone(), false);
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  /** The text, in UTF-8 where it is sent; empty for bytes that are no text. */
  public Optional<String> text() {
    return text ? Optional.of(new String(bytes, StandardCharsets.UTF_8)) : Optional.empty();
  }

  public String base64() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Payload that && text == that.text && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return text().orElseGet(this::base64);
  }
}
