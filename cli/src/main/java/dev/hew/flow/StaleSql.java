package dev.hew.flow;

import dev.hew.change.Change;
import dev.hew.change.Changes;
import dev.hew.code.SourceFile;
import dev.hew.code.TypeDeclaration;
import dev.hew.compiler.JavaModule;
import dev.hew.compiler.JavaParser;
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

/**
 * Statements in somebody's Java that name what a migration renames or drops, which no compiler sees: those that have the
 * table and the name among their words.
 */
final class StaleSql {
  private static final Pattern WORD = Pattern.compile("\\w+");

  private StaleSql() {}

  /**
   * What an update leaves behind.
   *
   * @param disk the service's files, as far as hew knows them
   * @param base what hew wrote last
   * @param wanted what hew writes
   * @param gone the names that the database knows no more when it has followed
   */
  static List<Diagnostic> of(
      Path folder, List<Change> all, FileTree disk, FileTree base, FileTree wanted, List<Gone> gone)
      throws IOException {
    if (gone.isEmpty() || !JavaModule.hasCompiler()) {
      return List.of();
    }
    FileTree service = Breakage.all(folder, disk, base);
    return in(new Changes(Breakage.settled(all), service).after(), wanted, gone);
  }

  /**
   * @param after the service's files as the update leaves them
   * @param wanted what hew makes of them
   */
  private static List<Diagnostic> in(FileTree after, FileTree wanted, List<Gone> gone) {
    List<Source> edited = new ArrayList<>();
    after.files().forEach((path, content) -> {
      if (path.value().endsWith(".java") && !wanted.get(path).equals(Optional.of(content))) {
        edited.add(new Source(path.value(), content.text()));
      }
    });
    if (edited.isEmpty()) {
      return List.of();
    }
    List<Diagnostic> found = new ArrayList<>();
    List<SourceFile> parsed = JavaParser.parse(edited);
    for (int i = 0; i < edited.size(); i++) {
      Set<String> hews = wanted.get(RelPath.of(edited.get(i).name())).map(Content::text).stream()
          .flatMap(String::lines)
          .map(String::strip)
          .collect(Collectors.toSet());
      for (TypeDeclaration type : parsed.get(i).types()) {
        found.addAll(in(edited.get(i), type, hews, gone));
      }
    }
    return found;
  }

  private static List<Diagnostic> in(
      Source source, TypeDeclaration type, Set<String> hews, List<Gone> gone) {
    List<Diagnostic> found = new ArrayList<>();
    for (TypeDeclaration.Text text : type.texts()) {
      Set<String> words = words(text.value());
      if (!text.joined()
          && !isHews(source, text, hews)
          && SqlText.isStatement(text.value(), text.call())) {
        gone.stream()
            .filter(one -> words.contains(one.table()) && words.contains(one.name()))
            .forEach(one -> found.add(warning(source, text.line(), one)));
      }
    }
    return found;
  }

  /** Whether hew writes the text itself: the line of a literal, or each line in a text block. */
  private static boolean isHews(Source source, TypeDeclaration.Text text, Set<String> hews) {
    List<String> lines = text.value().lines().map(String::strip).toList();
    return lines.size() > 1
        ? hews.containsAll(lines)
        : hews.contains(source.line(text.line()).strip());
  }

  private static Set<String> words(String text) {
    return WORD.matcher(text.toLowerCase(Locale.ROOT))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toSet());
  }

  private static Diagnostic warning(Source source, int line, Gone gone) {
    String what = gone.column().map(c -> gone.table() + "." + c).orElse(gone.table());
    String then = gone.now().map(now -> "is called `" + now + "`").orElse("is gone");
    return Diagnostic.warning(
            "update-sql",
            new Position(source.name(), line, 1),
            "SQL of yours seems to name `" + what + "`, which " + then
                + " once the migration has run")
        .withHint("change the text, or leave it where it means something else");
  }
}
