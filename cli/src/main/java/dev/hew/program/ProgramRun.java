package dev.hew.program;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Runs a program to its end, and nothing of it for longer than hew itself runs. */
public final class ProgramRun {
  /** How long a program may take to end once it has been asked to, in seconds. */
  private static final int GRACE = 5;

  private Process process;
  private boolean ended;

  private ProgramRun() {}

  /**
   * Runs a program without input; what it prints goes into a file. When hew is ended meanwhile, the program and all that
   * it has started are ended first.
   *
   * @param command the program, as a path, and its arguments
   * @param folder where it runs
   * @param log what it prints, on both of its streams; replaced
   * @param most how long it may take
   * @param last what is to be done when hew is ended meanwhile, once the program has ended
   * @return its exit code; empty when it took too long and was ended
   * @throws IOException when it cannot be started, or hew is ended
   */
  public static OptionalInt of(
      List<String> command, Path folder, Path log, Duration most, Runnable last)
      throws IOException {
    Files.deleteIfExists(log); // whatever it is: nothing is written through a link
    ProcessBuilder builder = new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(log.toFile());
    ProgramRun run = new ProgramRun();
    Thread hook = new Thread(() -> {
      run.end();
      last.run();
    });
    hook(hook);
    try {
      return run.toItsEnd(builder, most);
    } finally {
      run.end();
      unhook(hook);
    }
  }

  private OptionalInt toItsEnd(ProcessBuilder builder, Duration most) throws IOException {
    Process started = start(builder);
    started.getOutputStream().close();
    try {
      boolean inTime = started.waitFor(most.toMillis(), TimeUnit.MILLISECONDS);
      return inTime ? OptionalInt.of(started.exitValue()) : OptionalInt.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("interrupted").initCause(e);
    }
  }

  /** Nothing is started once hew is being ended, and what is started is known to whoever ends it. */
  private synchronized Process start(ProcessBuilder builder) throws IOException {
    if (ended) {
      throw new InterruptedIOException("hew was ended");
    }
    process = builder.start();
    return process;
  }

  /** Asks the program and all that it started to end, and ends what has not done so in time. */
  private synchronized void end() {
    ended = true;
    if (process == null) {
      return;
    }
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroy);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(GRACE);
    for (ProcessHandle one : all) {
      try {
        one.onExit().get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
      } catch (TimeoutException | ExecutionException late) {
        one.destroyForcibly();
      } catch (InterruptedException hurry) {
        Thread.currentThread().interrupt();
        one.destroyForcibly();
      }
    }
  }

  private static void hook(Thread hook) throws InterruptedIOException {
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException ending) {
      throw (InterruptedIOException) new InterruptedIOException("hew was ended").initCause(ending);
    }
  }

  private static void unhook(Thread hook) throws InterruptedIOException {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      // how the program ended says nothing: it was ended with hew
      throw (InterruptedIOException) new InterruptedIOException("hew was ended").initCause(ending);
    }
  }
}
