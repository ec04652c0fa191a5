package dev.hew.flow;

import dev.hew.disk.Installation;
import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.split.cut.Cut;
import dev.hew.split.cut.Price;
import dev.hew.split.cut.Pricing;
import dev.hew.split.cut.PricingBase;
import dev.hew.split.facts.ClassFact;
import dev.hew.split.facts.Facts;
import dev.hew.split.graph.ClassPattern;
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

  private static final String PARTITION = "partition";
  private static final String CUTS = "cuts";

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

  private record KeptPartition(String fingerprint, Partition partition) {}

  private record KeptCuts(String fingerprint, List<Cut> cuts, List<Cut> inner) {}

  /**
   * Reads a code base and divides it.
   *
   * @return the map, or why it cannot be made
   */
  public static Checked<SplitMap> of(Path top, Options options, Progress progress) {
    return SplitConfig.of(top)
        .then(config -> CodeBase.read(top, options, progress)
            .map(known -> of(known, config, options.modules(), progress)));
  }

  private static SplitMap of(
      CodeBase.Known known, SplitConfig config, int modules, Progress progress) {
    try (Workers.Begun<?> writing = known.writing()) {
      SplitMap map = divided(known, config, modules, progress);
      writing.value();
      return map;
    }
  }

  private static SplitMap divided(
      CodeBase.Known known, SplitConfig config, int modules, Progress progress) {
    String how = " " + config.digest() + " " + modules;
    String fingerprint = known.fingerprint() + how;
    Optional<KeptPartition> before = known.kept().read(PARTITION, KeptPartition.class);
    Facts facts = known.facts();
    if (before.filter(b -> b.fingerprint.equals(fingerprint)).isPresent()) {
      Optional<KeptCuts> cuts = known
          .kept()
          .read(CUTS, KeptCuts.class)
          .filter(kept -> kept.fingerprint.equals(fingerprint));
      if (cuts.isPresent()) {
        return new SplitMap(
            facts, config.constraints(), before.get().partition, cuts.get().cuts, cuts.get().inner);
      }
    }
    Workers.Begun<PricingBase> base = Workers.begin("pricing", () -> new PricingBase(facts));
    Optional<Partition> alike = before
        .filter(map -> known
            .before()
            .filter(b -> map.fingerprint.equals(b.fingerprint() + how))
            .filter(b -> SameDivision.of(b.facts(), facts))
            .isPresent())
        .map(KeptPartition::partition);
    progress.at("classes divided", 0, facts.classes().size());
    Partition partition =
        alike.orElseGet(() -> Divider.divide(facts, config.constraints(), modules));
    known.kept().write(PARTITION, KeptPartition.class, new KeptPartition(fingerprint, partition));
    progress.at("modules priced", 0, partition.modules().size());
    SplitMap map = priced(facts, config.constraints(), partition, base.value());
    known.kept().write(CUTS, KeptCuts.class, new KeptCuts(fingerprint, map.cuts, map.inner));
    return map;
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
    return Checked.of(new Pricing(new PricingBase(facts), shared)
        .cut(new Pricing.Taken(String.join(" ", patterns), inside, tables)));
  }
}
