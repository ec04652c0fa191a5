package dev.hew.survival;

import dev.hew.GeneratedCode;
import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Compiles services that differ little from what hew wants: only what differs, and what mentions that. */
final class ServiceCompiler {
  private final GeneratedCode compiler;
  private final Path folder;
  private final Map<Rendered, Path> compiled = new IdentityHashMap<>();
  private final Map<FileTree, List<String>> known = new HashMap<>();

  ServiceCompiler(Path folder) throws IOException {
    this.compiler = new GeneratedCode();
    this.folder = folder;
  }

  /** The compiler's errors. */
  List<String> problems(Rendered wanted, FileTree service) {
    FileTree java = java(service);
    return known.computeIfAbsent(java, j -> fresh(wanted, j));
  }

  private List<String> fresh(Rendered wanted, FileTree java) {
    FileTree wish = java(wanted.tree());
    Path classes = compiled.computeIfAbsent(wanted, w -> compiled(wish));
    Set<String> changed = new HashSet<>();
    Survival.difference(java, wish).files().keySet().forEach(p -> changed.add(type(p)));
    boolean gone = !java.files().keySet().containsAll(wish.files().keySet());
    if (changed.isEmpty() && !gone) {
      return List.of();
    }
    Pattern mention = Pattern.compile("\\b(" + String.join("|", changed) + ")\\b");
    TreeMap<RelPath, Content> sources = new TreeMap<>(java.files());
    if (!gone) {
      sources.entrySet().removeIf(f -> !mention.matcher(f.getValue().text()).find());
    }
    try {
      return errors(compiler.problems(new FileTree(sources), gone ? List.of() : List.of(classes)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path compiled(FileTree java) {
    try {
      Path classes = Files.createTempDirectory(folder, "classes");
      List<String> errors = errors(compiler.compile(java, classes));
      if (!errors.isEmpty()) {
        throw new IllegalStateException("hew's own does not compile: " + errors);
      }
      return classes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> errors(List<String> problems) {
    return problems.stream().filter(p -> p.contains("ERROR: ")).toList();
  }

  private static FileTree java(FileTree service) {
    TreeMap<RelPath, Content> files = new TreeMap<>(service.files());
    files.keySet().removeIf(p -> !p.value().endsWith(".java"));
    return new FileTree(files);
  }

  private static String type(RelPath path) {
    return path.name().replace(".java", "");
  }
}
