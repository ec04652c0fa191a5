package dev.hew.split.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LouvainTest {
  private static final int[] EACH = {0, 1, 2, 3, 4, 5, 6, 7};
  private static final int[] NO_PINS = {-1, -1, -1, -1, -1, -1, -1, -1};

  /** Two squares with their diagonals, joined by one link. */
  private static Network squares() {
    List<Map<Integer, Double>> links = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      links.add(new TreeMap<>());
    }
    for (int first : new int[] {0, 4}) {
      for (int i = first; i < first + 4; i++) {
        for (int j = first; j < first + 4; j++) {
          if (i != j) {
            links.get(i).put(j, 1.0);
          }
        }
      }
    }
    links.get(3).put(4, 1.0);
    links.get(4).put(3, 1.0);
    return new Network(links, new double[8]);
  }

  @Test
  void findsTheSquares() {
    int[] group = Louvain.communities(squares(), EACH, NO_PINS, 1);
    assertArrayEquals(new int[] {0, 0, 0, 0, 1, 1, 1, 1}, group);
  }

  @Test
  void pinsKeepApartAndTogether() {
    int[] pins = NO_PINS.clone();
    pins[0] = 1;
    pins[1] = 2;
    int[] group = Louvain.communities(squares(), EACH, pins, 1);
    assertNotEquals(group[0], group[1]);
  }

  @Test
  void mergesDownToTheNumberAskedFor() {
    int[] group = new Merging(squares(), EACH, NO_PINS).mergeTo(2);
    assertArrayEquals(new int[] {0, 0, 0, 0, 1, 1, 1, 1}, group);
  }
}
