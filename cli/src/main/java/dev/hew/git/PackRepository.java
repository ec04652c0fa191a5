package dev.hew.git;

import dev.hew.disk.PackEntries;
import dev.hew.report.Checked;
import dev.hew.tree.FileTree;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.InvalidObjectIdException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectChecker;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/**
 * Commits of other repositories that are kept in the user's cache folder, each in a repository of its own. A commit's id
 * is the digest of all that is in it; whatever is read is held against it.
 */
public final class PackRepository {
  /** No commit and no folder of a pack has more bytes than this. */
  private static final int LARGEST_NODE = 1 << 20;

  private PackRepository() {}

  /** A folder or a commit that is larger than any. */
  private static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** Where a commit is kept. */
  static Path kept(Path cache, String commit) {
    return cache.resolve("packs").resolve(commit + ".git");
  }

  /** Whether a commit is kept. */
  public static boolean has(Path cache, String commit) {
    return Files.isDirectory(kept(cache, commit));
  }

  /**
   * The files of a pack at a commit that is kept.
   *
   * @param folder where it is in the repository; empty for the top level
   * @param place what messages call it
   * @throws FileNotFoundException when the commit has no such folder
   * @throws IOException when what is kept cannot be read, or is not what the commit's id says
   */
  public static Checked<FileTree> read(Path cache, String commit, String folder, String place)
      throws IOException {
    PackEntries entries = new PackEntries(place);
    try (Repository repository = new FileRepositoryBuilder()
            .setBare()
            .setGitDir(kept(cache, commit).toFile())
            .build();
        ObjectReader reader = repository.newObjectReader()) {
      ObjectId id = ObjectId.fromString(commit);
      byte[] bytes = proven(reader, id, Constants.OBJ_COMMIT, LARGEST_NODE);
      ObjectId tree = RevCommit.parse(bytes).getTree().getId();
      for (String part : folder.isEmpty() ? new String[0] : folder.split("/")) {
        tree = below(reader, tree, part)
            .orElseThrow(() -> new FileNotFoundException("there is no folder `" + folder + "`"));
      }
      collect(reader, tree, "", entries);
    } catch (IndexOutOfBoundsException | InvalidObjectIdException | TooLarge e) {
      entries.refuse(".", "has a folder or a commit that no git makes");
    }
    return entries.all();
  }

  private static Optional<ObjectId> below(ObjectReader reader, ObjectId tree, String name)
      throws IOException {
    CanonicalTreeParser entry = parsed(proven(reader, tree, Constants.OBJ_TREE, LARGEST_NODE));
    for (; !entry.eof(); entry.next(1)) {
      if (entry.getEntryPathString().equals(name)
          && FileMode.TREE.equals(entry.getEntryRawMode())) {
        return Optional.of(entry.getEntryObjectId());
      }
    }
    return Optional.empty();
  }

  /** Whether there is room for more. */
  private static boolean collect(
      ObjectReader reader, ObjectId tree, String prefix, PackEntries entries) throws IOException {
    byte[] bytes = proven(reader, tree, Constants.OBJ_TREE, LARGEST_NODE);
    if (!isSound(tree, bytes, !prefix.isEmpty())) {
      entries.refuse(prefix, "is no folder, or holds names that some system cannot have");
      return false;
    }
    CanonicalTreeParser entry = parsed(bytes);
    for (; !entry.eof(); entry.next(1)) {
      String path = prefix + entry.getEntryPathString();
      if (PackEntries.isPart(path) && !take(reader, entry, path, entries)) {
        return false;
      }
    }
    return true;
  }

  private static boolean take(
      ObjectReader reader, CanonicalTreeParser entry, String path, PackEntries entries)
      throws IOException {
    FileMode mode = entry.getEntryFileMode();
    ObjectId id = entry.getEntryObjectId();
    if (mode == FileMode.TREE) {
      return entries.folder(path) && collect(reader, id, path + "/", entries);
    }
    if (mode == FileMode.REGULAR_FILE || mode == FileMode.EXECUTABLE_FILE) {
      return entries.file(path, most -> proven(reader, id, Constants.OBJ_BLOB, most));
    }
    entries.refuse(
        path,
        mode == FileMode.SYMLINK
            ? "is a symbolic link"
            : mode == FileMode.GITLINK ? "is a submodule" : "is no plain file");
    return true;
  }

  /**
   * Whether a folder is one that git makes.
   *
   * @param everywhere whether its names have to be names on every system, and lie to none about where they lead
   */
  private static boolean isSound(ObjectId id, byte[] tree, boolean everywhere) {
    try {
      new ObjectChecker()
          .setSafeForWindows(everywhere)
          .setSafeForMacOS(everywhere)
          .checkTree(id, tree);
      return true;
    } catch (CorruptObjectException e) {
      return false;
    }
  }

  private static CanonicalTreeParser parsed(byte[] tree) {
    CanonicalTreeParser parser = new CanonicalTreeParser();
    parser.reset(tree);
    return parser;
  }

  /** An object's bytes, which its id is the digest of; as many as are wanted when there are more. */
  private static byte[] proven(ObjectReader reader, ObjectId id, int type, int most)
      throws IOException {
    ObjectLoader object = reader.open(id, type);
    if (object.getSize() >= most) {
      if (type != Constants.OBJ_BLOB) {
        throw new TooLarge();
      }
      return new byte[most];
    }
    byte[] bytes = object.getCachedBytes(most);
    try (ObjectInserter.Formatter digest = new ObjectInserter.Formatter()) {
      if (!digest.idFor(type, bytes).equals(id)) {
        throw new CorruptObjectException(id, "its bytes are not what its name says");
      }
    }
    return bytes;
  }
}
