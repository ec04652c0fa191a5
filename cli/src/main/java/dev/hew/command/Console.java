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
 */
public record Console(InputStream in, PrintWriter out, PrintWriter err, Path folder) {}
