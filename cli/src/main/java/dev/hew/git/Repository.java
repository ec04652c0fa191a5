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
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
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

/** A git repository. */
public final class Repository {
  private Repository() {}

  /** Whether a folder, which need not exist, lies within a repository. */
  public static boolean surrounds(Path folder) {
    File start = folder.toAbsolutePath().normalize().toFile();
    return new FileRepositoryBuilder().findGitDir(start).getGitDir() != null;
  }

  /**
   * Makes a folder a repository and takes the content of files into it. The objects go into one pack straight from
   * memory: a thousand loose ones take longer to write than all the rest of hew's work. The files themselves need not be
   * in the folder yet.
   *
   * @param tree what git is to keep, byte for byte
   * @throws IOException when git cannot do so
   */
  public static Begun begin(Path folder, FileTree tree) throws IOException {
    try (Git git =
        Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call()) {
      FileRepository repository = new FileRepository(git.getRepository().getDirectory());
      PackInserter objects = (PackInserter) repository.getObjectDatabase().newPackInserter();
      objects.setCompressionLevel(Deflater.BEST_SPEED);
      Begun begun = new Begun(repository, folder, objects);
      try {
        for (Map.Entry<RelPath, Content> file : tree.files().entrySet()) {
          begun.add(file.getKey(), file.getValue());
        }
        return begun;
      } catch (IOException | RuntimeException e) {
        begun.close();
        throw e;
      }
    } catch (GitAPIException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** A repository that holds the content of files and no commit yet. */
  public static final class Begun implements AutoCloseable {
    private final FileRepository repository;
    private final Path folder;
    private final ObjectInserter objects;
    private final Map<RelPath, Blob> blobs = new TreeMap<>();

    /** By the digest of their bytes: what two files share is taken in once. */
    private final Map<String, ObjectId> known = new HashMap<>();

    private record Blob(ObjectId id, FileMode mode) {}

    private Begun(FileRepository repository, Path folder, ObjectInserter objects) {
      this.repository = repository;
      this.folder = folder;
      this.objects = objects;
    }

    private void add(RelPath path, Content content) throws IOException {
      ObjectId id = known.get(content.sha256());
      if (id == null) {
        id = objects.insert(Constants.OBJ_BLOB, content.bytes());
        known.put(content.sha256(), id);
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
