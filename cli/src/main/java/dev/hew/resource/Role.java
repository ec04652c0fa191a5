package dev.hew.resource;

import java.util.Locale;

/** What an operation does with a resource. */
public enum Role {
  /** Gives back some or all items. */
  LIST,
  /** Adds an item, or several. */
  CREATE,
  /** Gives back one item, or the single thing. */
  READ,
  /** Puts a whole in the place of what is there. */
  REPLACE,
  /** Changes parts of what is there. */
  PATCH,
  /** Takes an item away. */
  DELETE;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
