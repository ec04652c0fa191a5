package dev.hew.flow;

import dev.hew.disk.Scratch;
import dev.hew.git.UnignoredFiles;
import dev.hew.program.ProgramRun;
import dev.hew.program.Programs;
import dev.hew.report.Diagnostic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Builds and tests a service as it would be after an update, in a copy, before anything of it is written.
 *
 * @param searchPath the folders that programs are looked for in, as in the environment
 * @param most how long building and testing may take
 * @param started told the command once it runs
 */
public record Rehearsal(String searchPath, Duration most, Consumer<String> started) {
  /** Where the last one left what the command printed, in the service. */
  public static final String LOG = ".hew/local/verify.log";

  /** How much of the log is looked through for what went wrong, in bytes. */
  private static final int MOST_READ = 16 * 1024 * 1024;

  /** Why an update may not be carried out; nothing when it may, or when there is nothing to do. */
  List<Diagnostic> of(Path folder, UpdatePlan plan) throws IOException {
    if (plan.isUpToDate()) {
      return List.of();
    }
    if (!plan.conflicts().isEmpty()) {
      return List.of(Diagnostic.error(
              "update-verify-conflict",
              "`" + plan.conflicts().get(0)
                  + "` would be left in conflict, which cannot be verified; nothing was written")
          .withHint("`hew update` without `--verify` leaves the marks for you to settle"));
    }
    if (plan.verify().isEmpty()) {
      return List.of(Diagnostic.error(
              "pack-no-verify", "the stack names no command that builds and tests a service")
          .withHint("give its `pack.yaml` a `verify`, or update without `--verify`"));
    }
    String name = plan.verify().get(0);
    Optional<Path> program = Programs.find(name, searchPath);
    if (program.isEmpty()) {
      return List.of(Diagnostic.error(
              "update-verify-tool", "`" + name + "` is not installed here; nothing was written")
          .withHint("install it, or update without `--verify`; `hew doctor` lists what is needed"));
    }
    List<String> command = new ArrayList<>(plan.verify());
    String words = String.join(" ", command);
    command.set(0, program.get().toString());
    return judged(words, run(command, words, folder, plan), folder);
  }

  private OptionalInt run(List<String> command, String words, Path folder, UpdatePlan plan)
      throws IOException {
    try (Scratch scratch = Scratch.of(folder, UnignoredFiles.below(folder), plan.steps())) {
      started.accept(words);
      return ProgramRun.of(command, scratch.folder(), folder.resolve(LOG), most, scratch::close);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private List<Diagnostic> judged(String words, OptionalInt code, Path folder) throws IOException {
    if (code.isPresent() && code.getAsInt() == 0) {
      return List.of();
    }
    Diagnostic why = code.isEmpty()
        ? Diagnostic.error(
            "update-verify-slow",
            "`" + words + "` took longer than " + most.toMinutes()
                + " minutes and was ended; nothing was written")
        : Diagnostic.error(
            "update-verify-failed",
            "`" + words + "` ended with " + code.getAsInt()
                + " in the updated service; nothing was written");
    List<Diagnostic> all = new ArrayList<>();
    all.add(why.withHint("`" + LOG + "` holds all that it printed"));
    all.addAll(BuildLog.errors(ProgramRun.printed(folder.resolve(LOG), MOST_READ)));
    return all;
  }
}
