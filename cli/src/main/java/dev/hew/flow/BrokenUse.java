package dev.hew.flow;

import dev.hew.change.Change;
import dev.hew.change.Changes;
import dev.hew.compiler.JavaCheck;
import dev.hew.disk.GuardedFiles;
import dev.hew.merge.LineEnds;
import dev.hew.report.Diagnostic;
import dev.hew.report.Position;
import dev.hew.report.Source;
import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A line of somebody's code that compiled before an update and does not afterwards, because it uses what the update
 * takes away or changes.
 *
 * @param before where it stands now; as {@code after} where no such line stands in the same file
 * @param after where it stands once the update is done
 * @param what the compiler's words
 */
public record BrokenUse(Place before, Place after, String what) {

  /** What stands before the name of a type. */
  private static final Pattern PACKAGE = Pattern.compile("\\b(?:[a-z_][a-z0-9_]*\\.)+(?=[A-Z])");

  /** A line of a file, and where in it. */
  public record Place(Source source, int line, int column) {
    /** As it follows a message: path and line. */
    public String words() {
      return source.name() + ":" + line;
    }
  }

  /** What is to be said of it. */
  public Diagnostic diagnostic(boolean written) {
    Place place = place(written);
    return Diagnostic.warning(
            "update-breaks",
            new Position(place.source.name(), place.line, place.column),
            "this line of yours " + (written ? "no longer compiles" : "would no longer compile")
                + ": " + what)
        .withHint(
            written
                ? "write it for the new contract; `hew undo` takes the update back"
                : "write it for the new contract once the update is done");
  }

  /** Where somebody who is told of it finds it. */
  public Place place(boolean written) {
    return written ? after : before;
  }

  /**
   * The lines of a service that an update breaks, by place; none when nobody has written Java in it.
   *
   * <p>The whole service is compiled twice, as it is and as it would be, without its libraries. What is wrong in both
   * versions is what the compiler lacks the libraries for; what is wrong only afterwards, on a line that hew does not
   * write itself, is broken. What is said of a library's type cannot be followed, and is not found.
   *
   * @param disk the service's files, as far as hew knows them
   * @param base what hew wrote last
   * @param wanted what hew writes
   */
  static List<BrokenUse> of(
      Path folder, List<Change> all, FileTree disk, FileTree base, FileTree wanted)
      throws IOException {
    if (all.stream().noneMatch(BrokenUse::takesAway)) {
      return List.of();
    }
    Set<RelPath> known = new HashSet<>(java(base).files().keySet());
    known.addAll(java(disk).files().keySet());
    return between(all, GuardedFiles.strangers(folder, known).plus(disk), base, wanted);
  }

  /**
   * The same for a service in memory.
   *
   * @param files all of its files, at least those in Java
   */
  public static List<BrokenUse> between(
      List<Change> all, FileTree files, FileTree base, FileTree wanted) throws IOException {
    FileTree service = java(files);
    FileTree written = java(base);
    boolean edited = service.files().entrySet().stream()
        .anyMatch(file -> written
            .get(file.getKey())
            .filter(content -> LineEnds.sameText(content, file.getValue()))
            .isEmpty());
    if (!edited || all.stream().noneMatch(BrokenUse::takesAway)) {
      return List.of();
    }
    FileTree after = java(new Changes(settled(all), service).after());
    try (Workers.Begun<Optional<List<JavaCheck.Problem>>> first =
        Workers.begin("check", () -> JavaCheck.of(sources(service)))) {
      Optional<List<JavaCheck.Problem>> now =
          Workers.begin("check-after", () -> JavaCheck.of(sources(after))).value();
      return now.isEmpty() || first.value().isEmpty()
          ? List.of()
          : new Comparison(all, service, after, wanted).broken(first.value().get(), now.get());
    }
  }

  /** Whether a file changes on which others may rely. */
  private static boolean takesAway(Change change) {
    return isJava(change.path())
        && !(change instanceof Change.Keep || change instanceof Change.Create);
  }

  /** In a conflict its owner's lines stand for the file, which is no Java. */
  private static List<Change> settled(List<Change> all) {
    return all.stream()
        .map(change -> change instanceof Change.Conflict conflict
            ? new Change.Update(conflict.file(), conflict.sides().ours())
            : change)
        .toList();
  }

  private static boolean isJava(RelPath path) {
    return path.value().endsWith(".java");
  }

  private static FileTree java(FileTree tree) {
    TreeMap<RelPath, Content> files = new TreeMap<>(tree.files());
    files.keySet().removeIf(path -> !isJava(path));
    return new FileTree(files);
  }

  private static List<Source> sources(FileTree tree) {
    return tree.files().entrySet().stream()
        .map(file -> new Source(file.getKey().value(), file.getValue().text()))
        .toList();
  }

  /** Two versions of a service, and what hew makes of it. */
  private record Comparison(List<Change> all, FileTree service, FileTree after, FileTree wanted) {

    List<BrokenUse> broken(List<JavaCheck.Problem> then, List<JavaCheck.Problem> now) {
      Set<List<String>> old = then.stream()
          .map(problem -> key(problem, service))
          .collect(Collectors.toCollection(HashSet::new));
      Map<RelPath, Set<String>> hews = new TreeMap<>();
      java(wanted).files().forEach((path, content) -> hews.put(path, lines(content.text())));
      Map<List<Object>, BrokenUse> found = new LinkedHashMap<>();
      for (JavaCheck.Problem problem : now) {
        RelPath path = RelPath.of(problem.file());
        String line = line(problem, after);
        boolean own = !hews.getOrDefault(path, Set.of()).contains(line);
        if (own && !old.contains(key(problem, after))) {
          found.putIfAbsent(List.of(path, problem.line()), use(problem, path));
        }
      }
      List<BrokenUse> sorted = new ArrayList<>(found.values());
      sorted.sort(Comparator.comparing((BrokenUse use) -> use.after.source.name())
          .thenComparing(use -> use.after.line));
      return List.copyOf(sorted);
    }

    private static Set<String> lines(String text) {
      return text.lines().map(String::strip).collect(Collectors.toSet());
    }

    /** The same complaint about the same line, wherever that has moved. */
    private static List<String> key(JavaCheck.Problem problem, FileTree tree) {
      return List.of(problem.what(), line(problem, tree));
    }

    private static String line(JavaCheck.Problem problem, FileTree tree) {
      return source(RelPath.of(problem.file()), tree).line(problem.line()).strip();
    }

    private static Source source(RelPath path, FileTree tree) {
      return new Source(path.value(), tree.get(path).map(Content::text).orElse(""));
    }

    private BrokenUse use(JavaCheck.Problem problem, RelPath path) {
      Source is = source(path, after);
      Place place = new Place(is, problem.line(), problem.column());
      RelPath home = all.stream()
          .filter(change -> change.path().equals(path))
          .flatMap(change -> change.former().stream())
          .findFirst()
          .orElse(path);
      Source was = source(home, service);
      String text = is.line(problem.line());
      List<Integer> same = occurrences(was, text);
      int nth = occurrences(is, text).indexOf(problem.line());
      Place before = nth < same.size() ? new Place(was, same.get(nth), problem.column()) : place;
      String where = problem.where().isEmpty() ? "" : " in " + problem.where();
      return new BrokenUse(
          before, place, PACKAGE.matcher(problem.what() + where).replaceAll(""));
    }

    private static List<Integer> occurrences(Source source, String text) {
      List<Integer> numbers = new ArrayList<>();
      int number = 0;
      for (String line : source.text().lines().toList()) {
        number++;
        if (line.equals(text)) {
          numbers.add(number);
        }
      }
      return numbers;
    }
  }
}
