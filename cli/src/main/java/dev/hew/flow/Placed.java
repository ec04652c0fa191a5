package dev.hew.flow;

import dev.hew.disk.SourceTree;
import dev.hew.report.Diagnostic;
import dev.hew.report.Position;
import dev.hew.report.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Problems in files below a folder, named as they are called from where hew was started, with the texts of these files.
 *
 * @param sources of the first files only, and of those that can be read: without its text, a place is shown without the line
 */
public record Placed(List<Diagnostic> diagnostics, List<Source> sources) {
  private static final int MOST_SOURCES = 200;

  public Placed {
    diagnostics = List.copyOf(diagnostics);
    sources = List.copyOf(sources);
  }

  /**
   * @param top the folder that the places count from
   * @param from where hew was started
   */
  public static Placed of(List<Diagnostic> diagnostics, Path top, Path from) {
    Map<String, String> names = new LinkedHashMap<>();
    List<Source> sources = new ArrayList<>();
    List<Diagnostic> placed = new ArrayList<>();
    for (Diagnostic diagnostic : diagnostics) {
      placed.add(renamed(
          diagnostic, called -> names.computeIfAbsent(called, name -> named(name, top, from))));
    }
    names.entrySet().stream()
        .limit(MOST_SOURCES)
        .forEach(name -> text(name.getKey(), name.getValue(), top).ifPresent(sources::add));
    return new Placed(placed, sources);
  }

  /** The same without the texts, for problems whose places are shown without the line. */
  public static List<Diagnostic> named(List<Diagnostic> diagnostics, Path top, Path from) {
    return diagnostics.stream()
        .map(diagnostic -> renamed(diagnostic, name -> named(name, top, from)))
        .toList();
  }

  private static Diagnostic renamed(Diagnostic diagnostic, UnaryOperator<String> names) {
    return new Diagnostic(
        diagnostic.level(),
        diagnostic.code(),
        diagnostic.message(),
        diagnostic.position().map(p -> new Position(names.apply(p.source()), p.line(), p.column())),
        diagnostic.length(),
        diagnostic.hint());
  }

  /**
   * What a file is called from where hew was started.
   *
   * @param name its path in the folder
   * @param top the folder; where it was given from the root of the file system and lies elsewhere, so is the file
   * @param from where hew was started
   */
  public static String named(String name, Path top, Path from) {
    Path file = top.toAbsolutePath().resolve(name).normalize();
    Path start = from.toAbsolutePath().normalize();
    boolean near = file.getRoot() != null && file.getRoot().equals(start.getRoot());
    boolean shown = near && (file.startsWith(start) || !top.isAbsolute());
    return (shown ? start.relativize(file) : file).toString().replace('\\', '/');
  }

  private static Optional<Source> text(String name, String called, Path top) {
    try {
      return Optional.of(new Source(
          called, SourceTree.read(top, name, CodeBase.LARGEST).source().text()));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }
}
