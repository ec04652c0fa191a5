package dev.hew.flow;

import dev.hew.change.Change;
import dev.hew.change.Changes;
import dev.hew.code.SourceFile;
import dev.hew.code.TypeDeclaration;
import dev.hew.compiler.JavaModule;
import dev.hew.compiler.JavaParser;
import dev.hew.merge.LineEnds;
import dev.hew.report.Diagnostic;
import dev.hew.report.Position;
import dev.hew.report.Source;
import dev.hew.split.facts.SqlText;
import dev.hew.storage.Gone;
import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Statements in somebody's Java that name what a migration renames or drops, which no compiler sees: those that have the
 * table and the name among their words.
 */
final class StaleSql {
  private static final Pattern WORD = Pattern.compile("\\w+");

  private final Source source;
  private final Set<String> hews;
  private final List<Integer> numbers;

  /**
   * @param source a file in which somebody has written
   * @param hews the lines in it that are hew's
   * @param numbers where its lines stand between the marks of conflicts; empty where there are none
   */
  private StaleSql(Source source, Set<String> hews, List<Integer> numbers) {
    this.source = source;
    this.hews = hews;
    this.numbers = numbers;
  }

  /**
   * What hew writes, without the files that are somebody's by their word, edited or not.
   *
   * @param base what it wrote last
   * @param wanted what it writes now
   */
  record Hews(FileTree base, FileTree wanted) {
    static Hews of(FileTree base, FileTree wanted, Set<RelPath> owned) {
      return new Hews(Breakage.without(base, owned), Breakage.without(wanted, owned));
    }

    /** Whether a file is as hew makes it. */
    boolean isAll(RelPath path, Content content) {
      return wanted.get(path).filter(made -> LineEnds.sameText(made, content)).isPresent();
    }

    /** The lines of a file that are hew's, those that a conflict has kept of last time among them. */
    Set<String> lines(RelPath path) {
      return Stream.of(base, wanted)
          .flatMap(tree -> tree.get(path).stream())
          .flatMap(content -> content.text().lines())
          .map(String::strip)
          .collect(Collectors.toSet());
    }
  }

  /**
   * What an update leaves behind.
   *
   * @param disk the service's files, as far as hew knows them
   * @param gone the names that the database knows no more when it has followed
   */
  static List<Diagnostic> of(
      Path folder, List<Change> all, FileTree disk, Hews hews, List<Gone> gone) throws IOException {
    return gone.isEmpty() || !JavaModule.hasCompiler()
        ? List.of()
        : in(all, Breakage.all(folder, disk, hews.base()), hews, gone);
  }

  /**
   * The same for a service in memory.
   *
   * @param service all of its files
   */
  static List<Diagnostic> in(List<Change> all, FileTree service, Hews hews, List<Gone> gone) {
    List<Source> edited = new ArrayList<>();
    new Changes(Breakage.settled(all), service).after().files().forEach((path, content) -> {
      if (path.value().endsWith(".java") && !hews.isAll(path, content)) {
        edited.add(new Source(path.value(), content.text()));
      }
    });
    if (edited.isEmpty()) {
      return List.of();
    }
    List<Diagnostic> found = new ArrayList<>();
    List<SourceFile> parsed = JavaParser.parse(edited);
    for (int i = 0; i < edited.size(); i++) {
      RelPath path = RelPath.of(edited.get(i).name());
      StaleSql file = new StaleSql(edited.get(i), hews.lines(path), numbers(all, path));
      for (TypeDeclaration type : parsed.get(i).types()) {
        found.addAll(file.in(type, gone));
      }
    }
    return found;
  }

  /** Where lines stand between the marks of conflicts; empty where there are none. */
  private static List<Integer> numbers(List<Change> all, RelPath path) {
    return all.stream()
        .filter(change -> change.path().equals(path))
        .flatMap(change -> change instanceof Change.Conflict c ? Stream.of(c) : Stream.empty())
        .findFirst()
        .map(conflict -> OwnersSide.of(conflict).numbers())
        .orElse(List.of());
  }

  private List<Diagnostic> in(TypeDeclaration type, List<Gone> gone) {
    List<Diagnostic> found = new ArrayList<>();
    for (TypeDeclaration.Text text : type.texts()) {
      Set<String> words = words(text.value());
      if (!text.joined() && SqlText.isStatement(text.value(), text.call())) {
        gone.stream()
            .filter(one -> words.contains(one.table()) && words.contains(one.name()))
            .forEach(one -> own(text, one).ifPresent(line -> found.add(warning(line, one))));
      }
    }
    return found;
  }

  /** The line of somebody's on which a text names what is gone; empty where that is hew's. */
  private Optional<Integer> own(TypeDeclaration.Text text, Gone gone) {
    List<String> lines = text.value().lines().toList();
    boolean block = lines.size() > 1 || source.line(text.line()).contains("\"\"\"");
    if (!block) {
      return Optional.of(text.line())
          .filter(line -> !hews.contains(source.line(line).strip()));
    }
    for (int i = 0; i < lines.size(); i++) {
      if (words(lines.get(i)).contains(gone.name())
          && !hews.contains(lines.get(i).strip())) {
        int line = text.line() + 1 + i; // a text block's first line follows its quotes
        boolean there = source.line(line).strip().startsWith(lines.get(i).strip());
        return Optional.of(there ? line : text.line());
      }
    }
    return Optional.empty();
  }

  private static Set<String> words(String text) {
    return WORD.matcher(text.toLowerCase(Locale.ROOT))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toSet());
  }

  private Diagnostic warning(int line, Gone gone) {
    String what = gone.column().map(c -> gone.table() + "." + c).orElse(gone.table());
    String then = gone.now().map(now -> "is called `" + now + "`").orElse("is gone");
    return Diagnostic.warning(
            "update-sql",
            new Position(source.name(), numbers.isEmpty() ? line : numbers.get(line - 1), 1),
            "SQL of yours seems to name `" + what + "`, which " + then
                + " once the migration has run")
        .withHint("change the text, or leave it where it means something else");
  }
}
