package dev.hew.git;

import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.internal.storage.file.FileRepository;
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
   * Makes a folder a repository and commits all that is in it. The objects go into one pack straight from memory: a
   * thousand loose ones take longer to write than all the rest of hew's work.
   *
   * @param tree what is in the folder, byte for byte as git is to keep it
   * @throws IOException when git cannot do so
   */
  public static void begin(Path folder, FileTree tree, String message) throws IOException {
    try (Git git =
            Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call();
        FileRepository repository = new FileRepository(git.getRepository().getDirectory());
        ObjectInserter objects = repository.getObjectDatabase().newPackInserter()) {
      DirCache index = repository.lockDirCache();
      try {
        fill(index.builder(), folder, tree, objects);
        commit(repository, index.writeTree(objects), objects, message);
        index.write();
        index.commit();
      } finally {
        index.unlock();
      }
    } catch (GitAPIException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** Every file as the index of a fresh checkout has it, with size and time, so that git need not look into the files. */
  private static void fill(
      DirCacheBuilder index, Path folder, FileTree tree, ObjectInserter objects)
      throws IOException {
    for (Map.Entry<RelPath, Content> file : tree.files().entrySet()) {
      String path = file.getKey().value();
      BasicFileAttributes onDisk =
          Files.readAttributes(folder.resolve(path), BasicFileAttributes.class);
      DirCacheEntry entry = new DirCacheEntry(path);
      entry.setFileMode(
          file.getValue().executable() ? FileMode.EXECUTABLE_FILE : FileMode.REGULAR_FILE);
      entry.setLength(onDisk.size());
      entry.setLastModified(onDisk.lastModifiedTime().toInstant());
      entry.setObjectId(objects.insert(Constants.OBJ_BLOB, file.getValue().bytes()));
      index.add(entry);
    }
    index.finish();
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
