package dev.hew.flow;

import dev.hew.report.Checked;
import dev.hew.split.cut.Cut;
import dev.hew.split.cut.Price;
import dev.hew.split.cut.Pricing;
import dev.hew.split.facts.Facts;
import dev.hew.split.graph.Divider;
import dev.hew.split.graph.Partition;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * A monolith as it is, where it would come apart, and what each cut would cost.
 *
 * @param cuts one for each module, the cheapest first
 */
public record SplitMap(Facts facts, Partition partition, List<Cut> cuts) {

  public SplitMap {
    cuts = List.copyOf(cuts);
  }

  /**
   * Reads a code base and divides it.
   *
   * @param modules how many modules are wanted; 0 for as many as there seem to be
   * @return the map, or why the folder cannot be read
   */
  public static Checked<SplitMap> of(Path top, int modules, Progress progress) {
    return CodeBase.read(top, progress).map(facts -> of(facts, modules));
  }

  private static SplitMap of(Facts facts, int modules) {
    Partition partition = Divider.divide(facts, modules);
    Pricing pricing = new Pricing(facts, partition.shared().keySet());
    List<Cut> cuts = partition.modules().stream()
        .map(module -> pricing.cut(module.name(), module.classes(), module.tables()))
        .sorted(Comparator.comparingInt(Price::of).thenComparing(Cut::name))
        .toList();
    return new SplitMap(facts, partition, cuts);
  }

  /** Whether at least one module could be taken out without tearing the rest apart. */
  public boolean hasSeam() {
    return cuts.size() > 1
        && cuts.stream().anyMatch(cut -> Price.difficulty(cut) != Price.Difficulty.VERY_HARD);
  }
}
