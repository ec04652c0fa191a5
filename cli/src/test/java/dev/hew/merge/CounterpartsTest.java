package dev.hew.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CounterpartsTest {
  @Test
  void eachLineIsTheOneThatItWas() {
    assertEquals(List.of(1, 2, 3), before("a\nb\nc\n", "a\nb\nc\n"));
    assertEquals(List.of(1, 4, 5), before("a\nx\ny\nb\nc\n", "a\nb\nc\n"));
    assertEquals(List.of(1, 2, 2, 2), before("a\nb\n", "a\nnew\nnew\nb\n"));
  }

  @Test
  void aChangedLineIsTheOneInItsPlace() {
    assertEquals(List.of(1, 2, 3, 4), before("a\none\ntwo\nb\n", "a\n1\n2\nb\n"));
    assertEquals(List.of(1, 2, 2, 3), before("a\none\nb\n", "a\n1\n2\nb\n"));
    assertEquals(List.of(1), before("", "a\n"));
  }

  /** A file may have other line ends than what comes of it. */
  @Test
  void lineEndsAreNoChange() {
    assertEquals(List.of(1, 2, 3, 3), before("a\r\nb\r\nc\r\n", "a\nb\nnew\nc\n"));
    assertEquals(List.of(1, 2, 3), before("a\r\nb\nc\r\n", "a\nb\r\nc\r\n"));
  }

  private static List<Integer> before(String before, String after) {
    Counterparts counterparts = Counterparts.of(before, after);
    return IntStream.rangeClosed(1, (int) after.lines().count())
        .mapToObj(counterparts::before)
        .toList();
  }
}
