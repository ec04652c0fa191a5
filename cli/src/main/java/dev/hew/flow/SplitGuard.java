package dev.hew.flow;

import dev.hew.disk.Folder;
import dev.hew.disk.Reasons;
import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.report.Position;
import dev.hew.report.Source;
import dev.hew.split.cut.Seams;
import dev.hew.split.facts.ClassFact;
import dev.hew.split.facts.Place;
import dev.hew.split.graph.ClassPattern;
import dev.hew.split.graph.Constraints;
import dev.hew.split.graph.Partition;
import dev.hew.split.graph.TableOwners;
import dev.hew.tree.Content;
import dev.hew.tree.RelPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Holds the line: nothing new crosses the seams of {@code hew-split.yaml}. What crossed when they were drawn is frozen in
 * {@code hew-split.frozen} and may only become less.
 */
public final class SplitGuard {
  static final String FROZEN = "hew-split.frozen";

  private SplitGuard() {}

  /**
   * What was found.
   *
   * @param crossings how many things cross, the frozen ones too
   * @param violations one error for each that is new
   * @param gone frozen lines that are no more
   */
  public record Verdict(int crossings, List<Diagnostic> violations, List<String> gone) {
    public Verdict {
      violations = List.copyOf(violations);
      gone = List.copyOf(gone);
    }
  }

  /** Compares what crosses with what is frozen; an error when no seams are recorded. */
  public static Checked<Verdict> check(Path top, SplitMap map) {
    if (map.constraints().modules().isEmpty()) {
      return Checked.failed(
          Diagnostic.error("split-no-seams", "no module is recorded in `" + SplitConfig.NAME + "`")
              .withHint("`hew split guard --freeze` records those of the map"));
    }
    List<Diagnostic> empty = empty(map);
    if (!empty.isEmpty()) {
      return Checked.failed(empty);
    }
    return frozen(top).map(frozen -> {
      List<Seams.Crossing> crossings = crossings(map, map.constraints());
      Seams.Comparison comparison = Seams.compare(crossings, frozen);
      List<Diagnostic> violations = new ArrayList<>();
      for (Seams.Crossing crossing : comparison.grown()) {
        Place place = crossing.places().get(crossing.places().size() - 1);
        violations.add(Diagnostic.error(
                "split-seam-crossed",
                new Position(place.path(), place.line(), 1),
                grown(crossing, frozen))
            .withHint("go through what the other module offers already"));
      }
      return new Verdict(crossings.size(), violations, comparison.gone());
    });
  }

  /** What crosses, at how many places more than are frozen, and where. */
  private static String grown(Seams.Crossing crossing, Map<String, Integer> frozen) {
    return crossing.line() + ": stands at " + crossing.places().size() + ", frozen are "
        + frozen.getOrDefault(crossing.line(), 0) + ": "
        + String.join(
            ", ", crossing.places().stream().map(Place::toString).limit(8).toList());
  }

  /**
   * What was recorded.
   *
   * @param written the names of the files written
   * @param crossings how many things cross, all frozen now
   * @param grown what is frozen now and was not before, or at fewer places, in the words of {@link #check}; empty when
   *     nothing was frozen before
   */
  public record Recorded(List<String> written, int crossings, List<String> grown) {
    public Recorded {
      written = List.copyOf(written);
      grown = List.copyOf(grown);
    }
  }

  /**
   * Records what crosses now; and the map's modules as seams when none are recorded.
   *
   * @return what was written, and what of it was not allowed before
   */
  public static Checked<Recorded> freeze(Path top, SplitMap map) {
    List<Diagnostic> empty = empty(map);
    if (!empty.isEmpty()) {
      return Checked.failed(empty);
    }
    Map<RelPath, Content> files = new TreeMap<>();
    Constraints seams = map.constraints();
    if (seams.modules().isEmpty()) {
      String text = config(map.partition());
      files.put(RelPath.of(SplitConfig.NAME), Content.of(text));
      seams = recorded(map.partition());
    }
    List<Seams.Crossing> crossings = crossings(map, seams);
    return before(top).then(before -> {
      List<String> grown = before
          .map(b ->
              Seams.compare(crossings, b).grown().stream().map(c -> grown(c, b)).toList())
          .orElse(List.of());
      return write(top, files, crossings)
          .map(written -> new Recorded(written, crossings.size(), grown));
    });
  }

  private static Checked<List<String>> write(
      Path top, Map<RelPath, Content> files, List<Seams.Crossing> crossings) {
    StringBuilder frozen = new StringBuilder();
    for (Seams.Crossing crossing : crossings) {
      frozen
          .append(crossing.places().size())
          .append(' ')
          .append(crossing.line())
          .append('\n');
    }
    files.put(RelPath.of(FROZEN), Content.of(frozen.toString()));
    try {
      Folder.replace(top, files);
      return Checked.of(files.keySet().stream().map(RelPath::value).toList());
    } catch (IOException e) {
      return Checked.failed(
          Diagnostic.error("split-unwritable", "nothing is frozen: " + Reasons.of(e))
              .withHint("write to a folder that is there and that you may write"));
    }
  }

  /** An error for each pattern of a seam that names no class: what it was meant for would cross unseen. */
  private static List<Diagnostic> empty(SplitMap map) {
    Set<String> names = map.facts().classes().stream()
        .filter(c -> !c.test())
        .map(ClassFact::name)
        .collect(Collectors.toSet());
    List<Diagnostic> empty = new ArrayList<>();
    map.constraints()
        .modules()
        .forEach((module, patterns) -> patterns.stream()
            .filter(p -> !names.contains(p.text()) && names.stream().noneMatch(p::matches))
            .forEach(p -> empty.add(Diagnostic.error(
                    "split-seam-empty",
                    p.place().orElse(new Position(SplitConfig.NAME, 1, 1)),
                    "`" + p.text() + "` of the module `" + module + "` names no class")
                .withLength(p.text().length())
                .withHint("write what the class or package is called now, or take it out"))));
    return empty;
  }

  private static List<Seams.Crossing> crossings(SplitMap map, Constraints seams) {
    Map<String, String> modules = new HashMap<>();
    for (ClassFact fact : map.facts().classes()) {
      if (!fact.test()) {
        seams.module(fact.name()).ifPresent(m -> modules.put(fact.name(), m));
      }
    }
    Map<String, String> owners = new HashMap<>();
    map.facts().classes().forEach(c -> owners.put(c.name(), modules.getOrDefault(c.name(), "")));
    Map<String, String> tables = TableOwners.of(map.facts(), owners, seams.tables());
    Set<String> shared = new HashSet<>();
    for (ClassFact fact : map.facts().classes()) {
      if (ClassPattern.any(seams.shared(), fact.name())
          || (!modules.containsKey(fact.name())
              && map.partition().shared().containsKey(fact.name()))) {
        shared.add(fact.name());
      }
    }
    return Seams.of(map.facts(), modules, tables, shared);
  }

  private static Constraints recorded(Partition partition) {
    Map<String, List<ClassPattern>> modules = new TreeMap<>();
    Map<String, List<String>> tables = new TreeMap<>();
    partition.modules().forEach(m -> {
      modules.put(m.name(), m.classes().stream().map(ClassPattern::of).toList());
      tables.put(m.name(), m.tables());
    });
    return new Constraints(modules, tables, List.of(), List.of());
  }

  private static String config(Partition partition) {
    StringBuilder text = new StringBuilder("hewSplit: 1\nmodules:\n");
    for (Partition.Module module : partition.modules()) {
      text.append("  ").append(quoted(module.name())).append(":\n    classes:\n");
      module.classes().forEach(c -> text.append("      - ").append(quoted(c)).append('\n'));
      if (!module.tables().isEmpty()) {
        text.append("    tables:\n");
        module.tables().forEach(t -> text.append("      - ").append(quoted(t)).append('\n'));
      }
    }
    return text.toString();
  }

  /** Text in YAML that is text whatever it says, {@code null} and {@code no} too. */
  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private static Checked<Map<String, Integer>> frozen(Path top) {
    return SplitConfig.text(top, FROZEN).then(source -> parse(source));
  }

  /** What was frozen before; empty when there is no such file, or when it is none that says so and is to be written anew. */
  private static Checked<Optional<Map<String, Integer>>> before(Path top) {
    return SplitConfig.text(top, FROZEN)
        .map(source -> source.isEmpty() ? Optional.empty() : parse(source).toOptional());
  }

  private static Checked<Map<String, Integer>> parse(Optional<Source> source) {
    Map<String, Integer> frozen = new TreeMap<>();
    List<Diagnostic> problems = new ArrayList<>();
    int number = 0;
    for (String line : source.map(s -> s.text().lines().toList()).orElse(List.of())) {
      number++;
      int blank = line.indexOf(' ');
      if (blank > 0 && line.substring(0, blank).matches("\\d{1,9}")) {
        frozen.put(line.substring(blank + 1), Integer.parseInt(line.substring(0, blank)));
      } else if (!line.isBlank()) {
        problems.add(Diagnostic.error(
                "split-frozen",
                new Position(FROZEN, number, 1),
                "a line is a number and what crosses")
            .withHint("`hew split guard --freeze` writes the file anew"));
      }
    }
    return Checked.of(frozen, problems);
  }
}
