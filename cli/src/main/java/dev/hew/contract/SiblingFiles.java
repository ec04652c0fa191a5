package dev.hew.contract;

import dev.hew.report.Checked;
import dev.hew.report.Source;

/** Gives the reader the files that a contract's root document refers to. */
@FunctionalInterface
public interface SiblingFiles {

  /**
   * The text of a file, or an error that says why there is none: it does not exist, or it lies outside of what the
   * caller allows.
   *
   * @param path relative to the root document's folder, with {@code /} between its parts, {@code ..} only at the start
   */
  Checked<Source> read(String path);
}
