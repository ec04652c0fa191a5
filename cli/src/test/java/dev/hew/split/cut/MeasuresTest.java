package dev.hew.split.cut;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MeasuresTest {
  /** Two clusters of two; one call of three crosses, the root's does not count. */
  @Test
  void byHand() {
    Volumes volumes = new Volumes(
        Map.of(
            "a", Map.of("b", Math.E, "c", 1.0),
            "c", Map.of("d", 1.0),
            "Root", Map.of("a", 99.0)),
        Map.of("a", Set.of("x", "y"), "b", Set.of("y")));
    Measures measures = Measures.of(Map.of("a", "1", "b", "1", "c", "2", "d", "2"), volumes);
    assertEquals(2, measures.modules());
    assertEquals(1.0 / 4, measures.icp(), 1e-9);
    assertEquals(0.25 - 0.25, measures.sm(), 1e-9);
    assertEquals(0.5, measures.ifn(), 1e-9);
    assertEquals(1, measures.ned(), 1e-9);
    assertEquals(Math.log(2) / 2, measures.bcp(), 1e-9);
    assertEquals(2.0 / 3 + 1, measures.mq(), 1e-9);
  }
}
