package dev.hew.flow;

import dev.hew.disk.KeptValues;
import dev.hew.split.cut.Cut;
import dev.hew.split.graph.Partition;
import java.util.List;
import java.util.Optional;

/** The last map of a code base as it was kept: how it was divided, and what each cut would cost. */
final class KeptMap {
  private static final String PARTITION = "partition";
  private static final String CUTS = "cuts";

  private final Optional<KeptPartition> partition;
  private final Optional<KeptCuts> cuts;

  private record KeptPartition(String fingerprint, Partition partition) {}

  private record KeptCuts(String fingerprint, Prices prices) {}

  /**
   * What cuts cost.
   *
   * @param cuts as {@link SplitMap#cuts} are
   * @param inner as {@link SplitMap#inner} are
   */
  record Prices(List<Cut> cuts, List<Cut> inner) {}

  private KeptMap(Optional<KeptPartition> partition, Optional<KeptCuts> cuts) {
    this.partition = partition;
    this.cuts = cuts;
  }

  static KeptMap read(KeptValues kept) {
    return new KeptMap(kept.read(PARTITION, KeptPartition.class), kept.read(CUTS, KeptCuts.class));
  }

  /** How the code base was divided, if it was in the state of this fingerprint. */
  Optional<Partition> partition(String fingerprint) {
    return partition
        .filter(kept -> kept.fingerprint.equals(fingerprint))
        .map(KeptPartition::partition);
  }

  /** What cuts cost, if the code base was in the state of this fingerprint. */
  Optional<Prices> prices(String fingerprint) {
    return cuts.filter(kept -> kept.fingerprint.equals(fingerprint)).map(KeptCuts::prices);
  }

  static void keep(KeptValues kept, String fingerprint, Partition partition) {
    kept.write(PARTITION, KeptPartition.class, new KeptPartition(fingerprint, partition));
  }

  static void keep(KeptValues kept, String fingerprint, Prices prices) {
    kept.write(CUTS, KeptCuts.class, new KeptCuts(fingerprint, prices));
  }
}
