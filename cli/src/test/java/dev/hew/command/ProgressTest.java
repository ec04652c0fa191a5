package dev.hew.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final StringWriter err = new StringWriter();
  private long now;

  private void run(int worth, boolean terminal) {
    Progress progress = new Progress(new PrintWriter(err), worth, terminal, () -> now);
    for (int done = 0; done <= 1000; done++) {
      now += 10_000_000L;
      progress.at("files", done, 1000);
    }
    progress.at("modules", 0, 7);
    progress.at("modules", 1, 7);
    progress.clear();
  }

  @Test
  void aLogGetsALineForEachKindOfThing() {
    run(500, false);
    assertEquals("99 of 1000 files\n0 of 7 modules\n", err.toString().replace("\r\n", "\n"));
  }

  @Test
  void aTerminalGetsOneLineThatGoes() {
    run(500, true);
    String all = err.toString();
    assertEquals(-1, all.indexOf('\n'));
    String[] lines = all.split("\r");
    assertEquals("[=                   ] 99 of 1000 files", lines[1]);
    assertEquals("[==                  ] 109 of 1000 files", lines[2]);
    assertEquals("", lines[lines.length - 1].strip());
    assertEquals(lines[lines.length - 2].length(), lines[lines.length - 1].length());
  }

  @Test
  void fewThingsAreNotWorthAWord() {
    run(1001, false);
    assertEquals("", err.toString());
  }
}
