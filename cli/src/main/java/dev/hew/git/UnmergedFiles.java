package dev.hew.git;

import dev.hew.tree.Content;
import dev.hew.tree.RelPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** Files that git's index holds in several versions, as after a merge with conflicts. */
public final class UnmergedFiles {
  private final Repository repository;
  private final String prefix;

  private UnmergedFiles(Repository repository, String prefix) {
    this.repository = repository;
    this.prefix = prefix;
  }

  /** The versions of a file. */
  public record Versions(RelPath path, Optional<Content> base, Content ours, Content theirs) {}

  /** Something done to the repository around a folder. */
  @FunctionalInterface
  private interface Work {
    void on(UnmergedFiles files) throws IOException, GitAPIException;
  }

  /**
   * Puts versions of files into the index of the repository around a folder, in place of the one that is there. A file
   * that git does not know, or that has several versions already, is left alone; so is everything where there is no
   * repository.
   *
   * @throws IOException when the index cannot be read or written, because another git is at work for example
   */
  public static void mark(Path folder, List<Versions> versions) throws IOException {
    around(folder, files -> files.mark(versions));
  }

  /**
   * Makes single entries of those that {@link #mark} made: the files as they lie there.
   *
   * @param known for each file a text by which its entries are recognised: the base or the version of theirs
   * @throws IOException when the index cannot be read or written
   */
  public static void settle(Path folder, Map<RelPath, Content> known) throws IOException {
    around(folder, files -> files.settleIn(folder, known));
  }

  private static void around(Path folder, Work work) throws IOException {
    Path top = folder.toAbsolutePath().normalize();
    FileRepositoryBuilder builder = new FileRepositoryBuilder().findGitDir(top.toFile());
    if (builder.getGitDir() == null) {
      return;
    }
    try (Repository repository = builder.build()) {
      if (!repository.isBare()) {
        String relative = repository
            .getWorkTree()
            .toPath()
            .toRealPath()
            .relativize(top.toRealPath())
            .toString()
            .replace('\\', '/');
        work.on(new UnmergedFiles(repository, relative.isEmpty() ? "" : relative + "/"));
      }
    } catch (JGitInternalException e) {
      // what the system refused, or another git that is at work, comes wrapped in it
      throw e.getCause() instanceof IOException why ? why : new IOException(e.getMessage(), e);
    } catch (GitAPIException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private void mark(List<Versions> versions) throws IOException {
    DirCache index = repository.lockDirCache();
    try (ObjectInserter objects = repository.newObjectInserter()) {
      List<DirCacheEntry> stages = new ArrayList<>();
      Set<String> replaced = new HashSet<>();
      for (Versions file : versions) {
        DirCacheEntry now = index.getEntry(prefix + file.path());
        if (now != null && now.getStage() == DirCacheEntry.STAGE_0) {
          replaced.add(now.getPathString());
          boolean crlf = isCrlf(repository.open(now.getObjectId()).getBytes());
          file.base().ifPresent(base -> stages.add(entry(now, DirCacheEntry.STAGE_1)));
          stages.add(entry(now, DirCacheEntry.STAGE_2));
          stages.add(entry(now, DirCacheEntry.STAGE_3));
          int at = stages.size();
          stages.get(at - 1).setObjectId(insert(objects, file.theirs(), crlf));
          stages.get(at - 2).setObjectId(insert(objects, file.ours(), crlf));
          if (file.base().isPresent()) {
            stages.get(at - 3).setObjectId(insert(objects, file.base().get(), crlf));
          }
        }
      }
      objects.flush();
      if (!stages.isEmpty()) {
        replace(index, replaced, stages);
      }
    } finally {
      index.unlock();
    }
  }

  private static void replace(DirCache index, Set<String> replaced, List<DirCacheEntry> entries)
      throws IOException {
    DirCacheBuilder next = index.builder();
    for (int i = 0; i < index.getEntryCount(); i++) {
      if (!replaced.contains(index.getEntry(i).getPathString())) {
        next.add(index.getEntry(i));
      }
    }
    entries.forEach(next::add);
    if (!next.commit()) {
      throw new IOException("the index was locked");
    }
  }

  private static DirCacheEntry entry(DirCacheEntry like, int stage) {
    DirCacheEntry entry = new DirCacheEntry(like.getPathString(), stage);
    entry.setFileMode(
        FileMode.EXECUTABLE_FILE.equals(like.getFileMode())
            ? FileMode.EXECUTABLE_FILE
            : FileMode.REGULAR_FILE);
    return entry;
  }

  private static ObjectId insert(ObjectInserter objects, Content content, boolean crlf)
      throws IOException {
    byte[] bytes = content.bytes();
    return objects.insert(Constants.OBJ_BLOB, crlf ? bytes : lf(bytes));
  }

  private static boolean isCrlf(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1).contains("\r\n");
  }

  /** As git keeps the lines of a file that it checks out with other ends. */
  private static byte[] lf(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return text.indexOf('\0') >= 0
        ? bytes
        : text.replace("\r\n", "\n").getBytes(StandardCharsets.ISO_8859_1);
  }

  private void settleIn(Path folder, Map<RelPath, Content> known)
      throws IOException, GitAPIException {
    DirCache index = repository.readDirCache();
    Map<String, RelPath> paths = new HashMap<>();
    known.keySet().forEach(path -> paths.put(prefix + path, path));
    Set<RelPath> settled = new HashSet<>();
    for (int i = 0; i < index.getEntryCount(); i++) {
      DirCacheEntry entry = index.getEntry(i);
      RelPath path = paths.get(entry.getPathString());
      boolean foreign =
          entry.getStage() == DirCacheEntry.STAGE_1 || entry.getStage() == DirCacheEntry.STAGE_3;
      if (path != null && foreign && holds(entry, known.get(path))) {
        settled.add(path);
      }
    }
    try (Git git = new Git(repository)) {
      for (RelPath path : settled) {
        if (Files.exists(folder.resolve(path.value()), LinkOption.NOFOLLOW_LINKS)) {
          git.add().addFilepattern(prefix + path).call();
        } else {
          git.rm().setCached(true).addFilepattern(prefix + path).call();
        }
      }
    }
  }

  private boolean holds(DirCacheEntry entry, Content content) throws IOException {
    String now = new String(
        lf(repository.open(entry.getObjectId()).getBytes()), StandardCharsets.ISO_8859_1);
    return now.equals(new String(lf(content.bytes()), StandardCharsets.ISO_8859_1));
  }
}
