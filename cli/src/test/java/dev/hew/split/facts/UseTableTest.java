package dev.hew.split.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UseTableTest {
  private static final List<Use> USES = List.of(
      new Use("p.A", "p.B", Use.Kind.SIGNATURE, "m/1", "", false, "A.java", List.of(3)),
      new Use("p.A", "p.B", Use.Kind.EXTENDS, "", "", true, "A.java", List.of(1, 7, 7000)),
      new Use("p.C", "p.A", Use.Kind.CALL, "m/1", "go", false, "A.java", List.of()),
      new Use("p.C", "p.A", Use.Kind.CALL, "m/1", "go", false, "C.java", List.of(2, 1)));

  @Test
  void usesComeBackAsTheyWere() {
    assertEquals(Optional.of(USES), UseTable.of(USES).uses());
    assertEquals(Optional.of(List.of()), UseTable.of(List.of()).uses());
  }

  /** Whatever the numbers are, they are uses or not; nothing else happens. */
  @Test
  void damagedNumbersAreNoUses() {
    Random random = new Random(1);
    int refused = 0;
    for (int i = 0; i < 5000; i++) {
      UseTable table = UseTable.of(USES);
      table.numbers()[random.nextInt(table.numbers().length)] =
          random.nextBoolean() ? random.nextInt() : random.nextInt(100);
      refused += table.uses().isEmpty() ? 1 : 0;
    }
    assertTrue(refused > 1000, "refused " + refused);
  }
}
