package dev.hew.pack;

import java.util.Locale;

/** Who a generated file belongs to, and so what an update may do to it. */
public enum Owner {
  /** hew's: regenerated; an edit is merged and reported. */
  HEW,
  /** Shared, the default: regenerated and merged. */
  BOTH,
  /** The user's: written once, never touched again. */
  YOU;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
