package dev.hew.storage;

import java.util.Optional;

/**
 * What an answer carries.
 *
 * @param any whether it carries anything
 * @param projection what the item becomes in it; empty where it stays as it is
 */
public record Answered(boolean any, Optional<Projection> projection) {
  static final Answered NOTHING = new Answered(false, Optional.empty());

  /** The item as it is. */
  static final Answered WHOLE = new Answered(true, Optional.empty());

  /** Whether it carries the item or anything of it. */
  public boolean showsItem() {
    return any && projection.map(Projection::showsItem).orElse(true);
  }
}
