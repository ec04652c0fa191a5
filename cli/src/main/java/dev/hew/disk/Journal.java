package dev.hew.disk;

import dev.hew.tree.Content;
import dev.hew.tree.RelPath;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
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
    Files.createDirectories(folder.resolve("new"));
    Files.createDirectories(folder.resolve("old"));
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
        keep(folder.resolve("new/" + number), step.after().get());
      }
      if (step.before().isPresent()) {
        keep(folder.resolve("old/" + number), step.before().get());
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
   * @throws IOException when it cannot be read or is none of hew's
   */
  static Optional<Journal> read(Path folder) throws IOException {
    Path list = folder.resolve(LIST);
    if (!Files.isRegularFile(list)) {
      return Optional.empty();
    }
    List<String> texts = TextFile.read(list, MOST_BYTES).lines().toList();
    if (texts.isEmpty() || !texts.get(0).equals(FIRST)) {
      throw new IOException("`" + list + "` is no list of hew's");
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
      throw new IOException("`" + list + "` is no list of hew's: `" + text + "`", e);
    }
    throw new IOException("`" + list + "` is no list of hew's: `" + text + "`");
  }

  private static Optional<String> digest(String text) {
    return text.equals(NOTHING) ? Optional.empty() : Optional.of(text);
  }

  /** Where the new bytes of a file wait; gone once they are in place. */
  Path fresh(Line line) {
    return folder.resolve("new/" + line.number());
  }

  /** The bytes that were there before. */
  Optional<Content> old(Line line) throws IOException {
    if (line.before().isEmpty()) {
      return Optional.empty();
    }
    Path file = folder.resolve("old/" + line.number());
    return Optional.of(
        Content.of(Files.readAllBytes(file)).executable(Permissions.isExecutable(file)));
  }

  /** Makes it a journal of nothing, so that the rest of the folder can be deleted one by one. */
  void forget() throws IOException {
    Files.deleteIfExists(folder.resolve(LIST));
  }

  /** Writes a file of its own, down to the disk. */
  private static void keep(Path file, Content content) throws IOException {
    try (FileChannel channel = FileChannel.open(
        file,
        StandardOpenOption.CREATE,
        StandardOpenOption.WRITE,
        StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer bytes = ByteBuffer.wrap(content.bytes());
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(false);
    }
    Permissions.setExecutable(file, content.executable());
  }
}
