package dev.hew.tree;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Supplier;
import java.util.zip.CRC32;

/** What a file holds. */
public final class Content {
  private final Supplier<byte[]> source;
  private final boolean executable;

  /** Known once somebody has asked for them. */
  private volatile byte[] known;

  /** Known once somebody has asked for it. */
  private String digest;

  private Content(byte[] known, Supplier<byte[]> source, boolean executable) {
    this.known = known;
    this.source = source;
    this.executable = executable;
  }

  public static Content of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8), false);
  }

  public static Content of(byte[] bytes) {
    return of(bytes.clone(), false);
  }

  /**
   * What is read when somebody asks for it.
   *
   * @param source gives the same bytes whenever it is asked
   */
  public static Content lazy(Supplier<byte[]> source) {
    return new Content(null, source, false);
  }

  private static Content of(byte[] bytes, boolean executable) {
    return new Content(bytes, () -> bytes, executable);
  }

  private byte[] known() {
    byte[] bytes = known;
    if (bytes == null) {
      bytes = source.get();
      known = bytes;
    }
    return bytes;
  }

  public Content executable(boolean yes) {
    if (yes == executable) {
      return this;
    }
    Content same = new Content(known, source, yes);
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
    return known().clone();
  }

  /** The bytes read as UTF-8. */
  public String text() {
    return new String(known(), StandardCharsets.UTF_8);
  }

  /** Whether the bytes are UTF-8, so that {@link #text()} loses nothing. */
  public boolean isUtf8() {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(known()));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** The SHA-256 of the bytes in small hexadecimal digits. */
  public String sha256() {
    if (digest == null) {
      try {
        digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(known()));
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
        && Arrays.equals(known(), that.known());
  }

  @Override
  public int hashCode() {
    CRC32 sum = new CRC32(); // a JVM has it in machine code
    sum.update(known());
    return (int) sum.getValue();
  }

  @Override
  public String toString() {
    return known().length + " bytes" + (executable ? ", executable" : "");
  }
}
