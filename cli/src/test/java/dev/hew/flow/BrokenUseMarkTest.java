package dev.hew.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.hew.report.Source;
import org.junit.jupiter.api.Test;

/** By what a broken line is known again. */
class BrokenUseMarkTest {
  private static String mark(String file, String line, String words) {
    int column = line.replace("\t", " ".repeat(8)).indexOf(".text") + 1;
    BrokenUse.Place place = new BrokenUse.Place(new Source(file, line + "\n"), 1, column);
    return new BrokenUse(place, place, words, false).mark();
  }

  @Test
  void whatElseStandsOnTheLineMakesNoOther() {
    assertEquals(
        mark("Mine.java", "return note.kind() == A && note.text();", "gone"),
        mark("Mine.java", "return note.text();", "gone"));
  }

  @Test
  void blanksAndTheCompilersWordsMakeNoOtherLine() {
    String mark = mark("Mine.java", "    return note.text( );", "cannot find method text()");
    assertEquals(mark, mark("Mine.java", "\treturn  note.text();", "no such method: text"));
  }

  @Test
  void anotherFileOrAnotherNameIsAnotherLine() {
    String mark = mark("Mine.java", "return note.text();", "gone");
    assertNotEquals(mark, mark("Other.java", "return note.text();", "gone"));
    assertNotEquals(mark, mark("Mine.java", "return note.textual();", "gone"));
  }
}
