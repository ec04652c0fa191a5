package dev.hew;

import dev.hew.command.Console;
import dev.hew.command.HewCommand;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Runs one command line and ends the process with its exit code. */
public final class Hew {
  private Hew() {}

  public static void main(String[] arguments) {
    PrintWriter out =
        new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true);
    PrintWriter err =
        new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true);
    System.exit(
        HewCommand.run(new Console(System.in, out, err, Path.of("").toAbsolutePath()), arguments));
  }
}
