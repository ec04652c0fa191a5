package dev.hew.flow;

import dev.hew.disk.Folder;
import dev.hew.disk.Reasons;
import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.report.Position;
import dev.hew.split.cut.Crossing;
import dev.hew.split.cut.Frozen;
import dev.hew.split.cut.Growth;
import dev.hew.split.cut.Seams;
import dev.hew.split.graph.ClassPattern;
import dev.hew.split.graph.Constraints;
import dev.hew.split.graph.Partition;
import dev.hew.tree.Content;
import dev.hew.tree.RelPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Holds the line: nothing new crosses the seams of {@code hew-split.yaml}. What crossed when they were drawn is frozen in
 * {@code hew-split.frozen} and may only become less.
 */
public final class SplitGuard {
  static final String FROZEN = "hew-split.frozen";
  private static final String NOTHING_FROZEN =
      "nothing is frozen yet: `hew split guard --freeze` records what crosses now, and then only"
          + " what is new is named";

  private static final Diagnostic PARTIAL = Diagnostic.warning(
          "split-frozen-before",
          new Position(FROZEN, 1, 1),
          "an earlier hew wrote this, which froze no foreign keys and no writes by cascade: new"
              + " ones are not named")
      .withHint("`hew split guard --freeze` freezes those that are there now");

  private SplitGuard() {}

  /**
   * What was found.
   *
   * @param crossings how many things cross, the frozen ones too
   * @param fresh how many of them are not frozen
   * @param violations what is not frozen: one error for each kind of it in a method
   * @param gone what is frozen and is no more
   * @param notes what the frozen file does not say
   */
  public record Verdict(
      int crossings,
      int fresh,
      List<Diagnostic> violations,
      List<String> gone,
      List<Diagnostic> notes) {
    public Verdict {
      violations = List.copyOf(violations);
      notes = List.copyOf(notes);
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
    return SplitConfig.text(top, FROZEN)
        .then(source -> source
            .map(s -> Frozen.read(s).map(frozen -> verdict(top, map, Optional.of(frozen))))
            .orElseGet(() -> Checked.of(verdict(top, map, Optional.empty()))));
  }

  private static Verdict verdict(Path top, SplitMap map, Optional<Frozen> frozen) {
    SeamSides sides = SeamSides.of(map, map.constraints(), frozen);
    List<Crossing> crossings = crossings(map, sides);
    Growth growth = Growth.of(crossings, frozen.orElse(Frozen.NOTHING));
    SeamPlaces places = new SeamPlaces(top);
    SeamHints hints = new SeamHints(map.facts(), sides, frozen.orElse(Frozen.NOTHING), growth);
    List<Diagnostic> violations = growth.more().stream()
        .map(
            more -> places.error(more).withHint(frozen.isEmpty() ? NOTHING_FROZEN : hints.of(more)))
        .toList();
    return new Verdict(
        crossings.stream().mapToInt(c -> c.places().size()).sum(),
        growth.more().stream().mapToInt(Growth.More::fresh).sum(),
        violations,
        growth.less().stream().map(Growth.Less::toString).toList(),
        frozen.filter(Frozen::partial).map(f -> PARTIAL).stream().toList());
  }

  /**
   * What was recorded.
   *
   * @param written the names of the files written
   * @param crossings how many things cross, all frozen now
   * @param grown what is frozen now and was not before, with its places; empty when nothing was frozen before
   * @param compared whether what was frozen before could be read, or nothing was
   */
  public record Recorded(
      List<String> written, int crossings, List<String> grown, boolean compared) {
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
    Map<RelPath, Content> files = new TreeMap<>();
    Constraints seams = map.constraints();
    if (seams.modules().isEmpty()) {
      String text = config(map.partition());
      files.put(RelPath.of(SplitConfig.NAME), Content.of(text));
      seams = recorded(map.partition());
    }
    SeamSides sides = SeamSides.of(map, seams, Optional.empty());
    List<Crossing> crossings = crossings(map, sides);
    files.put(RelPath.of(FROZEN), Content.of(sides.unsaid(seams, crossings).text()));
    return SplitConfig.text(top, FROZEN).then(source -> {
      Optional<Checked<Frozen>> before = source.map(Frozen::read);
      List<String> grown = before
          .flatMap(Checked::toOptional)
          .map(frozen -> Growth.of(crossings, frozen.whole()).more().stream()
              .map(more -> more.place() + ": " + more.text())
              .toList())
          .orElse(List.of());
      boolean compared = before.isEmpty() || before.get().ok();
      int count = crossings.stream().mapToInt(c -> c.places().size()).sum();
      return write(top, files).map(written -> new Recorded(written, count, grown, compared));
    });
  }

  private static Checked<List<String>> write(Path top, Map<RelPath, Content> files) {
    try {
      Folder.replace(top, files);
      return Checked.of(files.keySet().stream().map(RelPath::value).toList());
    } catch (IOException e) {
      return Checked.failed(
          Diagnostic.error("split-unwritable", "nothing is frozen: " + Reasons.of(e))
              .withHint("write to a folder that is there and that you may write"));
    }
  }

  private static List<Crossing> crossings(SplitMap map, SeamSides sides) {
    return Seams.of(map.facts(), sides.modules(), sides.tables(), sides.shared());
  }

  private static Constraints recorded(Partition partition) {
    Map<String, List<ClassPattern>> modules = new TreeMap<>();
    Map<String, List<Constraints.TableName>> tables = new TreeMap<>();
    partition.modules().forEach(m -> {
      modules.put(m.name(), m.classes().stream().map(ClassPattern::of).toList());
      tables.put(
          m.name(),
          m.tables().stream()
              .map(name -> new Constraints.TableName(name, Optional.empty()))
              .toList());
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
}
