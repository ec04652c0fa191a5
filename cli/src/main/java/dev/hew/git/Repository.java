package dev.hew.git;

import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.internal.storage.file.PackInserter;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.SystemReader;

/** A git repository. */
public final class Repository {
  private Repository() {}

  /** Whether a folder, which need not exist, lies within a repository. */
  public static boolean surrounds(Path folder) {
    File start = folder.toAbsolutePath().normalize().toFile();
    return new FileRepositoryBuilder().findGitDir(start).getGitDir() != null;
  }

  /**
   * Reads git's own settings, for which git is started twice. They are kept for the process, so that {@link #begin} need
   * not wait for them when they were asked for before.
   *
   * @throws IOException when they cannot be read
   */
  public static void readSettings() throws IOException {
    try {
      SystemReader.getInstance().getUserConfig();
    } catch (ConfigInvalidException | JGitInternalException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /**
   * Makes a folder a repository. The objects go into one pack straight from memory: a thousand loose ones take longer to
   * write than all the rest of hew's work.
   *
   * @throws IOException when git cannot do so
   */
  public static Begun begin(Path folder) throws IOException {
    try (Git git =
        Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call()) {
      FileRepository repository = new FileRepository(git.getRepository().getDirectory());
      PackInserter objects = (PackInserter) repository.getObjectDatabase().newPackInserter();
      objects.setCompressionLevel(Deflater.BEST_SPEED);
      return new Begun(repository, folder, objects);
    } catch (GitAPIException | JGitInternalException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** A repository that holds the content of files and no commit yet. */
  public static final class Begun implements AutoCloseable {
    private final FileRepository repository;
    private final Path folder;
    private final ObjectInserter objects;
    private final Map<RelPath, Blob> blobs = new TreeMap<>();

    /** What two files share is taken in once. */
    private final Map<Content, ObjectId> known = new HashMap<>();

    private record Blob(ObjectId id, FileMode mode) {}

    private Begun(FileRepository repository, Path folder, ObjectInserter objects) {
      this.repository = repository;
      this.folder = folder;
      this.objects = objects;
    }

    /**
     * Takes the content of files in, byte for byte. The files themselves need not be in the folder yet.
     *
     * @throws IOException when git cannot do so
     */
    public void add(FileTree tree) throws IOException {
      for (Map.Entry<RelPath, Content> file : tree.files().entrySet()) {
        add(file.getKey(), file.getValue());
      }
    }

    private void add(RelPath path, Content content) throws IOException {
      Content bytes = content.executable(false);
      ObjectId id = known.get(bytes);
      if (id == null) {
        id = objects.insert(Constants.OBJ_BLOB, bytes.bytes());
        known.put(bytes, id);
      }
      blobs.put(
          path,
          new Blob(id, content.executable() ? FileMode.EXECUTABLE_FILE : FileMode.REGULAR_FILE));
    }

    /**
     * Commits the files, which are in the folder by now.
     *
     * @throws IOException when git cannot do so
     */
    public void commit(String message) throws IOException {
      DirCache index = repository.lockDirCache();
      try {
        fill(index.builder());
        Repository.commit(repository, index.writeTree(objects), objects, message);
        index.write();
        index.commit();
      } finally {
        index.unlock();
      }
    }

    /** Every file as the index of a fresh checkout has it, with size and time, so that git need not look into the files. */
    private void fill(DirCacheBuilder index) throws IOException {
      for (Map.Entry<RelPath, Blob> file : blobs.entrySet()) {
        String path = file.getKey().value();
        BasicFileAttributes onDisk =
            Files.readAttributes(folder.resolve(path), BasicFileAttributes.class);
        DirCacheEntry entry = new DirCacheEntry(path);
        entry.setFileMode(file.getValue().mode());
        entry.setLength(onDisk.size());
        entry.setLastModified(onDisk.lastModifiedTime().toInstant());
        entry.setObjectId(file.getValue().id());
        index.add(entry);
      }
      index.finish();
    }

    @Override
    public void close() {
      objects.close();
      repository.close();
    }
  }

  private static void commit(
      FileRepository repository, ObjectId tree, ObjectInserter objects, String message)
      throws IOException {
    PersonIdent author = new PersonIdent(repository);
    CommitBuilder commit = new CommitBuilder();
    commit.setTreeId(tree);
    commit.setAuthor(author);
    commit.setCommitter(author);
    commit.setMessage(message);
    ObjectId id = objects.insert(commit);
    objects.flush();
    RefUpdate head = repository.updateRef(Constants.HEAD);
    head.setNewObjectId(id);
    head.setRefLogIdent(author);
    head.setRefLogMessage("commit (initial): " + message, false);
    RefUpdate.Result result = head.update();
    if (result != RefUpdate.Result.NEW) {
      throw new IOException("the first commit was refused: " + result);
    }
  }
}
