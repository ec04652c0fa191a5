package dev.hew.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A text that stands in a command line is one word of it, and says what it says: a real shell is asked. */
class ShellWordTest {
  private static final List<String> TEXTS = List.of(
      "read",
      "orders:write",
      "https://example.org/auth/calendar.read-only",
      "it's",
      "''",
      "a b",
      "$(touch pwned)",
      "`touch pwned`",
      "\\",
      "\"$HOME\"",
      "x; exit 3 #",
      "-n",
      "*",
      "~",
      "schlüssel");

  @Test
  void isOneWord() throws Exception {
    for (String text : TEXTS) {
      Process shell =
          new ProcessBuilder("sh", "-c", "printf '<%s>' " + Text.of(text).shell()).start();
      String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(0, shell.waitFor(), text);
      assertEquals("<" + text + ">", said);
    }
  }

  @Test
  void isPlainWhereItCanBe() {
    assertEquals("orders:write", Text.of("orders:write").shell());
    assertEquals("'it'\\''s'", Text.of("it's").shell());
  }

  @Test
  void whatNeedsMoreThanALineIsToldApart() {
    assertTrue(Text.of("a b").isLine());
    for (String text : List.of("a\nb", "a\u0000b", " a", "a  b", "\u202eab")) {
      assertFalse(Text.of(text).isLine(), text);
    }
  }
}
