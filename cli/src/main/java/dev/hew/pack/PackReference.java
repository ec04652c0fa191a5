package dev.hew.pack;

import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.tree.RelPath;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Where a pack from elsewhere is, as a user writes it: a folder, or a revision of a git repository. Never a secret. */
public sealed interface PackReference {

  /** As it is written in {@code hew.yaml}. */
  String text();

  /**
   * The same place, seen from elsewhere.
   *
   * @param move what becomes of a path on this machine; an address is left as it is
   */
  PackReference moved(UnaryOperator<String> move);

  /** A folder on this machine. */
  record InFolder(String path) implements PackReference {
    @Override
    public String text() {
      return path;
    }

    @Override
    public InFolder moved(UnaryOperator<String> move) {
      return new InFolder(move.apply(path));
    }
  }

  /**
   * A commit of a git repository.
   *
   * @param url an address, or a path on this machine
   * @param revision a tag, a branch or all 40 digits of a commit
   * @param folder the pack's folder in the repository; empty for its top level
   */
  record InGit(String url, String revision, Optional<RelPath> folder) implements PackReference {
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");

    @Override
    public String text() {
      return url + "@" + revision + folder.map(f -> ":" + f).orElse("");
    }

    @Override
    public InGit moved(UnaryOperator<String> move) {
      return isAddress(url) ? this : new InGit(move.apply(url), revision, folder);
    }

    /** Whether the repository is on this machine. */
    public boolean isPath() {
      return !isAddress(url);
    }

    /** The commit, where the revision is one. */
    public Optional<String> commit() {
      return COMMIT.matcher(revision).matches() ? Optional.of(revision) : Optional.empty();
    }
  }

  /**
   * Understands {@code FOLDER} and {@code URL@REVISION[:FOLDER]}.
   *
   * @param isFolder whether there is a folder of this name, which may hold an {@code @} too
   */
  static Checked<PackReference> of(String text, Predicate<String> isFolder) {
    return new Parser(text).reference(isFolder);
  }

  private static boolean isAddress(String url) {
    return Parser.SCHEME.matcher(url).find();
  }

  /** What is wrong is told without what may be a secret. */
  record Parser(String text) {
    private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]+://");
    private static final Pattern SHORT_SSH = Pattern.compile("^[\\w-]+@[\\w.-]+:.*");
    private static final Pattern REVISION =
        Pattern.compile("[^\\s~^:?*\\[\\\\@-][^\\s~^:?*\\[\\\\]{0,199}");
    private static final String FORM =
        "`pack: FOLDER`, or `pack: https://HOST/REPOSITORY.git@REVISION`";

    Checked<PackReference> reference(Predicate<String> isFolder) {
      if (text.isBlank()
          || text.length() > 1_000
          || text.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
        return wrong("a pack is named by one line of text");
      }
      if (SCHEME.matcher(text).find()) {
        return address();
      }
      if (isFolder.test(text)) {
        return Checked.of(new InFolder(text));
      }
      int at = separator(0);
      // in `packs@v1:acme` a repository in the folder `packs` may be meant
      boolean isHere = at > 0 && isFolder.test(text.substring(0, at));
      if (!isHere && SHORT_SSH.matcher(text).matches()) {
        return Checked.failed(Diagnostic.error(
                "pack-scheme", "the pack reads as an address of ssh, by which hew fetches none")
            .withHint("use https; a repository in a folder on this machine begins with `./`"));
      }
      return at <= 0 ? Checked.of(new InFolder(text)) : git(at);
    }

    private Checked<PackReference> address() {
      String scheme = text.substring(0, text.indexOf(':'));
      int start = scheme.length() + "://".length();
      int slash = text.indexOf('/', start);
      String host = slash < 0 ? text.substring(start) : text.substring(start, slash);
      int user = host.indexOf('@');
      // in `https://host@v1` the revision stands there, but so may a password
      if (user >= 0 && !scheme.equals("ssh")) {
        return Checked.failed(Diagnostic.error(
                "pack-credentials",
                "the pack's address holds what may be a password, and `hew.yaml` is for everybody to read")
            .withHint(
                "leave out what stands before the `@` of the host; hew asks `~/.netrc` for it"));
      }
      if (!scheme.equals("https") && !scheme.equals("file")) {
        return scheme(scheme);
      }
      if (text.indexOf('?') >= 0 || text.indexOf('#') >= 0) {
        return wrong("a pack's address has neither `?` nor `#`");
      }
      int at = slash < 0 ? -1 : separator(slash);
      return at < 0
          ? Checked.failed(Diagnostic.error("pack-revision", "`" + text + "` names no revision")
              .withHint("add `@` and a tag, a branch or a commit: `" + text + "@v1`"))
          : git(at);
    }

    /** Where the revision starts: behind {@code .git@}, else at the last {@code @}; -1 for nowhere. */
    private int separator(int from) {
      int git = text.indexOf(".git@", from);
      int at = git >= 0 ? git + ".git".length() : text.lastIndexOf('@');
      return at < from ? -1 : at;
    }

    private Checked<PackReference> git(int at) {
      String[] parts = text.substring(at + 1).split(":", 2);
      if (!REVISION.matcher(parts[0]).matches() || parts[0].contains("..")) {
        return Checked.failed(
            Diagnostic.error("pack-revision", "`" + parts[0] + "` is no revision of a repository")
                .withHint("write a tag, a branch or all 40 digits of a commit behind the `@`"));
      }
      try {
        Optional<RelPath> folder =
            parts.length == 1 ? Optional.empty() : Optional.of(RelPath.of(parts[1]));
        return Checked.of(new InGit(text.substring(0, at), parts[0], folder));
      } catch (IllegalArgumentException e) {
        return wrong("`" + parts[1] + "` is no folder of a repository");
      }
    }

    private static Checked<PackReference> scheme(String scheme) {
      return Checked.failed(Diagnostic.error(
              "pack-scheme", "hew does not fetch packs by `" + scheme + "`")
          .withHint("use https or a path on this machine: `git clone` it, then name the folder"));
    }

    private static Checked<PackReference> wrong(String message) {
      return Checked.failed(Diagnostic.error("pack-reference", message).withHint(FORM));
    }
  }
}
