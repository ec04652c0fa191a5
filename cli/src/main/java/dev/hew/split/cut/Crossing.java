package dev.hew.split.cut;

import dev.hew.split.facts.Place;
import java.util.List;

/**
 * A class reaches across a seam inside one of its methods.
 *
 * @param member the method, with the number of its parameters; empty outside of one
 * @param places one for each time, in order; a line on which it happens twice is there twice
 */
public record Crossing(Tie tie, String member, List<Place> places) {
  public Crossing {
    places = List.copyOf(places);
  }
}
