package dev.hew.disk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The bytes that records become: numbers are short when they are small, and each text stands once, in front. */
final class RecordBytes {
  /** Records stand in records of their own kind no deeper than this. */
  private static final int DEEPEST = 500;

  /** More bytes are not made. */
  private static final int LARGEST = 1 << 29;

  private RecordBytes() {}

  /** Bytes that grow; what is too large to be kept is an {@link IOException}. */
  static final class Out {
    private byte[] bytes = new byte[512];
    private int size;
    private final Map<String, Integer> pool = new LinkedHashMap<>();

    void number(int number) throws IOException {
      int rest = (number << 1) ^ (number >> 31);
      while ((rest & ~0x7f) != 0) {
        raw(rest & 0x7f | 0x80);
        rest >>>= 7;
      }
      raw(rest);
    }

    void number(long number) throws IOException {
      for (int shift = 56; shift >= 0; shift -= 8) {
        raw((int) (number >>> shift));
      }
    }

    void text(String text) throws IOException {
      Integer known = pool.get(text);
      if (known == null) {
        known = pool.size();
        pool.put(text, known);
      }
      number(known);
    }

    void raw(byte[] more) throws IOException {
      number(more.length);
      append(more, more.length);
    }

    private void raw(int one) throws IOException {
      room(1);
      bytes[size++] = (byte) one;
    }

    private void room(int more) throws IOException {
      if (more > LARGEST - size) {
        throw new IOException("more than " + LARGEST + " bytes");
      }
      if (bytes.length - size < more) {
        bytes = Arrays.copyOf(bytes, size + Math.max(more, size));
      }
    }

    /** The texts, then everything else. */
    byte[] all() throws IOException {
      Out all = new Out();
      all.number(pool.size());
      for (String text : pool.keySet()) {
        all.spelled(text);
      }
      all.append(bytes, size);
      return Arrays.copyOf(all.bytes, all.size);
    }

    private void append(byte[] more, int length) throws IOException {
      room(length);
      System.arraycopy(more, 0, bytes, size, length);
      size += length;
    }

    /** A text letter by letter, one byte each where that is enough: any text, half a surrogate pair included. */
    private void spelled(String text) throws IOException {
      boolean wide = false;
      for (int i = 0; i < text.length(); i++) {
        wide |= text.charAt(i) > 0xff;
      }
      number(wide ? -text.length() : text.length());
      if (wide) {
        for (int i = 0; i < text.length(); i++) {
          raw(text.charAt(i) >> 8);
          raw(text.charAt(i));
        }
      } else {
        append(text.getBytes(StandardCharsets.ISO_8859_1), text.length());
      }
    }
  }

  /** The same the other way round; whatever does not fit is an {@link IOException}. */
  static final class In {
    private final byte[] bytes;
    private final int end;
    private int at;
    private final String[] pool;
    private int depth;

    In(byte[] bytes, int start, int end) throws IOException {
      this.bytes = bytes;
      this.at = start;
      this.end = end;
      this.pool = new String[count()];
      for (int i = 0; i < pool.length; i++) {
        pool[i] = spelled();
      }
    }

    int number() throws IOException {
      int rest = 0;
      for (int shift = 0; shift < 35; shift += 7) {
        int one = raw();
        rest |= (one & 0x7f) << shift;
        if ((one & 0x80) == 0) {
          return (rest >>> 1) ^ -(rest & 1);
        }
      }
      throw broken();
    }

    long longNumber() throws IOException {
      long number = 0;
      for (int i = 0; i < 8; i++) {
        number = number << 8 | raw() & 0xff;
      }
      return number;
    }

    /** How many things follow; each takes a byte at least. */
    int count() throws IOException {
      int count = number();
      if (count < 0 || count > end - at) {
        throw broken();
      }
      return count;
    }

    /** A number below this one. */
    int below(int limit) throws IOException {
      int number = number();
      if (number < 0 || number >= limit) {
        throw broken();
      }
      return number;
    }

    String text() throws IOException {
      return pool[below(pool.length)];
    }

    byte[] rawBytes() throws IOException {
      int length = count();
      at += length;
      return Arrays.copyOfRange(bytes, at - length, at);
    }

    private String spelled() throws IOException {
      int length = number();
      if (length >= 0) {
        if (length > end - at) {
          throw broken();
        }
        at += length;
        return new String(bytes, at - length, length, StandardCharsets.ISO_8859_1);
      }
      if (-length > (end - at) / 2 || length == Integer.MIN_VALUE) {
        throw broken();
      }
      char[] letters = new char[-length];
      for (int i = 0; i < letters.length; i++) {
        letters[i] = (char) (raw() << 8 | raw() & 0xff);
      }
      return new String(letters);
    }

    private byte raw() throws IOException {
      if (at >= end) {
        throw broken();
      }
      return bytes[at++];
    }

    void deeper() throws IOException {
      if (++depth > DEEPEST) {
        throw broken();
      }
    }

    void higher() {
      depth--;
    }

    void end() throws IOException {
      if (at < end) {
        throw broken();
      }
    }

    static IOException broken() {
      return new IOException("these bytes are no such record");
    }
  }
}
