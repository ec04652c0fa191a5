package dev.hew.split.cut;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AgreementTest {
  private static final Map<String, String> KEY =
      Map.of("a", "1", "b", "1", "c", "1", "d", "2", "e", "2", "f", "2");

  @Test
  void theSamePartitionAgreesWhateverItsNames() {
    Agreement same =
        Agreement.of(Map.of("a", "x", "b", "x", "c", "x", "d", "y", "e", "y", "f", "y"), KEY);
    assertEquals(100, same.mojofm());
    assertEquals(1, same.f1());
    assertEquals(List.of(), same.misplaced());
  }

  @Test
  void oneMoveOfAtMostFour() {
    Agreement moved =
        Agreement.of(Map.of("a", "x", "b", "x", "c", "y", "d", "y", "e", "y", "f", "y"), KEY);
    assertEquals(75, moved.mojofm());
    assertEquals(List.of("c"), moved.misplaced());
    assertEquals(4.0 / 7, moved.precision(), 1e-9);
    assertEquals(4.0 / 6, moved.recall(), 1e-9);
  }

  @Test
  void aSplitClusterCostsAJoin() {
    Agreement split =
        Agreement.of(Map.of("a", "x", "b", "x", "c", "z", "d", "y", "e", "y", "f", "y"), KEY);
    assertEquals(75, split.mojofm());
  }
}
