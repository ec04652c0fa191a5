package dev.hew.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hew.tree.Content;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AtRiskTest {
  private static final String BASE =
      IntStream.rangeClosed(1, 30).mapToObj(i -> "line " + i + "\n").collect(Collectors.joining());

  private static List<String> lines(String ours, String theirs) {
    return AtRisk.lines(Content.of(BASE), Content.of(ours), Content.of(theirs)).stream()
        .map(Span::words)
        .toList();
  }

  @Test
  void linesInAndBesideWhatChanges() {
    String theirs = BASE.replace("line 15\n", "new\n");
    assertEquals(List.of("15"), lines(BASE.replace("line 15\n", "mine\n"), theirs));
    assertEquals(List.of("12"), lines(BASE.replace("line 12\n", "mine\n"), theirs));
    assertEquals(List.of("18-19"), lines(BASE.replace("line 18\n", "my\nown\n"), theirs));
    assertEquals(List.of("1-2"), lines("my\nown\n" + BASE, "new\n" + BASE));
  }

  @Test
  void linesFarAwayAreSafe() {
    String theirs = BASE.replace("line 15\n", "new\n");
    assertEquals(List.of(), lines(BASE.replace("line 5\n", "mine\n"), theirs));
    assertEquals(List.of(), lines(BASE.replace("line 25\n", "mine\n"), theirs));
    assertEquals(List.of(), lines(BASE, theirs));
    assertEquals(List.of(), lines(BASE.replace("line 15\n", "mine\n"), BASE));
  }

  @Test
  void whereLinesWereTakenOutThoseAround() {
    String theirs = BASE.replace("line 15\n", "new\n");
    assertEquals(List.of("14-15"), lines(BASE.replace("line 15\n", ""), theirs));
    assertEquals(List.of("1"), lines(BASE.replace("line 1\n", ""), "new\n" + BASE));
    assertEquals(List.of("29"), lines(BASE.replace("line 30\n", ""), BASE + "new\n"));
    assertEquals(List.of(), lines("", theirs), "nothing is left that could be named");
  }

  @Test
  void lineEndsAreNoEdit() {
    assertEquals(List.of(), lines(BASE.replace("\n", "\r\n"), BASE.replace("line 15", "new")));
  }
}
