package dev.hew.flow;

import dev.hew.disk.Reasons;
import dev.hew.git.PackFetch;
import dev.hew.git.PackRepository;
import dev.hew.pack.PackReference;
import dev.hew.pack.Pin;
import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A pack in a git repository: which commit it is, and its files, from what is kept of it or from the repository. */
final class PackCommits {
  private final Path home;
  private final Packs.Access access;
  private final PackReference.InGit where;
  private final String shown;

  /**
   * @param home the folder that a path on this machine is named from
   */
  PackCommits(Path home, Packs.Access access, PackReference.InGit where) {
    this.home = home;
    this.access = access;
    this.where = where;
    this.shown = Packs.shown(where, home, access);
  }

  /** A commit with the files of the pack in it. */
  record Held(String commit, FileTree files) {}

  /**
   * The files of the pack.
   *
   * @param pin what it was last time; empty to find out anew
   */
  Checked<Held> files(Optional<Pin> pin) {
    return commit(pin).then(this::kept);
  }

  /** The commit that a reference means: the one that was pinned for it, else what it means now. */
  private Checked<String> commit(Optional<Pin> pin) {
    Optional<String> known =
        pin.filter(p -> p.text().equals(where.text())).flatMap(Pin::commit).or(where::commit);
    if (access.cache().isEmpty()) {
      return Checked.failed(
          Diagnostic.error("pack-not-kept", "there is no place to keep `" + shown + "` at")
              .withHint("set HOME, or XDG_CACHE_HOME to a folder that you may write to"));
    }
    Path cache = access.cache().get();
    if (known.filter(commit -> PackRepository.has(cache, commit)).isPresent()) {
      return Checked.of(known.get());
    }
    if (!access.fetching()) {
      return Checked.failed(Diagnostic.error(
              "pack-not-kept",
              "`" + shown + "`"
                  + known.map(c -> ", commit " + c + ",").orElse("")
                  + " is not in `" + cache.resolve("packs") + "`, and nothing is fetched here")
          .withHint(known
              .map(c -> "`hew stacks "
                  + Packs.shown(
                      new PackReference.InGit(where.url(), c, where.folder()), home, access)
                  + "` fetches it")
              .orElse("`hew update --dry-run` looks up what it is now")));
    }
    return fetched(known.orElse(where.revision()), cache);
  }

  private Checked<String> fetched(String revision, Path cache) {
    try {
      return Checked.of(fetch(cache).fetch(revision));
    } catch (PackFetch.NoRevision e) {
      return Checked.failed(Diagnostic.error("pack-revision", "`" + shown + "`: " + e.getMessage())
          .withHint("write a tag, a branch or all 40 digits of a commit behind the `@`"));
    } catch (IOException e) {
      return Checked.failed(Diagnostic.error(
              "pack-unreachable", "`" + shown + "` cannot be fetched: " + Reasons.of(e))
          .withHint(
              "look at the address and the connection; credentials are taken from `~/.netrc`"));
    }
  }

  private PackFetch fetch(Path cache) {
    String url = where.isPath() ? home.resolve(where.url()).normalize().toString() : where.url();
    return new PackFetch(
        cache,
        url,
        (done, total) -> access.progress().at("objects of " + where.url(), done, total));
  }

  private Checked<Held> kept(String commit) {
    Path cache = access.cache().orElseThrow();
    try {
      return kept(commit, cache);
    } catch (FileNotFoundException e) {
      return Checked.failed(Diagnostic.error("pack-not-found", "`" + shown + "`: " + e.getMessage())
          .withHint("what stands behind the `:` is a folder of the repository at that revision"));
    } catch (IOException broken) {
      if (!access.fetching()) {
        return Checked.failed(broken(commit, cache, broken));
      }
      return again(commit, cache);
    }
  }

  private Checked<Held> kept(String commit, Path cache) throws IOException {
    String folder = where.folder().map(RelPath::value).orElse("");
    return PackRepository.read(cache, commit, folder, shown).map(files -> new Held(commit, files));
  }

  /** What is kept is broken, and fetched once more. */
  private Checked<Held> again(String commit, Path cache) {
    try {
      fetch(cache).forget(commit);
      Checked<String> fetched = fetched(commit, cache);
      return fetched.ok() ? kept(commit, cache) : Checked.failed(fetched.diagnostics());
    } catch (IOException e) {
      return Checked.failed(broken(commit, cache, e));
    }
  }

  private static Diagnostic broken(String commit, Path cache, IOException why) {
    return Diagnostic.error(
            "pack-kept-broken",
            "`" + cache.resolve("packs").resolve(commit + ".git") + "` is broken: "
                + Reasons.of(why))
        .withHint("delete that folder; `hew update` fetches it again");
  }
}
