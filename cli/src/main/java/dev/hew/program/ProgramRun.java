package dev.hew.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs a program to its end, and what it has started no longer than that. While it runs, hew looks again and again what
 * it has started, since nobody can tell once the one that started it has ended. What detaches itself within half a second
 * is not seen.
 */
public final class ProgramRun {
  /** How long a program may take to end once it has been asked to, in seconds. */
  private static final int GRACE = 5;

  /** The longest time between two looks at what has been started, in milliseconds. */
  private static final long MOST_BLIND = 500;

  /** What the program has started, and that started, and still runs. */
  private final Set<ProcessHandle> started = new LinkedHashSet<>();

  private Process process;
  private boolean ended;

  private ProgramRun() {}

  /**
   * Runs a program without input; what it prints goes into a file. In the end, or when hew is ended meanwhile, the
   * program and all that it was seen to start are ended.
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

  /**
   * What a program has printed, line by line.
   *
   * @param log where that is
   * @param most how much of it is read, in bytes, from its start
   */
  public static List<String> printed(Path log, int most) throws IOException {
    try (InputStream in = Files.newInputStream(log, LinkOption.NOFOLLOW_LINKS)) {
      return new String(in.readNBytes(most), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private OptionalInt toItsEnd(ProcessBuilder builder, Duration most) throws IOException {
    Process running = start(builder);
    running.getOutputStream().close();
    long deadline = System.nanoTime() + most.toNanos();
    long pause = 5;
    try {
      while (true) {
        look();
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (running.waitFor(Math.min(left, pause), TimeUnit.MILLISECONDS)) {
          return OptionalInt.of(running.exitValue());
        }
        if (left <= pause) {
          return OptionalInt.empty();
        }
        pause = Math.min(2 * pause, MOST_BLIND);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("interrupted").initCause(e);
    }
  }

  /** Takes note of all that has been started and still runs. */
  private synchronized void look() {
    started.removeIf(one -> !one.isAlive());
    Set<ProcessHandle> now = process.descendants().collect(Collectors.toSet());
    for (ProcessHandle orphan : List.copyOf(started)) {
      if (!now.contains(orphan)) {
        orphan.descendants().forEach(now::add);
      }
    }
    started.addAll(now);
  }

  /** Nothing is started once hew is being ended, and what is started is known to whoever ends it. */
  private synchronized Process start(ProcessBuilder builder) throws IOException {
    if (ended) {
      throw new InterruptedIOException("hew was ended");
    }
    process = builder.start();
    return process;
  }

  /** Asks the program and all that it was seen to start to end, and ends what has not done so in time. */
  private synchronized void end() {
    ended = true;
    if (process == null) {
      return;
    }
    look();
    List<ProcessHandle> all =
        Stream.concat(started.stream(), Stream.of(process.toHandle())).toList();
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
