package dev.hew;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Runs every command line of every folder case in a JVM of its own, with the options that hew starts with, prints what
 * each took, and fails when one takes more than 512 MB or 5 seconds of processor time, which is more than it takes by
 * the clock where nothing else runs. Its name keeps it out of {@code mvn verify}, which measures nothing:
 * {@code mvn test -Dtest=CaseLimits}, with {@code -Dhew.case=PATTERN} for some cases.
 */
class CaseLimits {
  private static final double MOST_SECONDS = 5;
  private static final long MOST_MEGABYTES = 512;

  /** By the clock; then it hangs. */
  private static final long LONGEST_SECONDS = 60;

  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
  private static final Pattern EXIT = Pattern.compile("(?m)^exit (\\d)$");

  /** What one command line took. */
  private record Run(
      String name, String line, String exit, double seconds, double clock, long megabytes) {
    boolean isOver() {
      return seconds > MOST_SECONDS || megabytes > MOST_MEGABYTES;
    }

    @Override
    public String toString() {
      String shown = line.length() > 60 ? line.substring(0, 57) + "..." : line;
      return String.format(
          Locale.ROOT,
          "%-28s %-60s exit %s %6.2f s %6.2f s by the clock %4d MB",
          name,
          shown,
          exit,
          seconds,
          clock,
          megabytes);
    }
  }

  @Test
  void staysWithin() throws Exception {
    List<String> wrong = new ArrayList<>();
    for (Path folder : FolderCase.folders()) {
      measure(FolderCase.read(folder), wrong);
    }
    assertEquals(List.of(), wrong, "over 5 s, over 512 MB, or another exit code");
  }

  private static void measure(FolderCase folderCase, List<String> wrong) throws Exception {
    Path folder = Files.createTempDirectory("hew-limits-");
    try {
      folderCase.writeTo(folder);
      List<String> expected = EXIT.matcher(Files.readString(folderCase.folder().resolve("out.txt")))
          .results()
          .map(m -> m.group(1))
          .toList();
      int runs = 0;
      for (String line : folderCase.lines()) {
        var edit = FolderCase.Edit.of(line);
        if (edit.isPresent()) {
          edit.get().doneIn(folder);
          continue;
        }
        Run run = run(folderCase, line, folder);
        System.out.println(run);
        String exit = expected.get(runs++);
        if (run.isOver() || !run.exit().equals(exit)) {
          wrong.add(run.toString());
        }
      }
    } finally {
      try (Stream<Path> inside = Files.walk(folder)) {
        for (Path path : inside.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private static Run run(FolderCase folderCase, String line, Path folder)
      throws IOException, InterruptedException {
    FolderCase.CommandLine words = FolderCase.CommandLine.of(line);
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx" + MOST_MEGABYTES + "m",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseParallelGC",
        "-XX:ParallelGCThreads=2",
        "-XX:MaxNewSize=64m",
        "-cp",
        System.getProperty("java.class.path"),
        "dev.hew.Hew"));
    command.addAll(words.arguments());
    ProcessBuilder builder = new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    if (!words.input().isEmpty()) {
      builder.redirectInput(folder.resolve(words.input()).toFile());
    }
    long start = System.nanoTime();
    Process process = builder.start();
    process.getOutputStream().close();
    long kilobytes = 0;
    Duration used = Duration.ZERO;
    while (!process.waitFor(10, TimeUnit.MILLISECONDS)) {
      used = process.info().totalCpuDuration().orElse(used);
      kilobytes = Math.max(kilobytes, peak(process));
      if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(LONGEST_SECONDS)) {
        process.destroyForcibly();
      }
    }
    double clock = (System.nanoTime() - start) / 1e9;
    return new Run(
        folderCase.folder().getFileName().toString(),
        line,
        String.valueOf(process.exitValue()),
        used.toMillis() / 1e3,
        clock,
        kilobytes / 1024);
  }

  /** The most memory that a process has held so far, as Linux says it; elsewhere the heap's bound alone holds. */
  private static long peak(Process process) {
    try {
      var found = PEAK.matcher(Files.readString(Path.of("/proc", "" + process.pid(), "status")));
      return found.find() ? Long.parseLong(found.group(1)) : 0;
    } catch (IOException gone) {
      return 0;
    }
  }
}
