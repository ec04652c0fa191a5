package dev.hew.tree;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Files by path, in the order of their paths. */
public record FileTree(SortedMap<RelPath, Content> files) {

  public FileTree {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  public static FileTree empty() {
    return new FileTree(new TreeMap<>());
  }

  public static FileTree of(Map<RelPath, Content> files) {
    return new FileTree(new TreeMap<>(files));
  }

  public Optional<Content> get(RelPath path) {
    return Optional.ofNullable(files.get(path));
  }

  public FileTree with(RelPath path, Content content) {
    TreeMap<RelPath, Content> all = new TreeMap<>(files);
    all.put(path, content);
    return new FileTree(all);
  }

  /** Both trees together; where both hold a path the other's content wins. */
  public FileTree plus(FileTree other) {
    TreeMap<RelPath, Content> all = new TreeMap<>(files);
    all.putAll(other.files);
    return new FileTree(all);
  }

  /** The files below a folder, named from there. */
  public FileTree below(String folder) {
    TreeMap<RelPath, Content> found = new TreeMap<>();
    String prefix = folder + "/";
    files.forEach((path, content) -> {
      if (path.value().startsWith(prefix)) {
        found.put(RelPath.of(path.value().substring(prefix.length())), content);
      }
    });
    return new FileTree(found);
  }
}
