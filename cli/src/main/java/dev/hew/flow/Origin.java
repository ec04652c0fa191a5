package dev.hew.flow;

import dev.hew.disk.SpecFiles;
import dev.hew.git.Revision;
import dev.hew.http.Download;
import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.report.Source;
import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Where a text comes from, and where the texts beside it come from. */
interface Origin {

  Checked<Source> read();

  /**
   * The origin of a text that this one refers to.
   *
   * @param reference relative to this text's folder
   */
  Origin sibling(String reference);

  /** The folder that this text is in; empty for one that is on no disk of this machine. */
  default Optional<Path> home() {
    return Optional.empty();
  }

  /**
   * What the user means by a SPEC. A file of that name comes before a revision.
   *
   * @param root the folder that references may not leave; empty for the git top level around the file
   */
  static Origin of(String spec, Path folder, Optional<Path> root, InputStream standardInput) {
    if (spec.equals("-")) {
      return new OfStandardInput(standardInput, folder, root);
    }
    if (spec.startsWith("https://") || spec.startsWith("http://")) {
      return new OfAddress(spec);
    }
    int colon = spec.indexOf(':');
    if (colon > 1 && !SpecFiles.exists(folder, spec)) {
      return new OfRevision(folder, spec.substring(0, colon), spec.substring(colon + 1), spec);
    }
    return new OfFile(folder, spec, spec, root);
  }

  /**
   * What a user would call a file that another one refers to.
   *
   * @param name what the user calls the file that refers
   * @param reference relative to that file's folder
   */
  private static String beside(String name, String reference) {
    Deque<String> parts = new ArrayDeque<>();
    String folder = name.substring(0, name.lastIndexOf('/') + 1);
    for (String part : (folder + reference).split("/")) {
      boolean named = !parts.isEmpty() && !parts.peekLast().equals("..");
      if (part.equals("..") && named) {
        parts.removeLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    String path = (folder.startsWith("/") ? "/" : "") + String.join("/", parts);
    return path.isEmpty() ? reference : path;
  }

  /** A file on disk. */
  record OfFile(Path folder, String path, String name, Optional<Path> root) implements Origin {
    @Override
    public Checked<Source> read() {
      return SpecFiles.read(folder, path, name);
    }

    @Override
    public Origin sibling(String reference) {
      return new OfSibling(folder.resolve(path), reference, beside(name, reference), root);
    }

    @Override
    public Optional<Path> home() {
      return Optional.of(folder.resolve(path).toAbsolutePath().normalize().getParent());
    }
  }

  /** A file that another one refers to. */
  record OfSibling(Path from, String reference, String name, Optional<Path> root)
      implements Origin {
    @Override
    public Checked<Source> read() {
      Path border = root.orElseGet(() -> SpecFiles.border(from));
      return SpecFiles.sibling(from, border, reference, name);
    }

    @Override
    public Origin sibling(String next) {
      return new OfSibling(from.resolveSibling(reference), next, beside(name, next), root);
    }
  }

  /** Standard input; what it refers to is looked for in the folder that hew was started in. */
  record OfStandardInput(InputStream in, Path folder, Optional<Path> root) implements Origin {
    @Override
    public Checked<Source> read() {
      try {
        return SpecFiles.text(in, "-");
      } catch (IOException e) {
        return Checked.failed(
            Diagnostic.error("spec-unreadable", "standard input cannot be read: " + e.getMessage())
                .withHint("pipe the contract into hew, or name its file"));
      }
    }

    @Override
    public Origin sibling(String reference) {
      return new OfSibling(folder.resolve("-"), reference, reference, root);
    }

    @Override
    public Optional<Path> home() {
      return Optional.of(folder);
    }
  }

  /** A file at a revision of the git repository around a folder. */
  record OfRevision(Path folder, String revision, String path, String name) implements Origin {
    @Override
    public Checked<Source> read() {
      try {
        Optional<byte[]> bytes = Revision.read(folder, revision, path);
        return bytes.isPresent()
            ? SpecFiles.text(new ByteArrayInputStream(bytes.get()), name)
            : Checked.failed(Diagnostic.error(
                    "spec-not-found", "revision `" + revision + "` has no file `" + path + "`")
                .withHint("the path starts at the repository's top level"));
      } catch (IOException e) {
        return Checked.failed(
            Diagnostic.error("spec-not-found", "`" + name + "` cannot be read: " + e.getMessage())
                .withHint("a SPEC is a file, `-`, `REVISION:PATH` or an https address"));
      }
    }

    @Override
    public Origin sibling(String reference) {
      try {
        String next = RelPath.of(path).resolve(reference).value();
        return new OfRevision(folder, revision, next, revision + ":" + next);
      } catch (IllegalArgumentException e) {
        return new Refused(
            Diagnostic.error("ref-outside", "`" + reference + "` lies outside of the repository")
                .withHint("keep the files of a contract in its repository"));
      }
    }
  }

  /** A file on the web; nothing that it refers to is fetched, since nobody asked for that. */
  record OfAddress(String address) implements Origin {
    @Override
    public Checked<Source> read() {
      if (!address.startsWith("https://")) {
        return Checked.failed(
            Diagnostic.error("spec-not-https", "`" + address + "` is not fetched over plain HTTP")
                .withHint("use https, or download it first"));
      }
      try {
        Content file = Download.of(URI.create(address), SpecFiles.LARGEST);
        return SpecFiles.text(new ByteArrayInputStream(file.bytes()), address);
      } catch (IOException | IllegalArgumentException e) {
        return Checked.failed(Diagnostic.error(
                "spec-unreachable", "`" + address + "` cannot be fetched: " + e.getMessage())
            .withHint("download it, and name the file"));
      }
    }

    @Override
    public Origin sibling(String reference) {
      return new Refused(Diagnostic.error(
              "ref-not-fetched",
              "`" + reference + "` is not fetched: only the address on the command line is")
          .withHint("download all files of the contract and name the root document"));
    }
  }

  /** A file in memory, laid over those of a folder; what it refers to may be in either. */
  record OfTree(FileTree tree, RelPath path, String name, Path folder) implements Origin {
    @Override
    public Checked<Source> read() {
      try {
        return SpecFiles.text(
            new ByteArrayInputStream(tree.get(path).orElseThrow().bytes()), name);
      } catch (IOException e) {
        throw new UncheckedIOException("a text in memory cannot fail to be read", e);
      }
    }

    @Override
    public Origin sibling(String reference) {
      try {
        RelPath next = path.resolve(reference);
        if (tree.get(next).isPresent()) {
          return new OfTree(tree, next, beside(name, reference), folder);
        }
      } catch (IllegalArgumentException outside) {
        // above the folder, where only files on disk are
      }
      return new OfSibling(
          folder.resolve(path.value()), reference, beside(name, reference), Optional.empty());
    }
  }

  /** A text that may not be read. */
  record Refused(Diagnostic reason) implements Origin {
    @Override
    public Checked<Source> read() {
      return Checked.failed(reason);
    }

    @Override
    public Origin sibling(String reference) {
      return this;
    }
  }
}
