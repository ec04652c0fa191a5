package dev.hew.disk;

import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.report.Position;
import dev.hew.report.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads the texts of a spec, and nothing outside of the folder that it may refer to. */
public final class SpecFiles {
  /** A contract larger than this, in bytes, is refused. */
  public static final int LARGEST = 64 * 1024 * 1024;

  /** What Java reads where a byte is no UTF-8; a text may hold it as well. */
  private static final char REPLACEMENT = '\uFFFD';

  private SpecFiles() {}

  /** Whether there is such a file; a text that is no path at all names none. */
  public static boolean exists(Path folder, String path) {
    try {
      return Files.exists(folder.resolve(path));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** Reads a file that the user named. */
  public static Checked<Source> read(Path folder, String path, String name) {
    try {
      return read(folder.resolve(path), name);
    } catch (InvalidPathException e) {
      return Checked.failed(
          Diagnostic.error("spec-not-found", "`" + name + "` is no path: " + e.getReason())
              .withHint("name a file, `-`, `REVISION:PATH` or an https address"));
    }
  }

  private static Checked<Source> read(Path path, String name) {
    try (InputStream in = Files.newInputStream(path)) {
      return text(in, name);
    } catch (NoSuchFileException e) {
      return Checked.failed(
          Diagnostic.error("spec-not-found", "there is no file `" + name + "`")
              .withHint(
                  "SPEC is a file, `-`, `REVISION:PATH` or an https address; `-C DIR` starts elsewhere"));
    } catch (IOException e) {
      return Checked.failed(
          Diagnostic.error("spec-unreadable", "`" + name + "` cannot be read: " + Reasons.of(e))
              .withHint("name a file that you may read"));
    }
  }

  /** Reads a stream to its end, for example standard input. */
  public static Checked<Source> text(InputStream in, String name) throws IOException {
    byte[] bytes = in.readNBytes(LARGEST + 1);
    if (bytes.length > LARGEST) {
      return Checked.failed(
          Diagnostic.error("spec-too-large", "`" + name + "` is larger than 64 MiB")
              .withHint("split it into several files"));
    }
    Charset charset = charset(bytes);
    if (charset == StandardCharsets.UTF_8) {
      String text = new String(bytes, charset);
      if (text.indexOf(REPLACEMENT) < 0) {
        return Checked.of(new Source(name, text));
      }
    }
    CharBuffer chars = CharBuffer.allocate(bytes.length);
    CoderResult end = charset.newDecoder().decode(ByteBuffer.wrap(bytes), chars, true);
    String text = chars.flip().toString();
    if (end.isError()) {
      int line = text.lastIndexOf('\n') + 1;
      Position place = new Position(
          name, (int) text.chars().filter(c -> c == '\n').count() + 1, text.length() - line + 1);
      return Checked.failed(Diagnostic.error("spec-not-utf8", place, "this byte is no UTF-8 text")
          .withHint("save the file as UTF-8"));
    }
    return Checked.of(new Source(name, text));
  }

  /** UTF-8, unless a byte order mark says otherwise. */
  private static Charset charset(byte[] bytes) {
    if (bytes.length >= 2 && (bytes[0] & 0xff) == 0xfe && (bytes[1] & 0xff) == 0xff) {
      return StandardCharsets.UTF_16;
    }
    if (bytes.length >= 2 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xfe) {
      return StandardCharsets.UTF_16;
    }
    return StandardCharsets.UTF_8;
  }

  /**
   * Reads a file that a document refers to.
   *
   * @param root the document that refers
   * @param allowed the folder that no reference may leave, symbolic links followed
   * @param reference relative to the root's folder
   * @param name what messages call it
   */
  public static Checked<Source> sibling(Path root, Path allowed, String reference, String name) {
    try {
      Path path =
          root.toAbsolutePath().normalize().getParent().resolve(reference).normalize();
      Path border = allowed.toRealPath();
      if (!path.startsWith(allowed.toAbsolutePath().normalize())
          || (Files.exists(path) && !path.toRealPath().startsWith(border))) {
        return Checked.failed(Diagnostic.error(
                "ref-outside",
                "`" + reference + "` lies outside of the folder that the contract may refer to")
            .withHint("`--root DIR` widens it"));
      }
      if (Files.exists(path) && !Files.isRegularFile(path)) {
        // nobody may ever write into a pipe, and a device may never end
        return Checked.failed(
            Diagnostic.error("spec-unreadable", "`" + name + "` is no regular file")
                .withHint("refer to a file; folders, pipes, sockets and devices are not read"));
      }
      return read(path, name);
    } catch (IOException | InvalidPathException e) {
      return Checked.failed(Diagnostic.error(
              "spec-unreadable", "`" + reference + "` cannot be read: " + e.getMessage())
          .withHint("name a file below the contract's folder"));
    }
  }

  /** The folder that a contract's references may not leave: the git top level around it, or else its own folder. */
  public static Path border(Path contract) {
    Path own = contract.toAbsolutePath().normalize().getParent();
    for (Path folder = own; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve(".git"))) {
        return folder;
      }
    }
    return own;
  }
}
