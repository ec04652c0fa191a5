package dev.hew.contract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The entries of mappings in which every key is a name. OpenAPI has no reference in place of all of them, though programs
 * that put a contract together from several files resolve it: it stands for the entries of the mapping that it leads to,
 * but for those whose names stand beside it.
 */
final class Names {
  private final Documents documents;
  private final Problems problems;

  Names(Documents documents, Problems problems) {
    this.documents = documents;
    this.problems = problems;
  }

  /** Each entry at the place where it is written. */
  List<Spot> in(Spot map) {
    return in(map, new HashSet<>());
  }

  private List<Spot> in(Spot map, Set<Place> passed) {
    List<Spot> entries = map.entries();
    if (entries.stream().noneMatch(Names::isReference)) {
      return entries;
    }
    passed.add(map.place());
    Set<String> own = entries.stream().map(Spot::name).collect(Collectors.toSet());
    List<Spot> all = new ArrayList<>();
    for (Spot entry : entries) {
      if (isReference(entry)) {
        meant(entry, map, passed).stream().filter(e -> !own.contains(e.name())).forEach(all::add);
      } else {
        all.add(entry);
      }
    }
    return all;
  }

  private static boolean isReference(Spot entry) {
    return entry.name().equals("$ref") && entry.node().string().isPresent();
  }

  private List<Spot> meant(Spot reference, Spot map, Set<Place> passed) {
    Optional<Spot> target = documents.follow(reference.place(), reference.node());
    if (target.isEmpty()) {
      return List.of();
    }
    if (!target.get().isMapping() || passed.contains(target.get().place())) {
      problems.errorAtKey(
          "ref-for-all",
          reference,
          "`$ref` stands for all of `" + map.name() + "` and leads to "
              + (target.get().isMapping() ? "itself" : Reading.kind(target.get().node())),
          Optional.of("let it lead to a mapping of names"));
      return List.of();
    }
    problems.readForAll(reference, map);
    return in(target.get(), passed);
  }
}
