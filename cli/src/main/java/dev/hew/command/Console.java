package dev.hew.command;

import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;

/**
 * What a command may know of the process it runs in.
 *
 * @param out for results
 * @param err for messages and progress
 * @param folder the folder it was started in
 * @param terminal whether a person sits before it
 */
public record Console(
    InputStream in, PrintWriter out, PrintWriter err, Path folder, boolean terminal) {
  /** A process that no person watches. */
  public Console(InputStream in, PrintWriter out, PrintWriter err, Path folder) {
    this(in, out, err, folder, false);
  }
}
