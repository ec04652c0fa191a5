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

  /** Schemas refer to each other in chains, and each step takes some of the stack: 256 MiB, in bytes, of address space. */
  private static final long STACK = 256L << 20;

  public static void main(String[] arguments) throws InterruptedException {
    PrintWriter out =
        new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true);
    PrintWriter err =
        new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true);
    Console console = new Console(System.in, out, err, Path.of("").toAbsolutePath());
    int[] code = new int[1];
    Thread thread =
        new Thread(null, () -> code[0] = HewCommand.run(console, arguments), "hew", STACK);
    thread.start();
    thread.join();
    System.exit(code[0]);
  }
}
