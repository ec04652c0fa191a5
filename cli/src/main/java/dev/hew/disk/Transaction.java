package dev.hew.disk;

import dev.hew.tree.Content;
import dev.hew.tree.RelPath;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Changes to the files of a folder that take place all or none, whenever the process is killed: what is to be done is
 * written down in {@code .hew/local} first, and what was begun is finished by whoever comes next. The last transaction
 * can be taken back. Git ignores {@code .hew/local}.
 */
public final class Transaction implements AutoCloseable {
  private final Path folder;
  private final Path local;
  private final FileChannel channel;
  private final FileLock busy;
  private final List<RelPath> finished = new ArrayList<>();

  private Transaction(Path folder, Path local, FileChannel channel, FileLock busy) {
    this.folder = folder;
    this.local = local;
    this.channel = channel;
    this.busy = busy;
  }

  /**
   * What becomes of one file.
   *
   * @param before what is there, byte for byte
   * @param after what is to be there; empty for nothing
   */
  public record Step(RelPath path, Optional<Content> before, Optional<Content> after) {}

  /** Somebody else's doing that stands in the way: nothing was done. */
  public static final class Hindered extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient List<RelPath> paths;

    Hindered(String message, List<RelPath> paths) {
      super(message);
      this.paths = List.copyOf(paths);
    }

    /** The files that it is about; empty when another process is at work. */
    public List<RelPath> paths() {
      return paths;
    }
  }

  /** What lies in {@code .hew/local} is not what hew put there: nothing was done. */
  public static final class Foreign extends IOException {
    private static final long serialVersionUID = 1L;

    Foreign(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** Whether an earlier transaction of this folder was begun and not finished. */
  public static boolean isUnfinished(Path folder) {
    return Files.exists(folder.resolve(".hew/local/run"));
  }

  /**
   * Keeps others out of the folder, and finishes what an earlier process began.
   *
   * @throws Hindered when another process is at work, or when a file was edited after the interruption
   * @throws Foreign when {@code .hew/local} holds links, or else what hew did not put there
   */
  public static Transaction begin(Path folder) throws IOException, Hindered {
    for (String inner : List.of(".hew/local/scratch", ".hew/local/run/x", ".hew/local/undo/x")) {
      if (GuardedFiles.isLinked(folder, RelPath.of(inner))) {
        throw new Foreign("`" + folder.resolve(".hew/local") + "` holds a symbolic link", null);
      }
    }
    Path local = LocalFolder.of(folder);
    FileChannel channel = FileChannel.open(
        local.resolve("busy"),
        StandardOpenOption.CREATE,
        StandardOpenOption.WRITE,
        LinkOption.NOFOLLOW_LINKS);
    Transaction transaction = null;
    try {
      FileLock busy = lock(channel);
      transaction = new Transaction(folder, local, channel, busy);
      transaction.clear();
      transaction.finishEarlier();
      return transaction;
    } catch (IOException | Hindered | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static FileLock lock(FileChannel channel) throws IOException, Hindered {
    try {
      FileLock busy = channel.tryLock();
      if (busy != null) {
        return busy;
      }
    } catch (OverlappingFileLockException e) {
      throw new Hindered("another hew is at work in this folder", List.of());
    }
    throw new Hindered("another hew is at work in this folder", List.of());
  }

  /** What a process that was killed has left beside its transaction; nobody else is at work now. */
  private void clear() throws IOException {
    Scratch.clear(local);
    for (String name : Folder.names(local)) {
      if (name.startsWith(WholeFile.BESIDE)) {
        Folder.delete(local.resolve(name));
      }
    }
  }

  private Path run() {
    return local.resolve("run");
  }

  private Path undo() {
    return local.resolve("undo");
  }

  /** The files of an earlier transaction that was interrupted, and that this one finished before it began. */
  public List<RelPath> finished() {
    return List.copyOf(finished);
  }

  private void finishEarlier() throws IOException, Hindered {
    Optional<Journal> journal = Journal.read(run());
    if (journal.isPresent()) {
      carryOut(journal.get());
      journal.get().lines().forEach(line -> finished.add(line.path()));
    } else if (Files.exists(run())) {
      Folder.delete(run());
    }
  }

  /**
   * Takes all steps, in their order.
   *
   * @throws Hindered when a file is not what its step says it is
   */
  public void take(List<Step> steps) throws IOException, Hindered {
    List<RelPath> edited = new ArrayList<>();
    for (Step step : steps) {
      if (!digest(step.path()).equals(step.before().map(Content::sha256))) {
        edited.add(step.path());
      }
    }
    if (!edited.isEmpty()) {
      throw new Hindered("was written to while hew was at work", edited);
    }
    carryOut(Journal.write(run(), steps));
  }

  /**
   * The steps that take the last transaction back; empty when there is none.
   *
   * @throws Hindered when files were edited since
   * @throws Foreign when what is remembered is not what hew put there
   */
  public List<Step> back() throws IOException, Hindered {
    List<Step> steps = new ArrayList<>();
    Optional<Journal> journal = Journal.read(undo());
    if (journal.isPresent()) {
      List<RelPath> edited = new ArrayList<>();
      for (Journal.Line line : journal.get().lines()) {
        if (!digest(line.path()).equals(line.after())) {
          edited.add(line.path());
        }
        steps.add(new Step(line.path(), content(line.path()), journal.get().old(line)));
      }
      if (!edited.isEmpty()) {
        throw new Hindered("was edited since", edited);
      }
    }
    return steps;
  }

  /** Puts every new file in its place, whatever was done before; and only where it can be done for all. */
  private void carryOut(Journal journal) throws IOException, Hindered {
    List<RelPath> edited = new ArrayList<>();
    for (Journal.Line line : journal.lines()) {
      Optional<String> now = digest(line.path());
      boolean known = now.equals(line.before()) || now.equals(line.after());
      // what is foreign is found before anything is done, and so is what was lost
      boolean able = journal.fresh(line).isPresent() || now.equals(line.after());
      if (!known || !able && line.after().isPresent()) {
        edited.add(line.path());
      }
    }
    if (!edited.isEmpty()) {
      throw new Hindered("was edited after a run of hew had been interrupted", edited);
    }
    for (Journal.Line line : journal.lines()) {
      Path target = folder.resolve(line.path().value());
      Optional<Content> fresh = journal.fresh(line);
      if (line.after().isEmpty()) {
        Files.deleteIfExists(target);
        deleteEmpty(target.getParent());
      } else if (fresh.isPresent() && !fresh.equals(content(line.path()))) {
        Files.createDirectories(target.getParent());
        journal.put(fresh.get(), target);
      }
    }
    Optional<Journal> older = Journal.read(undo());
    if (older.isPresent()) {
      older.get().forget();
    }
    if (Files.exists(undo())) {
      Folder.delete(undo());
    }
    Files.move(run(), undo(), StandardCopyOption.ATOMIC_MOVE);
    Journal.settle(undo());
  }

  private void deleteEmpty(Path inner) throws IOException {
    for (Path at = inner; !at.equals(folder); at = at.getParent()) {
      try {
        Files.delete(at);
      } catch (DirectoryNotEmptyException e) {
        return;
      } catch (NoSuchFileException e) {
        // an interrupted run had deleted it
      }
    }
  }

  private Optional<String> digest(RelPath path) throws IOException {
    return content(path).map(Content::sha256);
  }

  private Optional<Content> content(RelPath path) throws IOException {
    Path file = folder.resolve(path.value());
    if (GuardedFiles.isLinked(folder, path)) {
      throw new IOException("`" + path + "` is, or lies below, a symbolic link");
    }
    return Files.exists(file)
        ? Optional.of(
            Content.of(Files.readAllBytes(file)).executable(Permissions.isExecutable(file)))
        : Optional.empty();
  }

  @Override
  public void close() throws IOException {
    busy.release();
    channel.close();
  }
}
