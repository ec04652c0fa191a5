package dev.hew.flow;

import dev.hew.disk.Folder;
import dev.hew.disk.PackFolder;
import dev.hew.disk.Reasons;
import dev.hew.merge.LineEnds;
import dev.hew.pack.Pack;
import dev.hew.pack.PackReference;
import dev.hew.pack.Pin;
import dev.hew.pack.Provenance;
import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.spec.Spec;
import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Finds the pack that a service is made with: one of hew's own stacks, a folder, or a commit of a repository. */
public final class Packs {
  private static final Pattern ID = Pattern.compile("[a-z0-9-]+");

  private final Path home;
  private final Access access;

  private Packs(Path home, Access access) {
    this.home = home;
    this.access = access;
  }

  /**
   * What may be done to get at a pack.
   *
   * @param start the folder that messages name paths from
   * @param cache the user's cache folder; empty where there is none
   * @param fetching whether a commit that is not in there may be fetched
   * @param progress told how far that is
   */
  public record Access(Path start, Optional<Path> cache, boolean fetching, Progress progress) {
    /** Folders and hew's own stacks, and nothing else. */
    static final Access LOCAL =
        new Access(Path.of(""), Optional.empty(), false, (what, done, total) -> {});
  }

  /**
   * The pack that a manifest names.
   *
   * @param home the folder that it is named from; empty where the manifest is not on this machine
   * @param pin what it was last time; empty to find out anew
   */
  static Checked<Pack> of(Spec manifest, Optional<Path> home, Optional<Pin> pin, Access access) {
    if (manifest.pack().isEmpty()) {
      return Stacks.named(manifest.stack().orElse(NewService.DEFAULT_STACK));
    }
    if (home.isEmpty()) {
      return Checked.failed(Diagnostic.error(
              "pack-manifest-elsewhere",
              "a `hew.yaml` that is no file on this machine cannot name a pack")
          .withHint("download it and look at it first"));
    }
    String text = manifest.pack().get();
    return parsed(text, home.get()).then(where -> new Packs(home.get(), access).pack(where, pin));
  }

  /**
   * Why there is no pack, beside the one that a service was made with: where the manifest has another by now, and nothing
   * may be fetched to tell what it is, that is the reason.
   */
  static List<Diagnostic> compared(
      List<Diagnostic> why, Checked<SpecInput> input, Provenance before) {
    Optional<String> named = input.toOptional().flatMap(i -> i.manifest().pack());
    Optional<String> known = before.pin().map(Pin::text);
    boolean unknown = why.stream().anyMatch(d -> d.code().equals("pack-not-kept"));
    return !unknown || named.equals(known)
        ? why
        : List.of(Diagnostic.error(
                "pack-changed",
                "`hew.yaml` names the pack `" + named.orElseThrow()
                    + "`, and the service was made with `" + known.orElse(before.name()) + "`")
            .withHint("`hew update --dry-run` fetches it and shows what changes"));
  }

  /** A pack that is named on the command line, or one of hew's own stacks. */
  public static Checked<Pack> named(String text, Path folder, Access access) {
    if (!ID.matcher(text).matches()) {
      return parsed(text, folder)
          .then(where -> new Packs(folder, access).pack(where, Optional.empty()));
    }
    Checked<Pack> stack = Stacks.named(text);
    return stack.ok() || !isFolder(folder, text)
        ? stack
        : Checked.failed(stack.diagnostics().stream()
            .map(d -> d.withHint("`./" + text + "` names the pack in that folder"))
            .toList());
  }

  /** What a reference from one folder is when it stands in a manifest in another one. */
  static Checked<String> moved(String text, Path from, Path to) {
    try {
      return parsed(text, from)
          .map(where -> where.moved(path -> moved(from, to, path)).text());
    } catch (InvalidPathException e) {
      return Checked.failed(noPath(text, e));
    }
  }

  private static Diagnostic noPath(String text, InvalidPathException why) {
    return Diagnostic.error("pack-reference", "`" + text + "` is no path: " + why.getReason())
        .withHint("name a folder, or a repository as `URL@REVISION`");
  }

  private static String moved(Path from, Path to, String text) {
    if (Path.of(text).isAbsolute()) {
      return text;
    }
    Path target = from.resolve(text).toAbsolutePath().normalize();
    Path start = to.toAbsolutePath().normalize();
    return target.equals(start)
        ? "."
        : target.getRoot().equals(start.getRoot())
            ? start.relativize(target).toString().replace(start.getFileSystem().getSeparator(), "/")
            : target.toString();
  }

  /** What messages call a place that is named from a folder. */
  static String shown(PackReference where, Path home, Access access) {
    return where.moved(path -> moved(home, access.start(), path)).text();
  }

  private String shown(PackReference where) {
    return shown(where, home, access);
  }

  private static Checked<PackReference> parsed(String text, Path from) {
    return PackReference.of(text, name -> isFolder(from, name));
  }

  private static boolean isFolder(Path from, String name) {
    try {
      return Folder.isThere(from.resolve(name));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private Checked<Pack> pack(PackReference where, Optional<Pin> pin) {
    try {
      return where instanceof PackReference.InGit git
          ? new PackCommits(home, access, git)
              .files(pin)
              .then(held -> read(plain(held.files()), where, Optional.of(held.commit())))
          : folder((PackReference.InFolder) where);
    } catch (InvalidPathException e) {
      return Checked.failed(noPath(where.text(), e));
    }
  }

  private Checked<Pack> folder(PackReference.InFolder where) {
    return files(where).then(files -> read(files, where, Optional.empty()));
  }

  private Checked<FileTree> files(PackReference.InFolder where) {
    try {
      return PackFolder.read(home.resolve(where.path()).normalize(), shown(where))
          .map(Packs::plain);
    } catch (IOException e) {
      return Checked.failed(Diagnostic.error(
              "pack-unreadable", "`" + shown(where) + "` cannot be read: " + Reasons.of(e))
          .withHint("name a folder that you may read"));
    }
  }

  /** The digest of a pack's files, where it is a folder; the commit says the same of one in a repository. */
  static Optional<String> digest(Spec manifest, Path home) {
    return manifest
        .pack()
        .flatMap(text -> parsed(text, home).toOptional())
        .filter(PackReference.InFolder.class::isInstance)
        .map(where -> new Packs(home, Access.LOCAL).files((PackReference.InFolder) where))
        .flatMap(Checked::toOptional)
        .map(Packs::digest);
  }

  private Checked<Pack> read(FileTree files, PackReference where, Optional<String> commit) {
    Pin pin = new Pin(where.text(), commit, digest(files));
    return Stacks.read(files, shown(where)).map(pack -> pack.pinned(pin));
  }

  /** The files with LF at the ends of lines, whatever a checkout has made of them. */
  private static FileTree plain(FileTree raw) {
    TreeMap<RelPath, Content> files = new TreeMap<>(raw.files());
    files.replaceAll((path, content) -> LineEnds.lf(content));
    return new FileTree(files);
  }

  private static String digest(FileTree files) {
    StringBuilder all = new StringBuilder();
    files
        .files()
        .forEach((path, content) ->
            all.append(path).append(' ').append(content.sha256()).append('\n'));
    return Content.of(all.toString()).sha256();
  }
}
