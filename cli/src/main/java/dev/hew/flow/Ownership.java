package dev.hew.flow;

import dev.hew.disk.GuardedFiles;
import dev.hew.disk.Reasons;
import dev.hew.disk.Transaction;
import dev.hew.lock.Lock;
import dev.hew.merge.LineEnds;
import dev.hew.pack.Owner;
import dev.hew.pack.Provenance;
import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.report.Nearest;
import dev.hew.tree.Content;
import dev.hew.tree.RelPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where a file of a service comes from, and whose it is. */
public final class Ownership {
  private Ownership() {}

  /**
   * What hew knows of a file.
   *
   * @param template the file of the pack that it was made of; or {@code contract}, {@code cases}, {@code schemas}
   * @param pointer the part of the contract that it was made for; empty for the whole
   * @param layer the pack among those that the service was made with which the template is from
   * @param chosen whether the user said whose it is
   * @param state {@code as written}, {@code edited} or {@code deleted}
   */
  public record Origin(
      RelPath path,
      String template,
      String pointer,
      String owner,
      boolean chosen,
      String layer,
      Provenance pack,
      String hew,
      String state) {}

  /** Where a file comes from. */
  public static Checked<Origin> of(Path file) throws IOException {
    Optional<ServiceFolder.Place> place = ServiceFolder.around(file);
    if (place.isEmpty()) {
      return Checked.failed(nowhere(file));
    }
    Path folder = place.get().folder();
    Checked<Lock> lock = ServiceFolder.lock(folder);
    Checked<Lock.Entry> entry = lock.then(l -> entry(l, place.get().path()));
    if (!entry.ok()) {
      return Checked.failed(entry.diagnostics());
    }
    Lock.Entry known = entry.value();
    return GuardedFiles.read(folder, List.of(known.path())).map(files -> {
      int sharp = known.id().indexOf('#');
      Optional<Content> now = files.get(known.path());
      String state = now.isEmpty()
          ? "deleted"
          : LineEnds.sameText(now.get(), known.content()) ? "as written" : "edited";
      return new Origin(
          known.path(),
          known.id().substring(0, Math.max(0, sharp)),
          known.id().substring(sharp + 1),
          known.owner(),
          known.chosen(),
          lock.value().pack().layer(known.id().substring(0, Math.max(0, sharp))),
          lock.value().pack(),
          lock.value().hew(),
          state);
    });
  }

  /** Says whose a file is from now on. */
  public static Checked<Origin> give(Path file, Owner owner) throws IOException {
    Checked<Origin> before = of(file);
    if (!before.ok()) {
      return before;
    }
    Path folder = ServiceFolder.around(file).orElseThrow().folder();
    try (Transaction transaction = Transaction.begin(folder)) {
      Checked<Lock> lock = ServiceFolder.lock(folder);
      if (!lock.ok()) {
        return Checked.failed(lock.diagnostics());
      }
      Optional<Content> now =
          GuardedFiles.read(folder, List.of(Lock.PATH)).value().get(Lock.PATH);
      Optional<Content> next =
          lock.value().owned(before.value().path(), owner.word()).files().get(Lock.PATH);
      if (!now.equals(next)) {
        transaction.take(List.of(new Transaction.Step(Lock.PATH, now, next)));
      }
    } catch (Transaction.Foreign e) {
      return Checked.failed(Update.foreign(e));
    } catch (Transaction.Hindered e) {
      throw new IOException(Update.hindrance(e).message(), e);
    }
    return of(file);
  }

  /** Why the system refused, in words. */
  public static String reason(IOException failure) {
    return Reasons.of(failure);
  }

  private static Checked<Lock.Entry> entry(Lock lock, RelPath path) {
    List<String> paths = lock.entries().stream().map(e -> e.path().value()).toList();
    return lock.at(path)
        .map(Checked::of)
        .orElseGet(() ->
            Checked.failed(Diagnostic.error("file-unknown", "hew did not write `" + path + "`")
                .withHint(Nearest.to(path.value(), paths)
                    .map(n -> "did you mean `" + n + "`?")
                    .orElse("it is all yours, and no command of hew touches it"))));
  }

  private static Diagnostic nowhere(Path file) {
    return Diagnostic.error("lock-missing", "there is no service made by hew around `" + file + "`")
        .withHint("name a file of a service; `hew new` makes one");
  }
}
