package dev.hew.git;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.eclipse.jgit.ignore.IgnoreNode;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** The files of a folder that its {@code .gitignore} files do not name, in a repository or not. */
public final class UnignoredFiles {
  private final Path folder;

  /** The rules that hold where the walk is, those of the innermost folder first. */
  private final Deque<Rules> rules = new ArrayDeque<>();

  private record Rules(Path folder, IgnoreNode node) {}

  private UnignoredFiles(Path folder) {
    this.folder = folder;
  }

  /**
   * Files and symbolic links below a folder, relative to it. Links are not followed; {@code .git} is left out.
   *
   * @throws IOException when a folder or a {@code .gitignore} cannot be read
   */
  public static List<Path> below(Path folder) throws IOException {
    Path top = folder.toAbsolutePath().normalize();
    UnignoredFiles walk = new UnignoredFiles(top);
    walk.enterAbove();
    return walk.files();
  }

  /** The rules of the repository around the folder, unless they leave the folder itself out. */
  private void enterAbove() throws IOException {
    FileRepositoryBuilder builder = new FileRepositoryBuilder().findGitDir(folder.toFile());
    if (builder.getGitDir() == null) {
      return;
    }
    Path top;
    Path excluded;
    try (Repository repository = builder.build()) {
      if (repository.isBare()) {
        return;
      }
      top = repository.getWorkTree().toPath().toAbsolutePath().normalize();
      excluded = repository.getCommonDirectory().toPath().resolve(Constants.INFO_EXCLUDE);
    }
    if (!folder.startsWith(top)) {
      return;
    }
    enter(top, excluded);
    Path at = top;
    for (Path part : top.relativize(folder)) {
      if (!at.equals(folder)) {
        enter(at, at.resolve(".gitignore"));
        at = at.resolve(part);
      }
    }
    if (!folder.equals(top) && isIgnored(folder, true)) {
      rules.clear();
    }
  }

  private void enter(Path inner, Path file) throws IOException {
    IgnoreNode node = new IgnoreNode();
    if (Files.isRegularFile(file)) {
      try (InputStream in = Files.newInputStream(file)) {
        node.parse(in);
      }
    }
    rules.push(new Rules(inner, node));
  }

  private boolean isIgnored(Path path, boolean isFolder) {
    for (Rules rule : rules) {
      String relative = rule.folder()
          .relativize(path)
          .toString()
          .replace(path.getFileSystem().getSeparator(), "/");
      Boolean ignored = rule.node().checkIgnored(relative, isFolder);
      if (ignored != null) {
        return ignored;
      }
    }
    return false;
  }

  private List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(folder, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes)
          throws IOException {
        boolean skipped = !inner.equals(folder)
            && (inner.getFileName().toString().equals(".git") || isIgnored(inner, true));
        if (skipped) {
          return FileVisitResult.SKIP_SUBTREE;
        }
        enter(inner, inner.resolve(".gitignore"));
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        boolean plain = attributes.isRegularFile() || attributes.isSymbolicLink();
        if (plain && !file.getFileName().toString().equals(".git") && !isIgnored(file, false)) {
          files.add(folder.relativize(file));
        }
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult postVisitDirectory(Path inner, IOException failure)
          throws IOException {
        if (failure != null) {
          throw failure;
        }
        rules.pop();
        return FileVisitResult.CONTINUE;
      }
    });
    return files;
  }
}
