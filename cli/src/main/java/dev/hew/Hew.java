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

  /** The exit code when not even the reporting of a bug ended well. */
  private static final int FAILED = 5;

  /** Schemas refer to each other in chains, and each step takes some of the stack: 256 MiB, in bytes, of address space. */
  private static final long STACK = 256L << 20;

  public static void main(String[] arguments) throws InterruptedException {
    tellLibraries();
    PrintWriter out =
        new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true);
    PrintWriter err =
        new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true);
    Console console = new Console(System.in, out, err, Path.of("").toAbsolutePath(), isTerminal());
    System.exit(run(console, arguments));
  }

  /** Libraries log nowhere. One that is not told so looks for it in every jar, which takes longer than to read a contract. */
  private static void tellLibraries() {
    System.setProperty("slf4j.provider", "org.slf4j.nop.NOPServiceProvider");
    System.setProperty("slf4j.internal.verbosity", "WARN"); // or it says on stderr that it was told
    System.setProperty("org.freemarker.loggerLibrary", "none");
  }

  /** Whether input and output are a terminal's. From Java 22 on there is a console without one, which says so. */
  private static boolean isTerminal() {
    if (System.console() == null) {
      return false;
    }
    try {
      return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(System.console());
    } catch (NoSuchMethodException olderJava) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }

  /** Runs one command line on a stack that is deep enough, and gives its exit code. */
  static int run(Console console, String... arguments) throws InterruptedException {
    int[] code = {FAILED};
    Thread thread =
        new Thread(null, () -> code[0] = HewCommand.run(console, arguments), "hew", STACK);
    thread.start();
    thread.join();
    return code[0];
  }
}
