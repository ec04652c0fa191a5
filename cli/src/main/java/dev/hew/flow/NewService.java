package dev.hew.flow;

import dev.hew.disk.Folder;
import dev.hew.disk.Reasons;
import dev.hew.git.Repository;
import dev.hew.lock.Lock;
import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.tree.FileTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A spec becomes a service in a folder of its own. */
public final class NewService {
  static final String DEFAULT_STACK = "spring-boot";

  private NewService() {}

  /**
   * Everything that is to be written for one of hew's own stacks, and nothing written yet.
   *
   * @param stack wins over the manifest's
   * @param set options by name
   */
  public static Checked<Generation> plan(
      SpecInput input, Optional<String> stack, Map<String, String> set, String hewVersion) {
    return plan(input, stack, set, Path::of, Packs.Access.LOCAL, hewVersion);
  }

  /**
   * The same for a pack from elsewhere too, if the manifest names one.
   *
   * @param folder where a service of a name goes
   */
  public static Checked<Generation> plan(
      SpecInput input,
      Optional<String> stack,
      Map<String, String> set,
      Function<String, Path> folder,
      Packs.Access access,
      String hewVersion) {
    SpecInput asked = stack.map(id -> input.with(input.manifest().ofStack(id))).orElse(input);
    Evidence evidence = Evidence.of(input.contract());
    return there(asked, set, folder)
        .then(i -> Packs.of(i.manifest(), i.home(), Optional.empty(), access)
            .then(pack -> Generation.of(i, evidence, pack, set, Earlier.NOTHING, hewVersion)));
  }

  /** The same input with the pack named from the service's folder. */
  private static Checked<SpecInput> there(
      SpecInput input, Map<String, String> set, Function<String, Path> folder) {
    Optional<String> pack = input.manifest().pack();
    if (pack.isEmpty() || input.home().isEmpty()) {
      return Checked.of(input);
    }
    return ServiceNames.checked(Modeled.name(input, set))
        .map(folder)
        .then(target -> Packs.moved(pack.get(), input.home().get(), target)
            .map(text -> new SpecInput(
                input.contract(), input.manifest().ofPack(text), Optional.of(target))));
  }

  /** What stands in the way of a new service in a folder. */
  public static List<Diagnostic> obstacles(Path folder) throws IOException {
    return Folder.isTaken(folder)
        ? List.of(Diagnostic.error(
                "folder-taken",
                "`" + folder + "` is there already and not empty; nothing was written")
            .withHint("name another folder, or remove this one"))
        : List.of();
  }

  /** Whether there is a folder to start from. */
  public static boolean isFolder(Path path) {
    return Folder.isThere(path);
  }

  public static boolean isInsideRepository(Path folder) {
    return Repository.surrounds(folder);
  }

  /** Begins what a repository takes whatever it is to hold; {@link #write} tells what goes wrong with it. */
  public static void prepareRepository() {
    Workers.begin("git", () -> {
      Repository.readSettings();
      return true;
    });
  }

  /** Writes the service, whole or not at all. */
  public static void write(Generation service, Path folder, boolean git) throws IOException {
    String message = "Generate " + service.name() + " from its contract with hew";
    Lock lock = service.lock();
    FileTree written = lock.written();
    Folder.create(folder, beside -> {
      try (Workers.Begun<Path> files = Workers.begin("files", () -> Folder.write(beside, written));
          Workers.Begun<FileTree> own = Workers.begin("lock", () -> writtenLock(beside, lock));
          Workers.Begun<Lock> noted = Workers.begin("note", () -> {
            files.result();
            own.result();
            ShortCut.remember(beside, service);
            return lock;
          })) {
        if (git) {
          try (Repository.Begun repository = Repository.begin(beside)) {
            repository.add(written);
            repository.add(own.result());
            files.result();
            repository.commit(message);
          }
        }
        noted.result();
      }
    });
  }

  /** Writes the lock and the base, and gives them. */
  private static FileTree writtenLock(Path folder, Lock lock) throws IOException {
    FileTree own = lock.files();
    Folder.write(folder, own);
    return own;
  }

  /** Why writing failed, in words. */
  public static String reason(IOException failure) {
    return Reasons.of(failure);
  }
}
