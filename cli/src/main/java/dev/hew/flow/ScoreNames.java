package dev.hew.flow;

import dev.hew.report.Diagnostic;
import dev.hew.report.Position;
import dev.hew.split.cut.NamedClasses;
import dev.hew.split.cut.PartitionFile;
import dev.hew.split.cut.PartitionNames;
import dev.hew.yaml.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says which names of a partition or a key are left out, and why. */
final class ScoreNames {
  private static final int FEW = 10;

  private ScoreNames() {}

  /** Names that are no class of the code base, and those of several. */
  static List<Diagnostic> notes(String file, Node document, NamedClasses named) {
    Map<String, Position> places = PartitionFile.places(document);
    List<Diagnostic> notes = new ArrayList<>();
    unknown(file, named.unknown(), places, "of the code base").ifPresent(notes::add);
    named
        .ambiguous()
        .forEach((name, classes) -> notes.add(ambiguous(
            name,
            classes.stream().map(c -> "`" + c.name() + "` (" + c.place() + ")").toList(),
            Optional.ofNullable(places.get(name)))));
    return notes;
  }

  /**
   * Names that nothing calls, and those by which calls may mean several classes.
   *
   * @param document the partition's; empty for hew's own, whose classes need not be called
   * @param clusters the partition
   * @param called the names that the calls have
   * @param volumes the file of the calls
   */
  static List<Diagnostic> notes(
      String file,
      Optional<Node> document,
      Map<String, String> clusters,
      Set<String> called,
      String volumes) {
    Map<String, Position> places = document.map(PartitionFile::places).orElse(Map.of());
    PartitionNames names = new PartitionNames(clusters);
    List<Diagnostic> notes = new ArrayList<>();
    if (document.isPresent()) {
      Set<String> unknown = new TreeSet<>(clusters.keySet());
      called.forEach(name -> unknown.removeAll(names.meant(name)));
      unknown(file, unknown, places, "of `" + volumes + "`").ifPresent(notes::add);
    }
    called.stream()
        .filter(names::isAmbiguous)
        .forEach(name -> notes.add(ambiguous(
            name,
            names.meant(name).stream()
                .map(m -> "`" + m + "`"
                    + (places.containsKey(m) ? " (line " + places.get(m).line() + ")" : ""))
                .toList(),
            Optional.empty())));
    return notes;
  }

  private static Optional<Diagnostic> unknown(
      String file, Set<String> names, Map<String, Position> places, String of) {
    if (names.isEmpty()) {
      return Optional.empty();
    }
    String told =
        names.stream().limit(FEW).map(n -> "`" + n + "`").collect(Collectors.joining(", "));
    String more = names.size() > FEW ? " and " + (names.size() - FEW) + " more" : "";
    String message = "`" + file + "` names " + told + more + ", which "
        + (names.size() == 1 ? "is no class " : "are no classes ") + of + ": left out";
    return Optional.of(warning(
            "split-name-unknown",
            names.stream().flatMap(n -> Stream.ofNullable(places.get(n))).findFirst(),
            message)
        .withHint("write the qualified or the simple name of a class, or take it out"));
  }

  private static Diagnostic ambiguous(
      String name, Collection<String> meant, Optional<Position> place) {
    return warning(
            "split-name-ambiguous",
            place,
            "`" + name + "` may be " + String.join(" or ", meant) + ": left out")
        .withHint("write the qualified name");
  }

  private static Diagnostic warning(String code, Optional<Position> place, String message) {
    return place
        .map(p -> Diagnostic.warning(code, p, message))
        .orElseGet(() -> Diagnostic.warning(code, message));
  }
}
