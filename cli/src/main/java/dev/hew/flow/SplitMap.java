package dev.hew.flow;

import dev.hew.disk.Installation;
import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.split.cut.Counts;
import dev.hew.split.cut.Cut;
import dev.hew.split.cut.Moved;
import dev.hew.split.cut.Price;
import dev.hew.split.cut.Pricing;
import dev.hew.split.cut.PricingBase;
import dev.hew.split.facts.ClassFact;
import dev.hew.split.facts.Facts;
import dev.hew.split.facts.Parts;
import dev.hew.split.graph.ClassPattern;
import dev.hew.split.graph.ConstraintCheck;
import dev.hew.split.graph.Constraints;
import dev.hew.split.graph.Divider;
import dev.hew.split.graph.Partition;
import dev.hew.split.graph.SameDivision;
import dev.hew.split.graph.TableOwners;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A monolith as it is, where it would come apart, and what each cut would cost.
 *
 * @param cuts one for each module with a door or a table, the cheapest first
 * @param inner one for each other module: code that only other code uses
 */
public record SplitMap(
    Facts facts, Constraints constraints, Partition partition, List<Cut> cuts, List<Cut> inner) {

  public SplitMap {
    cuts = List.copyOf(cuts);
    inner = List.copyOf(inner);
  }

  /**
   * How a map is made.
   *
   * @param modules how many are wanted; 0 for as many as there seem to be
   * @param history whether the git history counts
   * @param cache where is kept what has not to be found out again; empty for nowhere
   * @param maker the build of hew and the Java whose compiler parses: what another one found out is not taken from there
   */
  public record Options(int modules, boolean history, Optional<Path> cache, String maker) {
    /** The options of the hew and the Java that run; hew from a folder of classes, which change as they like, keeps nothing. */
    public static Options of(int modules, boolean history, Optional<Path> cache) {
      Optional<String> build;
      try {
        build = Installation.build();
      } catch (IOException e) {
        build = Optional.empty();
      }
      String maker = build.orElse("") + ", Java " + Runtime.version().feature();
      return new Options(modules, history, build.isPresent() ? cache : Optional.empty(), maker);
    }
  }

  /**
   * Reads a code base and divides it.
   *
   * @return the map, or why it cannot be made
   */
  public static Checked<SplitMap> of(Path top, Options options, Progress progress) {
    return SplitConfig.of(top)
        .then(config -> CodeBase.of(top, options, progress)
            .then(code -> of(code, config, options.modules(), progress)));
  }

  private static Checked<SplitMap> of(
      CodeBase code, SplitConfig config, int modules, Progress progress) {
    try (Workers.Begun<KeptMap> before = Workers.begin("map", () -> KeptMap.read(code.kept()))) {
      return code.known().then(known -> {
        try (Workers.Begun<?> writing = known.writing()) {
          List<Diagnostic> problems = ConstraintCheck.problems(config.constraints(), known.facts());
          if (!problems.isEmpty()) {
            writing.value();
            return Checked.failed(problems);
          }
          SplitMap map = divided(known, config, modules, before.value(), progress);
          writing.value();
          return Checked.of(map);
        }
      });
    }
  }

  private static SplitMap divided(
      CodeBase.Known known, SplitConfig config, int modules, KeptMap before, Progress progress) {
    Facts facts = known.facts();
    Constraints constraints = config.constraints();
    String how = " " + config.digest() + " " + modules;
    String now = known.fingerprint() + how;
    Optional<Partition> same = before.partition(now);
    if (same.isPresent() && before.prices(now).isPresent()) {
      return of(facts, constraints, same.get(), before.prices(now).get());
    }
    Optional<String> then = known.before().map(b -> b.fingerprint() + how);
    Optional<Partition> divided = then.flatMap(before::partition);
    Optional<KeptMap.Prices> moved = divided
        .flatMap(d -> before.prices(then.get()))
        .flatMap(prices -> moved(prices, known.before().get().facts(), facts));
    if (moved.isPresent()) {
      try (Workers.Begun<?> writing = keeping(known, now, divided.get())) {
        KeptMap.keep(known.kept(), now, moved.get());
        writing.value();
      }
      return of(facts, constraints, divided.get(), moved.get());
    }
    Parts parts = Parts.of(facts);
    Workers.Begun<PricingBase> base = Workers.begin("pricing", () -> new PricingBase(facts, parts));
    progress.at("classes divided", 0, facts.classes().size());
    Partition partition = divided
        .filter(d -> SameDivision.of(known.before().get().facts(), facts))
        .orElseGet(() -> Divider.divide(facts, parts, constraints, modules));
    try (Workers.Begun<?> writing = keeping(known, now, partition)) {
      progress.at("modules priced", 0, partition.modules().size());
      SplitMap map = priced(facts, constraints, partition, base.value());
      KeptMap.keep(known.kept(), now, new KeptMap.Prices(map.cuts, map.inner));
      writing.value();
      return map;
    }
  }

  private static Workers.Begun<?> keeping(CodeBase.Known known, String now, Partition partition) {
    return Workers.begin("keeping the partition", () -> {
      KeptMap.keep(known.kept(), now, partition);
      return null;
    });
  }

  /** The prices of before in other lines; empty when more than lines has changed. */
  private static Optional<KeptMap.Prices> moved(KeptMap.Prices prices, Facts before, Facts facts) {
    return Moved.between(before, facts)
        .flatMap(moved -> moved
            .of(prices.cuts())
            .flatMap(
                cuts -> moved.of(prices.inner()).map(inner -> new KeptMap.Prices(cuts, inner))));
  }

  private static SplitMap of(
      Facts facts, Constraints constraints, Partition partition, KeptMap.Prices prices) {
    return new SplitMap(facts, constraints, partition, prices.cuts(), prices.inner());
  }

  private static SplitMap priced(
      Facts facts, Constraints constraints, Partition partition, PricingBase base) {
    Pricing pricing = new Pricing(base, partition.shared().keySet());
    List<Pricing.Taken> modules = partition.modules().stream()
        .map(module -> new Pricing.Taken(module.name(), module.classes(), module.tables()))
        .toList();
    List<Cut> all = pricing.cuts(modules).stream()
        .sorted(Comparator.comparingInt(Price::of).thenComparing(Cut::name))
        .toList();
    Set<String> doors = doors(facts, partition);
    List<Cut> outer = all.stream().filter(cut -> doors.contains(cut.name())).toList();
    return outer.isEmpty()
        ? new SplitMap(facts, constraints, partition, all, List.of())
        : new SplitMap(
            facts,
            constraints,
            partition,
            outer,
            all.stream().filter(cut -> !doors.contains(cut.name())).toList());
  }

  /** Modules that something from outside reaches, or that keep something. */
  private static Set<String> doors(Facts facts, Partition partition) {
    Map<String, ClassFact> byName = new HashMap<>();
    facts.classes().forEach(c -> byName.put(c.name(), c));
    Set<String> doors = new HashSet<>();
    for (Partition.Module module : partition.modules()) {
      boolean reached = module.classes().stream()
          .map(byName::get)
          .anyMatch(c -> c.roles().contains(ClassFact.Role.ENTRY)
              || c.roles().contains(ClassFact.Role.BACKGROUND));
      if (reached || !module.tables().isEmpty()) {
        doors.add(module.name());
      }
    }
    return doors;
  }

  /** Whether at least one module could be taken out without tearing the rest apart. */
  public boolean hasSeam() {
    return cuts.size() + inner.size() > 1
        && cuts.stream().anyMatch(cut -> Price.difficulty(cut) != Price.Difficulty.VERY_HARD);
  }

  /** How much there is. */
  public Counts counts() {
    return Counts.of(facts, partition, cuts.size());
  }

  /**
   * The price of any set of classes.
   *
   * @param patterns as {@link ClassPattern} has them, or the name of a module
   * @return an error when a pattern names nothing
   */
  public Checked<Cut> cost(List<String> patterns) {
    Set<String> inside = new HashSet<>();
    for (String text : patterns) {
      ClassPattern pattern = ClassPattern.of(text);
      List<String> named = partition.modules().stream()
          .filter(m -> m.name().equals(text))
          .flatMap(m -> m.classes().stream())
          .toList();
      List<String> matched = facts.classes().stream()
          .filter(c -> !c.test() && pattern.matches(c.name()))
          .map(ClassFact::name)
          .toList();
      if (named.isEmpty() && matched.isEmpty()) {
        return Checked.failed(Diagnostic.error(
                "split-no-class", "`" + text + "` names no class and no module")
            .withHint("`*` stands for a part of a name, `**` for packages: `org.acme.visit.**`"));
      }
      inside.addAll(named.isEmpty() ? matched : named);
    }
    Parts parts = Parts.of(facts);
    inside.addAll(parts.of(inside));
    Map<String, String> owners = new HashMap<>();
    facts.classes().stream()
        .filter(c -> !c.test())
        .forEach(c -> owners.put(c.name(), inside.contains(c.name()) ? "in" : "out"));
    List<String> tables = TableOwners.of(facts, owners, Map.of()).entrySet().stream()
        .filter(e -> e.getValue().equals("in"))
        .map(Map.Entry::getKey)
        .toList();
    Set<String> shared = new HashSet<>(partition.shared().keySet());
    shared.removeAll(inside);
    return Checked.of(new Pricing(new PricingBase(facts, parts), shared)
        .cut(new Pricing.Taken(String.join(" ", patterns), inside, tables)));
  }
}
