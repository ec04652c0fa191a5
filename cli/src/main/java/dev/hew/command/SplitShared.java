package dev.hew.command;

import dev.hew.report.Diagnostic;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Option;

/** What the commands of {@code hew split} have in common. Names no class of the split, so that others start fast. */
abstract class SplitShared extends Shared implements Callable<Integer> {
  private static final long FIRST = 1_000_000_000L;

  @Option(
      names = "--modules",
      paramLabel = "N",
      description = "how many modules are wanted (default: as many as there seem to be)",
      defaultValue = "0")
  private int modules;

  private final long started = System.nanoTime();
  private long told = started;

  int modules() {
    return modules;
  }

  @Override
  public final Integer call() {
    if (ModuleLayer.boot().findModule("jdk.compiler").isEmpty()) {
      report(
          List.of(Diagnostic.error(
                  "split-needs-jdk",
                  "this Java is a runtime without a compiler, which reads the sources")
              .withHint("point JAVA_HOME to a JDK 17 or newer")),
          List.of());
      return Exit.MACHINE;
    }
    return run();
  }

  /** The command itself, on a Java that has a compiler. */
  abstract int run();

  /** The code base's folder. */
  Path top(Path given) {
    return given == null ? folder() : folder().resolve(given);
  }

  /** Says how far it is, once a second, when it takes longer than that. */
  void progress(String what, int done, int total) {
    long now = System.nanoTime();
    if (now - told > FIRST && done < total) {
      told = now;
      console().err().println("hew: " + done + " of " + total + " " + what);
      console().err().flush();
    }
  }
}
