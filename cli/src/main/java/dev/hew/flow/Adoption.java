package dev.hew.flow;

import dev.hew.change.Change;
import dev.hew.change.Changes;
import dev.hew.change.Likeness;
import dev.hew.disk.Folder;
import dev.hew.disk.GuardedFiles;
import dev.hew.disk.SpecFiles;
import dev.hew.disk.Transaction;
import dev.hew.lock.Lock;
import dev.hew.merge.Labels;
import dev.hew.merge.LineEnds;
import dev.hew.merge.Merger;
import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import dev.hew.yaml.JsonWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A service that hew did not make comes under its care, and stays as it is. What hew would make of the contract is taken
 * for what it wrote last: a file of the service that is like one of them counts as that one, edited; one that has no like
 * counts as deleted. Where two files have nothing but the place in common, and no parts that could be merged one by one,
 * the file is its owner's alone.
 *
 * @param name the service's
 * @param alike files that are as hew writes them
 * @param edited files that are taken for edited ones of hew's
 * @param yours files that lie where hew has another one, and that it will leave alone
 * @param away files of hew's that the service does not have
 */
public record Adoption(
    String name,
    List<RelPath> alike,
    List<RelPath> edited,
    List<RelPath> yours,
    List<RelPath> away,
    Lock lock) {
  /**
   * Adopts a service.
   *
   * @param folder the service's
   * @param spec its contract or manifest, a file
   * @param start where a relative SPEC starts
   * @param write whether to do it, or only to say what would be
   */
  public static Checked<Adoption> of(
      Path folder,
      String spec,
      Path start,
      Checked<SpecInput> input,
      Optional<String> stack,
      Map<String, String> set,
      Packs.Access access,
      String hewVersion,
      boolean write)
      throws IOException {
    List<Diagnostic> obstacles = obstacles(folder, spec, start);
    if (!obstacles.isEmpty()) {
      return Checked.failed(obstacles);
    }
    Checked<Generation> made =
        input.then(i -> NewService.plan(i, stack, set, name -> folder, access, hewVersion));
    if (!made.ok()) {
      return Checked.failed(made.diagnostics());
    }
    String contract = folder
        .relativize(start.resolve(spec).toAbsolutePath().normalize())
        .toString()
        .replace(folder.getFileSystem().getSeparator(), "/");
    Lock lock = made.value().lock();
    FileTree written = lock.written();
    Checked<FileTree> disk =
        ServiceFolder.filesAndStrangers(folder, written.files().keySet(), written, lock, contract);
    if (!disk.ok()) {
      return Checked.failed(disk.diagnostics());
    }
    Adoption adoption = matched(made.value(), disk.value());
    if (write) {
      List<Diagnostic> refusals = adoption.write(folder, manifest(lock, contract));
      if (!refusals.isEmpty()) {
        return Checked.failed(refusals);
      }
    }
    return made.map(m -> adoption);
  }

  private static List<Diagnostic> obstacles(Path folder, String spec, Path start)
      throws IOException {
    List<Diagnostic> obstacles = new ArrayList<>();
    if (!Folder.isThere(folder)) {
      obstacles.add(Diagnostic.error("adopt-nothing", "there is no folder `" + folder + "`")
          .withHint("name the service's folder; `hew new` makes one"));
    } else if (Folder.holds(folder, Lock.PATH)) {
      Checked<Lock> lock = ServiceFolder.lock(folder);
      if (!lock.ok()) {
        return lock.diagnostics(); // it is to be mended, not to be replaced
      }
      obstacles.add(Diagnostic.error("adopt-again", "hew looks after `" + folder + "` already")
          .withHint("`hew update` brings it up to its contract"));
    }
    if (!SpecFiles.exists(start, spec)) {
      obstacles.add(Diagnostic.error(
              "adopt-spec",
              "`" + spec + "` is no file, and a service has to keep its contract in one")
          .withHint("name a file, best one in the service's folder"));
    } else if (SpecFiles.exists(folder, ServiceFolder.MANIFEST.value())
        && !start
            .resolve(spec)
            .normalize()
            .equals(folder.resolve(ServiceFolder.MANIFEST.value()))) {
      obstacles.add(Diagnostic.error("adopt-manifest", "the service has a `hew.yaml` of its own")
          .withHint("name it as SPEC, or remove it"));
    }
    return obstacles;
  }

  private static Adoption matched(Generation made, FileTree disk) {
    List<Lock.Entry> wanted = made.lock().entries();
    Merger merger = Mergers.of(new Labels("", "", ""));
    List<Change> changes = Changes.between(wanted, wanted, disk, merger).all();
    Lock next = NextLock.of(made.lock(), wanted, made.lock(), changes, disk);
    Lock lock = new Lock(
        next.hew(),
        next.pack(),
        next.names(),
        next.entries().stream()
            .map(e -> e.path().equals(ServiceFolder.MANIFEST) ? e.away(false) : e)
            .map(
                e -> disk.get(e.path()).filter(now -> isAnother(e, now, merger)).isPresent()
                    ? e.ownedBy("you")
                    : e)
            .toList());
    List<RelPath> alike = new ArrayList<>();
    List<RelPath> edited = new ArrayList<>();
    List<RelPath> yours = new ArrayList<>();
    List<RelPath> away = new ArrayList<>();
    for (Lock.Entry entry : lock.entries()) {
      Optional<Content> now = disk.get(entry.path());
      if (!entry.path().equals(ServiceFolder.MANIFEST)) {
        List<RelPath> list = now.isEmpty()
            ? away
            : LineEnds.sameText(now.get(), entry.content())
                ? alike
                : entry.chosen() ? yours : edited;
        list.add(entry.path());
      }
    }
    return new Adoption(made.name(), alike, edited, yours, away, lock);
  }

  /** Whether a file would only ever conflict with hew's at its place. */
  private static boolean isAnother(Lock.Entry hews, Content now, Merger merger) {
    return merger.parts(hews.path(), LineEnds.lf(now)).isEmpty()
        && Likeness.of(hews.content(), now) < Likeness.ENOUGH;
  }

  /** The manifest, with the contract where it is. */
  private static Content manifest(Lock lock, String contract) {
    String text = lock.entry("hew.yaml#").orElseThrow().content().text();
    String here = "contract: " + ContractFiles.ROOT + "\n";
    return Content.of(
        contract.equals(ContractFiles.ROOT.value())
            ? text
            : text.replace(here, "contract: " + JsonWriter.quoted(contract) + "\n"));
  }

  /** Writes lock, base and manifest; gives what stands in the way, in which case nothing is written. */
  private List<Diagnostic> write(Path folder, Content manifest) throws IOException {
    List<RelPath> paths = new ArrayList<>(lock.files().files().keySet());
    paths.remove(Lock.PATH);
    paths.add(Lock.PATH);
    FileTree files = lock.files();
    boolean own = SpecFiles.exists(folder, ServiceFolder.MANIFEST.value());
    if (!own) {
      files = files.with(ServiceFolder.MANIFEST, manifest);
      paths.add(0, ServiceFolder.MANIFEST);
    }
    Checked<FileTree> before = GuardedFiles.read(folder, paths);
    if (!before.ok()) {
      return before.diagnostics();
    }
    List<Transaction.Step> steps = new ArrayList<>();
    for (RelPath path : paths) {
      steps.add(new Transaction.Step(path, before.value().get(path), files.get(path)));
    }
    try (Transaction transaction = Transaction.begin(folder)) {
      transaction.take(steps);
      return List.of();
    } catch (Transaction.Foreign e) {
      return List.of(Obstacles.of(e));
    } catch (Transaction.Hindered e) {
      throw new IOException(Obstacles.of(e).message(), e);
    }
  }
}
