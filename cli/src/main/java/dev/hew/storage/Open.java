package dev.hew.storage;

import dev.hew.report.Position;
import java.util.Optional;

/**
 * Something that a migration leaves to its owner.
 *
 * @param what in words
 * @param place where the contract says what gives rise to it, if at one place
 */
public record Open(String what, Optional<Position> place) {
  static Open of(String what) {
    return new Open(what, Optional.empty());
  }
}
