package dev.hew.disk;

import dev.hew.tree.Content;
import dev.hew.tree.RelPath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one transaction does, written down before any of it is done: a folder with the new and the old bytes of every
 * file, and last a list of them. Whether the list is there decides whether the transaction took place.
 */
record Journal(Path folder, List<Line> lines) {
  private static final String LIST = "list";
  private static final String AFTER = "new/";
  private static final String BEFORE = "old/";
  private static final String COPY = "copy";
  private static final String FIRST = "hew transaction 1";
  private static final String NOTHING = "-";
  private static final int MOST_BYTES = 16 * 1024 * 1024;

  /**
   * One file.
   *
   * @param before the digest of what was there; empty when nothing was
   * @param after the digest of what is to be there; empty when nothing is
   */
  record Line(int number, RelPath path, Optional<String> before, Optional<String> after) {}

  /** Writes everything down. When it returns, the transaction will be carried out, whatever happens to the process. */
  static Journal write(Path folder, List<Transaction.Step> steps) throws IOException {
    Files.createDirectories(folder);
    Permissions.closeToOthers(
        folder); // it holds copies of files that others may not be allowed to read
    Files.createDirectories(folder.resolve(AFTER));
    Files.createDirectories(folder.resolve(BEFORE));
    List<Line> lines = new ArrayList<>();
    StringBuilder list = new StringBuilder(FIRST).append('\n');
    for (Transaction.Step step : steps) {
      int number = lines.size();
      Line line = new Line(
          number,
          step.path(),
          step.before().map(Content::sha256),
          step.after().map(Content::sha256));
      lines.add(line);
      if (step.after().isPresent()) {
        keep(folder.resolve(AFTER + number), step.after().get());
      }
      if (step.before().isPresent()) {
        keep(folder.resolve(BEFORE + number), step.before().get());
      }
      list.append(line.before().orElse(NOTHING))
          .append(' ')
          .append(line.after().orElse(NOTHING))
          .append(' ')
          .append(line.path())
          .append('\n');
    }
    Path unfinished = folder.resolve(LIST + ".part");
    keep(unfinished, Content.of(list.toString()));
    Files.move(unfinished, folder.resolve(LIST), StandardCopyOption.ATOMIC_MOVE);
    return new Journal(folder, List.copyOf(lines));
  }

  /**
   * The journal in a folder; empty when there is none or it was never finished.
   *
   * @throws Transaction.Foreign when it is none of hew's
   */
  static Optional<Journal> read(Path folder) throws IOException {
    Path list = folder.resolve(LIST);
    Optional<byte[]> bytes = bytes(folder, LIST, MOST_BYTES);
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    List<String> texts = new String(bytes.get(), StandardCharsets.UTF_8).lines().toList();
    if (texts.isEmpty() || !texts.get(0).equals(FIRST)) {
      throw new Transaction.Foreign("`" + list + "` is no list of hew's", null);
    }
    List<Line> lines = new ArrayList<>();
    for (String text : texts.subList(1, texts.size())) {
      lines.add(line(lines.size(), text, list));
    }
    return Optional.of(new Journal(folder, List.copyOf(lines)));
  }

  private static Line line(int number, String text, Path list) throws IOException {
    String[] parts = text.split(" ", 3);
    try {
      RelPath path = RelPath.of(parts[2]);
      if (!path.hasPart(".git")) {
        return new Line(number, path, digest(parts[0]), digest(parts[1]));
      }
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw new Transaction.Foreign("`" + list + "` is no list of hew's: `" + text + "`", e);
    }
    throw new Transaction.Foreign("`" + list + "` is no list of hew's: `" + text + "`", null);
  }

  private static Optional<String> digest(String text) {
    return text.equals(NOTHING) ? Optional.empty() : Optional.of(text);
  }

  /**
   * Puts a file into its place, whole. The bytes written down stay, so that this can be done again from any state.
   *
   * @param content the line's {@link #fresh}
   * @param target on the same file system; one that is there is replaced
   */
  void put(Content content, Path target) throws IOException {
    Path copy = folder.resolve(COPY);
    Files.deleteIfExists(copy); // left when the process was killed here
    keep(copy, content);
    if (Files.exists(target)) {
      Permissions.takeOver(target, copy);
    }
    Files.move(copy, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Leaves away the new bytes, once they are in place for good, and what a killed process left of a copy. */
  static void settle(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve(COPY));
    Folder.delete(folder.resolve(AFTER));
  }

  /**
   * The bytes that are to be there; empty when nothing is to be, or they are lost.
   *
   * @throws Transaction.Foreign when they are others than hew wrote down
   */
  Optional<Content> fresh(Line line) throws IOException {
    return kept(AFTER + line.number(), line.after());
  }

  /**
   * The bytes that were there before; empty when nothing was.
   *
   * @throws Transaction.Foreign when they are lost, or others than hew wrote down
   */
  Optional<Content> old(Line line) throws IOException {
    Optional<Content> old = kept(BEFORE + line.number(), line.before());
    if (line.before().isPresent() && old.isEmpty()) {
      throw new Transaction.Foreign(
          "`" + folder.resolve(BEFORE + line.number()) + "` is missing", null);
    }
    return old;
  }

  private Optional<Content> kept(String name, Optional<String> digest) throws IOException {
    Optional<byte[]> bytes =
        digest.isEmpty() ? Optional.empty() : bytes(folder, name, GuardedFiles.LARGEST);
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    Path file = folder.resolve(name);
    Content content = Content.of(bytes.get()).executable(Permissions.isExecutable(file));
    if (!content.sha256().equals(digest.get())) {
      throw new Transaction.Foreign("`" + file + "` does not hold what hew wrote there", null);
    }
    return Optional.of(content);
  }

  /** A file of a journal, which anybody may have laid there; empty when there is none. */
  private static Optional<byte[]> bytes(Path folder, String name, int most) throws IOException {
    Path file = folder.resolve(name);
    if (GuardedFiles.isLinked(folder, RelPath.of(name))) {
      throw new Transaction.Foreign("`" + file + "` is, or lies below, a symbolic link", null);
    }
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new Transaction.Foreign("`" + file + "` is no file", null);
    }
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw new Transaction.Foreign("`" + file + "` is longer than " + most + " bytes", null);
      }
      return Optional.of(bytes);
    }
  }

  /** Makes it a journal of nothing, so that the rest of the folder can be deleted one by one. */
  void forget() throws IOException {
    Files.deleteIfExists(folder.resolve(LIST));
  }

  /** Writes a file of its own, down to the disk. */
  private static void keep(Path file, Content content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(content.bytes());
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(false);
    }
    Permissions.setExecutable(file, content.executable());
  }
}
