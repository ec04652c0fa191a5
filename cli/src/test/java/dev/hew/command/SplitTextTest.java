package dev.hew.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.split.cut.Cut;
import dev.hew.split.facts.Place;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A cut for people. */
class SplitTextTest {
  private static final String LONG = "L" + "o".repeat(2000) + "ng";

  private static Cut cut(Cut.Item contested, Cut.Item call) {
    return new Cut(
        LONG,
        List.of("a." + LONG),
        List.of(LONG.toLowerCase(java.util.Locale.ROOT)),
        List.of(call),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(contested),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        0,
        List.of(),
        List.of(),
        List.of());
  }

  private static String many(String name) {
    return IntStream.rangeClosed(1, 300)
        .mapToObj(i -> "a." + name + i)
        .collect(Collectors.joining(", "));
  }

  @Test
  void eachLineIsBounded() {
    List<Place> places = List.of(new Place("a/A.java", 7));
    Cut cut = cut(
        new Cut.Item(many("One"), many("Other"), many("table"), 1, places),
        new Cut.Item("b." + LONG, "a.A", LONG, 1, places));
    List<String> lines = SplitText.of(cut, false);
    lines.forEach(line -> assertTrue(line.length() < 600, line));
    assertTrue(
        lines.contains(
            "   contested table: One1, One2, One3, One4, One5, One6, One7, One8, One9, One10"
                + " and 290 more -> Other1, Other2, Other3, Other4, Other5, Other6, Other7, Other8, Other9,"
                + " Other10 and 290 more: a.table1, a.table2, a.table3, a.table4, a.table5, a.table6,"
                + " a.table7, a.table8, a.table9, a.table10 and 290 more  a/A.java:7"),
        lines::toString);
    assertEquals("`--all` names everything that is only counted here", lines.get(lines.size() - 1));
    String all = String.join("\n", SplitText.of(cut, true));
    assertTrue(all.contains("One300 -> ") && all.contains("Other300") && all.contains(LONG), all);
  }
}
