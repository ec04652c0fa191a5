package dev.hew.flow;

import dev.hew.disk.Folder;
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
import dev.hew.report.Source;
import dev.hew.spec.SpecReader;
import dev.hew.tree.Content;
import dev.hew.tree.RelPath;
import dev.hew.yaml.NodeReader;
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
   * @param template the file of the pack that it was made of, by the name that the lock has; or {@code contract}, {@code
   *     cases}, {@code schemas}
   * @param file where that is in the pack; empty when it has no such file, or the pack cannot be found
   * @param pointer the part of the contract that it was made for; empty for the whole
   * @param layer the pack among those that the service was made with which the template is from
   * @param chosen whether the user said whose it is
   * @param state {@code as written}, {@code edited} or {@code deleted}
   */
  public record Descent(
      RelPath path,
      String template,
      Optional<String> file,
      String pointer,
      String owner,
      boolean chosen,
      String layer,
      Provenance pack,
      String hew,
      String state) {}

  /**
   * Where a file comes from.
   *
   * @param access to the pack, of which the name of the template's file is asked
   */
  public static Checked<Descent> of(Path file, Packs.Access access) throws IOException {
    Optional<ServiceFolder.Place> place = ServiceFolder.around(file);
    if (place.isEmpty()) {
      return Checked.failed(nowhere(file));
    }
    Path folder = place.get().folder();
    Checked<Lock> lock = ServiceFolder.lock(folder);
    Checked<Lock.Entry> entry = lock.then(l -> entry(l, place.get()));
    if (!entry.ok()) {
      return Checked.failed(entry.diagnostics());
    }
    Lock.Entry known = entry.value();
    String template = known.id().substring(0, Math.max(0, known.id().indexOf('#')));
    Optional<String> source = source(template, folder, lock.value(), access);
    return GuardedFiles.read(folder, List.of(known.path())).map(files -> {
      int sharp = known.id().indexOf('#');
      Optional<Content> now = files.get(known.path());
      String state = now.isEmpty()
          ? "deleted"
          : LineEnds.sameText(now.get(), known.content()) ? "as written" : "edited";
      return new Descent(
          known.path(),
          template,
          source,
          known.id().substring(sharp + 1),
          known.owner(),
          known.chosen(),
          lock.value().pack().layer(template),
          lock.value().pack(),
          lock.value().hew(),
          state);
    });
  }

  /** Says whose a file is from now on. */
  public static Checked<Descent> give(Path file, Owner owner, Packs.Access access)
      throws IOException {
    Checked<Descent> before = of(file, access);
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
      return Checked.failed(Obstacles.of(e));
    } catch (Transaction.Hindered e) {
      throw new IOException(Obstacles.of(e).message(), e);
    }
    return of(file, access);
  }

  /** Why the system refused, in words. */
  public static String reason(IOException failure) {
    return Reasons.of(failure);
  }

  /** The file of the pack that the service is made with now. */
  private static Optional<String> source(
      String template, Path folder, Lock lock, Packs.Access access) throws IOException {
    return GuardedFiles.read(folder, List.of(ServiceFolder.MANIFEST))
        .toOptional()
        .flatMap(files -> files.get(ServiceFolder.MANIFEST))
        .flatMap(text -> NodeReader.read(new Source(ServiceFolder.MANIFEST.value(), text.text()))
            .then(SpecReader::read)
            .then(spec -> Packs.of(spec, Optional.of(folder), lock.pack().pin(), access))
            .toOptional())
        .flatMap(pack -> pack.source(template))
        .map(path -> "files/" + path);
  }

  private static Checked<Lock.Entry> entry(Lock lock, ServiceFolder.Place place) {
    RelPath path = place.path();
    Path file = place.folder().resolve(path.value());
    List<String> paths = lock.entries().stream().map(e -> e.path().value()).toList();
    return lock.at(path).map(Checked::of).orElseGet(() -> {
      if (path.hasPart(".hew")) {
        return unknown(
            "`" + path + "` is where hew keeps what it remembers of the service",
            "nothing but hew writes there; all of it but `.hew/local` belongs into version control");
      }
      if (Folder.isThere(file)) {
        return unknown("`" + path + "` is a folder", "name a file in it");
      }
      Optional<String> near = Nearest.to(path.value(), paths).map(n -> "did you mean `" + n + "`?");
      return Folder.holds(place.folder(), path)
          ? unknown(
              "hew did not write `" + path + "`",
              near.orElse("it is all yours, and no command of hew touches it"))
          : unknown(
              "there is no file `" + path + "`, and hew did not write one",
              near.orElse("`hew status` lists what hew wrote and is not as it was"));
    });
  }

  private static Checked<Lock.Entry> unknown(String message, String hint) {
    return Checked.failed(Diagnostic.error("file-unknown", message).withHint(hint));
  }

  private static Diagnostic nowhere(Path file) {
    if (Folder.holds(file, Lock.PATH)) {
      return Diagnostic.error("file-unknown", "`" + file.normalize() + "` is the service's folder")
          .withHint("name a file in it");
    }
    return Diagnostic.error("lock-missing", "there is no service made by hew around `" + file + "`")
        .withHint("name a file of a service; `hew new` makes one");
  }
}
