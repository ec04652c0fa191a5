package dev.hew.flow;

import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.split.cut.Agreement;
import dev.hew.split.cut.Measures;
import dev.hew.split.cut.NamedClasses;
import dev.hew.split.cut.PartitionFile;
import dev.hew.split.cut.PartitionNames;
import dev.hew.split.cut.Volumes;
import dev.hew.split.facts.ClassFact;
import dev.hew.split.facts.Use;
import dev.hew.split.graph.Partition;
import dev.hew.yaml.Node;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Scores a partition, hew's or anybody's, by the measures of the literature. */
public final class SplitScore {
  private SplitScore() {}

  /**
   * What came out.
   *
   * @param contexts whether business contexts were given: without, there is no BCP
   * @param alone how many of the clusters are a class of hew's map that is in no module and tied to none
   * @param agreement with the key; empty when none is given
   */
  public record Score(
      Measures measures, boolean contexts, int alone, Optional<Agreement> agreement) {
    /** How many clusters are more than such a class: those of a file, or the modules of hew's map. */
    public int modules() {
      return measures.modules() - alone;
    }
  }

  /**
   * @param volumes call volumes as JSON; without them each place of a call in the source counts as one call
   * @param contexts the business contexts of classes
   * @param key a partition to compare with
   */
  public record Files(Optional<String> volumes, Optional<String> contexts, Optional<String> key) {}

  /** The score of a partition in a file; an error when it, or the key, names nothing that is scored. */
  public static Checked<Score> of(
      Path folder, String partition, Files files, Optional<SplitMap> map) {
    return SplitConfig.document(folder, partition).then(document -> {
      Map<String, String> clusters = PartitionFile.partition(document);
      if (map.isEmpty()) {
        return score(folder, clusters, Set.of(), files, map, Optional.of(document), partition);
      }
      NamedClasses named = NamedClasses.of(clusters.keySet(), map.get().facts().classes());
      Map<String, String> renamed = named.renamed(clusters);
      return renamed.isEmpty()
          ? unknown(partition)
          : Checked.of(renamed, ScoreNames.notes(partition, document, named))
              .then(known ->
                  score(folder, known, Set.of(), files, map, Optional.of(document), partition));
    });
  }

  /** The score of hew's own partition. */
  public static Checked<Score> of(Path folder, SplitMap map, Files files) {
    Set<String> alone = new TreeSet<>();
    Map<String, String> clusters = whole(map, alone);
    return score(folder, clusters, alone, files, Optional.of(map), Optional.empty(), "");
  }

  private static Checked<Score> unknown(String file) {
    return Checked.failed(Diagnostic.error(
            "split-no-class", "`" + file + "` names no class that is scored")
        .withHint("it has to have `class: cluster`, `cluster: [class, ...]`, or hew's own map as"
            + " JSON, with qualified or simple names of classes, no patterns"));
  }

  /**
   * Every class has a cluster: one that belongs to no module goes where it is used most.
   *
   * @param alone where the classes are noted that are tied to no module and are clusters of their own
   */
  private static Map<String, String> whole(SplitMap map, Set<String> alone) {
    Map<String, String> clusters = new TreeMap<>();
    for (Partition.Module module : map.partition().modules()) {
      module.classes().forEach(c -> clusters.put(c, module.name()));
    }
    Map<String, Map<String, Integer>> pulls = new TreeMap<>();
    for (Use use : map.facts().uses()) {
      pull(use.from(), use.to(), use.places(), clusters, pulls);
      pull(use.to(), use.from(), use.places(), clusters, pulls);
    }
    for (ClassFact fact : map.facts().classes()) {
      if (!fact.test() && !clusters.containsKey(fact.name())) {
        clusters.put(
            fact.name(),
            pulls.getOrDefault(fact.name(), Map.of()).entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElseGet(() -> {
                  alone.add(fact.name());
                  return fact.name();
                }));
      }
    }
    return clusters;
  }

  private static void pull(
      String name,
      String other,
      int places,
      Map<String, String> clusters,
      Map<String, Map<String, Integer>> pulls) {
    if (!clusters.containsKey(name) && clusters.containsKey(other)) {
      pulls
          .computeIfAbsent(name, n -> new TreeMap<>())
          .merge(clusters.get(other), places, Integer::sum);
    }
  }

  /**
   * @param file the partition's document; empty for hew's own
   * @param partition the name of its file
   */
  private static Checked<Score> score(
      Path folder,
      Map<String, String> clusters,
      Set<String> alone,
      Files files,
      Optional<SplitMap> map,
      Optional<Node> file,
      String partition) {
    return document(folder, files.volumes())
        .then(calls -> document(folder, files.contexts())
            .then(contexts -> document(folder, files.key()).then(key -> {
              Volumes volumes =
                  calls.map(c -> PartitionFile.volumes(c, contexts)).orElseGet(() -> calls(map));
              Map<String, String> scored =
                  calls.isEmpty() ? clusters : new PartitionNames(clusters).under(volumes.names());
              if (scored.isEmpty() && !partition.isEmpty()) {
                return unknown(partition);
              }
              List<Diagnostic> notes = new ArrayList<>();
              if (calls.isPresent()) {
                notes.addAll(ScoreNames.notes(
                    partition, file, clusters, volumes.names(), files.volumes().orElseThrow()));
              }
              Optional<Agreement> agreement =
                  key.map(k -> agreement(k, files.key().orElseThrow(), clusters, map, notes));
              if (agreement.isPresent() && agreement.get().classes() == 0) {
                return unknown(files.key().orElseThrow());
              }
              int single = (int) alone.stream().filter(scored::containsKey).count();
              return Checked.of(
                  new Score(Measures.of(scored, volumes), contexts.isPresent(), single, agreement),
                  notes);
            })));
  }

  private static Agreement agreement(
      Node document,
      String file,
      Map<String, String> clusters,
      Optional<SplitMap> map,
      List<Diagnostic> notes) {
    Map<String, String> key = PartitionFile.partition(document);
    if (map.isEmpty()) {
      return Agreement.of(new PartitionNames(clusters).under(key.keySet()), key);
    }
    NamedClasses named = NamedClasses.of(key.keySet(), map.get().facts().classes());
    notes.addAll(ScoreNames.notes(file, document, named));
    Map<String, String> ours = new TreeMap<>();
    named.classes().forEach((name, type) -> {
      if (clusters.containsKey(type)) {
        ours.put(name, clusters.get(type));
      }
    });
    return Agreement.of(ours, key);
  }

  private static Checked<Optional<Node>> document(Path folder, Optional<String> file) {
    return file.map(f -> SplitConfig.document(folder, f).map(Optional::of))
        .orElse(Checked.of(Optional.empty()));
  }

  /** Each place of a call in the source as one call. */
  private static Volumes calls(Optional<SplitMap> map) {
    Map<String, Map<String, Double>> calls = new TreeMap<>();
    map.ifPresent(m -> m.facts().uses().stream()
        .filter(use -> use.kind().acts())
        .forEach(use -> calls
            .computeIfAbsent(use.from(), f -> new TreeMap<>())
            .merge(use.to(), (double) use.places(), Double::sum)));
    return new Volumes(calls, Map.of());
  }
}
