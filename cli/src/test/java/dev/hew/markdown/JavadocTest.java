package dev.hew.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class JavadocTest {
  private static final Pattern TAG =
      Pattern.compile("</?(?:a\\shref=\"[^\"\\s]*\"|a|strong|em|b|p|ul|ol|li|pre|code|br)>");

  private static void assertLines(String expected, String text) {
    assertEquals(expected.strip(), String.join("\n", Javadoc.lines(text, 60)));
  }

  @Test
  void paragraphsListsAndCode() {
    assertLines("""
        Extends a session with <strong>care</strong>: the new
        duration is <em>capped</em>, see {@code qosStatus}.

        <p><b>Notes</b>

        <ul>
          <li>{@code AVAILABLE} after the network says that it has
            created it, or
          <li>what
            <ol>
              <li>is nested
            </ol>
        </ul>

        <p>Then:

        <pre>
        {&quot;a&quot;:
            [1]}
        </pre>
        """.replace("&quot;", "\""), """
        Extends a session with **care**: the new duration is
        _capped_, see `qosStatus`.
        # Notes
        - `AVAILABLE` after the network says that it has created it, or
        - what
          1. is nested

        Then:
        ```json
        {"a":
        \t[1]}
        ```
        """);
  }

  @Test
  void linksAndWhatIsNoMarkup() {
    assertLines(
        "See <a href=\"https://a.example/x?b=1&amp;c=2\">the docs</a>\n"
            + "of <code>{a}</code>, &lt;id&gt; and &#64;b.<br> snake_case_x\n2 * 3 * 4",
        "See [the docs](https://a.example/x?b=1&c=2) of `{a}`, <id> and @b.<br/>snake_case_x 2 * 3 * 4");
    assertLines("run go", "[run](javascript:alert(1)) [go](</a\"b>)");
    assertLines(
        "a *&#47; b &#92;u002a/ {&#64;link x} &lt;script&gt;",
        "a */ b \\u002a/ {@link x} <script>");
    assertLines("<code>*&#47;</code> <code>&#92;u002a/</code>", "`*/` `\\u002a/`");
  }

  @Test
  void rowsOfTablesStayRows() {
    assertLines("""
        All:

        <pre>
        | a | b |
        | --- | --- |
        | 1 | x |
        </pre>
        """, "All:\n\n| a | b |\n| --- | --- |\n| 1 | `x` |");
  }

  @Test
  void noLineIsLongerThanAsked() {
    String address = "https://a.example/" + "x".repeat(100) + "&&&&";
    for (String text : List.of(
        "[text](" + address + ")",
        address,
        "\uD83D\uDE00".repeat(200),
        "&".repeat(200),
        "`" + "c".repeat(200) + "`",
        "    " + "code ".repeat(60),
        "- ".repeat(20) + "word ".repeat(40),
        "[" + "t".repeat(90) + "](https://a.example/" + "y".repeat(20) + ")",
        "**" + "b".repeat(57) + "**",
        "<a href=\"" + address + "\">")) {
      String all = String.join("\n", Javadoc.lines(text, 60));
      assertFalse(TAG.matcher(all).replaceAll("").matches("(?s).*[<>].*"), all);
      for (String line : all.split("\n")) {
        assertTrue(line.length() <= 60, line);
        assertFalse(Character.isHighSurrogate(line.charAt(line.length() - 1)), line);
      }
    }
    assertEquals(List.of("text"), Javadoc.lines("[text](" + address + ")", 60));
  }

  @Test
  void endsWithoutABlankLine() {
    for (String text : List.of(
        "a\n\n- \n", "a\n\n[x]: https://a.example\n", "a\n\n---\n", "a\n\n<br>", "-", "#")) {
      List<String> lines = Javadoc.lines(text, 60);
      assertFalse(!lines.isEmpty() && lines.get(lines.size() - 1).isBlank(), lines.toString());
    }
  }

  @Test
  void anyDepthIsRead() {
    for (String part :
        List.of("[", "*a **", "> ", "- ", "![", "<", "`", "_", "(", "1. ", "&", "~~~\n", "\\")) {
      String text = part.repeat(90_000 / part.length());
      assertFalse(Javadoc.lines(text, 60).isEmpty(), part);
    }
  }
}
