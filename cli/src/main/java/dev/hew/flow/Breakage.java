package dev.hew.flow;

import dev.hew.change.Change;
import dev.hew.change.Changes;
import dev.hew.compiler.JavaCheck;
import dev.hew.compiler.JavaModule;
import dev.hew.compiler.Overrides;
import dev.hew.disk.GuardedFiles;
import dev.hew.flow.BrokenUse.Place;
import dev.hew.merge.Counterparts;
import dev.hew.merge.LineEnds;
import dev.hew.report.Diagnostic;
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
import java.util.stream.Stream;

/**
 * What an update does to code that somebody wrote, as far as the compiler can tell without the service's libraries.
 *
 * @param uses the lines that it breaks, by place
 * @param unknown why nobody could look; empty when the lines are all that there are
 * @param earlier what lines that earlier updates broke are known by
 */
public record Breakage(List<BrokenUse> uses, Optional<String> unknown, Set<String> earlier) {
  /** Nothing is broken. */
  static final Breakage NONE = new Breakage(List.of(), Optional.empty(), Set.of());

  /** What stands before the name of a type. */
  private static final Pattern PACKAGE = Pattern.compile("\\b(?:[a-z_][a-z0-9_]*\\.)+(?=[A-Z])");

  public Breakage {
    uses = List.copyOf(uses);
    earlier = Set.copyOf(earlier);
  }

  /** That nobody could look, said once; nothing when somebody could. */
  public Optional<Diagnostic> unlooked() {
    return unknown.map(why -> Diagnostic.warning(
            "update-unlooked",
            "hew cannot tell whether your code compiles after the update: " + why)
        .withHint("`hew update --verify` has the stack's build tell, before anything is written"));
  }

  /**
   * What an update breaks; nothing when nobody has written Java in the service.
   *
   * <p>The whole service is compiled twice, as it is and as it would be, without its libraries. What is wrong in both
   * versions, or lacks what a library declares, is so for want of the libraries; what is wrong only afterwards, on a line
   * that hew does not write itself, is broken. What is said of a library's type cannot be followed, and is not found.
   *
   * @param disk the service's files, as far as hew knows them
   * @param base what hew wrote last
   * @param wanted what hew writes
   * @param owned files that are somebody's by their word, edited or not
   */
  static Breakage of(
      Path folder,
      List<Change> all,
      FileTree disk,
      FileTree base,
      FileTree wanted,
      Set<RelPath> owned)
      throws IOException {
    Set<String> known = BrokenNote.read(folder, base);
    return known.isEmpty() && all.stream().noneMatch(Breakage::takesAway)
        ? NONE
        : between(
            all, all(folder, disk, base), without(base, owned), without(wanted, owned), known);
  }

  /**
   * The lines that earlier updates are known to have broken, on this machine, and that do not compile still. Where none
   * is known nothing is compiled.
   *
   * @param owned files that are somebody's by their word, edited or not
   */
  static Breakage left(Path folder, FileTree disk, FileTree base, Set<RelPath> owned)
      throws IOException {
    Set<String> known = BrokenNote.read(folder, base);
    FileTree hews = without(base, owned);
    return known.isEmpty() ? NONE : between(List.of(), all(folder, disk, base), hews, hews, known);
  }

  /** What hew writes or wrote, as far as that is nobody else's. */
  static FileTree without(FileTree tree, Set<RelPath> owned) {
    TreeMap<RelPath, Content> files = new TreeMap<>(tree.files());
    files.keySet().removeAll(owned);
    return new FileTree(files);
  }

  /**
   * Remembers the lines for {@link #left}, on this machine, and forgets those that compile again; all of them stay where
   * nobody could look.
   *
   * @param written what hew has written once the update is done
   */
  void remember(Path folder, FileTree written) throws IOException {
    Set<String> marks = unknown.isPresent()
        ? earlier
        : uses.stream().map(BrokenUse::mark).collect(Collectors.toSet());
    BrokenNote.write(folder, written, marks);
  }

  /** With the files that hew knows nothing of. */
  static FileTree all(Path folder, FileTree disk, FileTree base) throws IOException {
    Set<RelPath> known = new HashSet<>(java(base).files().keySet());
    known.addAll(java(disk).files().keySet());
    return GuardedFiles.strangers(folder, known).plus(disk);
  }

  /**
   * The same for a service in memory.
   *
   * @param files all of its files, at least those in Java
   * @param known the marks of what earlier updates broke
   */
  public static Breakage between(
      List<Change> all, FileTree files, FileTree base, FileTree wanted, Set<String> known)
      throws IOException {
    FileTree service = java(files);
    FileTree written = java(base);
    boolean edited = service.files().entrySet().stream()
        .anyMatch(file -> written
            .get(file.getKey())
            .filter(content -> LineEnds.sameText(content, file.getValue()))
            .isEmpty());
    boolean safe = all.stream().noneMatch(Breakage::takesAway);
    if (!edited || safe && known.isEmpty()) {
      return NONE;
    }
    if (!JavaModule.hasCompiler()) {
      return new Breakage(
          List.of(), Optional.of("the Java that hew runs on has no compiler"), known);
    }
    FileTree after = java(new Changes(settled(all), service).after());
    try (Workers.Begun<JavaCheck.Findings> first =
        Workers.begin("check", () -> JavaCheck.of(sources(safe ? after : service)))) {
      JavaCheck.Findings now = safe
          ? first.value()
          : Workers.begin("check-after", () -> JavaCheck.of(sources(after))).value();
      JavaCheck.Findings then = first.value();
      Optional<String> unknown = then.unknown().or(now::unknown);
      return unknown.isPresent()
          ? new Breakage(List.of(), unknown, known)
          : new Breakage(
              new Comparison(all, safe ? after : service, after, wanted, known)
                  .broken(
                      problems(then, safe ? after : service, safe ? wanted : base),
                      problems(now, after, wanted)),
              Optional.empty(),
              known);
    }
  }

  /** What a compiler says without libraries, and before it what it cannot see without them. */
  private static List<JavaCheck.Problem> problems(
      JavaCheck.Findings findings, FileTree service, FileTree hews) {
    TreeMap<RelPath, Content> own = new TreeMap<>(service.files());
    own.entrySet()
        .removeIf(file -> hews.get(file.getKey())
            .filter(content -> LineEnds.sameText(content, file.getValue()))
            .isPresent());
    List<JavaCheck.Problem> problems =
        new ArrayList<>(Overrides.of(sources(new FileTree(own)), sources(service)));
    problems.addAll(findings.problems());
    return problems;
  }

  /** Whether a file changes on which others may rely. */
  private static boolean takesAway(Change change) {
    return isJava(change.path())
        && !(change instanceof Change.Keep || change instanceof Change.Create);
  }

  /** In conflicts its owner's lines stand for the file, which is no Java with the marks. */
  static List<Change> settled(List<Change> all) {
    return all.stream()
        .map(change -> change instanceof Change.Conflict conflict && isJava(change.path())
            ? new Change.Update(conflict.file(), OwnersSide.of(conflict).content())
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
  private record Comparison(
      List<Change> all, FileTree service, FileTree after, FileTree wanted, Set<String> known) {

    List<BrokenUse> broken(List<JavaCheck.Problem> then, List<JavaCheck.Problem> now) {
      Set<List<String>> old = then.stream()
          .map(problem -> key(problem, service))
          .collect(Collectors.toCollection(HashSet::new));
      Map<RelPath, Set<String>> hews = new TreeMap<>();
      java(wanted).files().forEach((path, content) -> hews.put(path, lines(content.text())));
      LibraryErrors libraries = new LibraryErrors(service, after);
      Map<List<Object>, BrokenUse> found = new LinkedHashMap<>();
      for (JavaCheck.Problem problem : now) {
        RelPath path = RelPath.of(problem.file());
        String line = line(problem, after);
        boolean own = !hews.getOrDefault(path, Set.of()).contains(line);
        BrokenUse use = use(problem, path, old.contains(key(problem, after)));
        boolean counts = known.contains(use.mark()) || !use.old();
        if (own && counts && !libraries.has(problem, known.contains(use.mark()))) {
          found.putIfAbsent(List.of(path, problem.line(), use.mark()), use);
        }
      }
      List<BrokenUse> sorted = new ArrayList<>(found.values());
      sorted.sort(Comparator.comparing((BrokenUse use) -> use.after().source().name())
          .thenComparing(use -> use.after().line()));
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

    private BrokenUse use(JavaCheck.Problem problem, RelPath path, boolean old) {
      Source is = source(path, after);
      Place place = new Place(is, problem.line(), problem.column());
      RelPath home = all.stream()
          .filter(change -> change.path().equals(path))
          .flatMap(change -> change.former().stream())
          .findFirst()
          .orElse(path);
      Source was = source(home, service);
      int line = Counterparts.of(was.text(), is.text()).before(problem.line());
      String text = was.line(line);
      boolean same = text.equals(is.line(problem.line()));
      int start = text.length() - text.stripLeading().length() + 1;
      Place before = new Place(was, line, same ? problem.column() : start);
      String where = problem.where().isEmpty() ? "" : " in " + problem.where();
      return new BrokenUse(
          before, marked(place, path), PACKAGE.matcher(problem.what() + where).replaceAll(""), old);
    }

    /** The same place where the marks of a conflict stand in the file. */
    private Place marked(Place place, RelPath path) {
      return all.stream()
          .filter(change -> change.path().equals(path))
          .flatMap(change -> change instanceof Change.Conflict c ? Stream.of(c) : Stream.empty())
          .findFirst()
          .map(conflict -> new Place(
              new Source(path.value(), conflict.written().text()),
              OwnersSide.of(conflict).numbers().get(place.line() - 1),
              place.column()))
          .orElse(place);
    }
  }
}
