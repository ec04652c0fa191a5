package dev.hew.report;

import java.util.Locale;

/** How much a {@link Diagnostic} weighs: an error stops the command, a warning does not. */
public enum Level {
  ERROR,
  WARNING;

  /** The word that messages print. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
