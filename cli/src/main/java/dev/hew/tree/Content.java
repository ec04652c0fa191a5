package dev.hew.tree;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** What a file holds. */
public final class Content {
  private final byte[] bytes;
  private final boolean executable;

  /** Known once somebody has asked for it. */
  private String digest;

  private Content(byte[] bytes, boolean executable) {
    this.bytes = bytes;
    this.executable = executable;
  }

  public static Content of(String text) {
    return new Content(text.getBytes(StandardCharsets.UTF_8), false);
  }

  public static Content of(byte[] bytes) {
    return new Content(bytes.clone(), false);
  }

  public Content executable(boolean yes) {
    if (yes == executable) {
      return this;
    }
    Content same = new Content(bytes, yes);
    same.digest = digest;
    return same;
  }

  /** Another text in a file that is as executable as this one. */
  public Content withText(String text) {
    return Content.of(text).executable(executable);
  }

  public boolean executable() {
    return executable;
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  /** The bytes read as UTF-8. */
  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Whether the bytes are UTF-8, so that {@link #text()} loses nothing. */
  public boolean isUtf8() {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** The SHA-256 of the bytes in small hexadecimal digits. */
  public String sha256() {
    if (digest == null) {
      try {
        digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java platform has SHA-256", e);
      }
    }
    return digest;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Content that
        && executable == that.executable
        && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return bytes.length + " bytes" + (executable ? ", executable" : "");
  }
}
