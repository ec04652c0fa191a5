package dev.hew.merge;

import dev.hew.tree.Content;
import java.nio.charset.StandardCharsets;

/**
 * The line ends of a file. hew writes LF; where git or an editor has put CR LF in all lines of a file, that is no edit,
 * and stays as it is.
 */
public final class LineEnds {
  private LineEnds() {}

  /** Whether all lines of a text end in CR LF. */
  public static boolean crlf(Content content) {
    byte[] bytes = content.bytes();
    boolean any = false;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        return false;
      }
      if (bytes[i] == '\n') {
        if (i == 0 || bytes[i - 1] != '\r') {
          return false;
        }
        any = true;
      }
    }
    return any;
  }

  /** The same text with LF, if all of its lines end in CR LF; else as it is. */
  public static Content lf(Content content) {
    return crlf(content) ? replaced(content, "\r\n", "\n") : content;
  }

  /** A text with the line ends of another: CR LF if all of that one's lines end so. */
  public static Content like(Content model, Content content) {
    return crlf(model) && !crlf(content) && !binary(content)
        ? replaced(replaced(content, "\r\n", "\n"), "\n", "\r\n")
        : content;
  }

  /** Whether two files say the same, whatever their line ends. */
  public static boolean sameText(Content one, Content other) {
    return lf(one).equals(lf(other));
  }

  /** Whether a file is no text: it holds a zero byte. */
  public static boolean binary(Content content) {
    for (byte b : content.bytes()) {
      if (b == 0) {
        return true;
      }
    }
    return false;
  }

  /** Byte for byte, so that a text in another encoding survives. */
  private static Content replaced(Content content, String from, String to) {
    String text = new String(content.bytes(), StandardCharsets.ISO_8859_1).replace(from, to);
    return Content.of(text.getBytes(StandardCharsets.ISO_8859_1)).executable(content.executable());
  }
}
