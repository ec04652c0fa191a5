package dev.hew.flow;

import dev.hew.split.cut.Frozen;
import dev.hew.split.cut.Growth;
import dev.hew.split.cut.Tie;
import dev.hew.split.facts.ClassFact;
import dev.hew.split.facts.Facts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Says what to do about something new that crosses a seam. */
final class SeamHints {
  /** Of more ways into a module those are named that are used most. */
  private static final int FEW = 3;

  private final SeamSides sides;
  private final Frozen frozen;
  private final Growth growth;
  private final Set<String> data;

  /**
   * @param frozen what crossed when the seams were drawn
   * @param growth what crosses now beside it
   */
  SeamHints(Facts facts, SeamSides sides, Frozen frozen, Growth growth) {
    this.sides = sides;
    this.frozen = frozen;
    this.growth = growth;
    this.data = facts.classes().stream()
        .filter(c -> c.data() || c.entity().isPresent())
        .map(ClassFact::name)
        .collect(Collectors.toSet());
  }

  String of(Growth.More more) {
    List<Growth.Less> before = growth.mayHaveBeen(more);
    if (!before.isEmpty()) {
      return "`" + before.get(0) + "` is frozen and gone: if this is what became of it,"
          + " `hew split guard --freeze` records it";
    }
    Tie tie = more.tie();
    if (tie.isKey()) {
      return "keep the id in a column without the key, which holds both tables in one database";
    }
    Optional<String> through = tie.through();
    if (through.isPresent()) {
      return "`" + through.get() + "` is on this side; what implements it is on the other";
    }
    if (sides.isOfTheRest(tie.to())) {
      return "`" + tie.to() + "` is in no module: if anybody may use it, put it under `shared` in `"
          + SplitConfig.NAME + "`";
    }
    String module = sides.module(tie);
    if (module.isEmpty()) {
      return tie.table().isPresent()
          ? "`" + tie.table().get()
              + "` is of no module: name it under the `tables` of the one that" + " keeps it in `"
              + SplitConfig.NAME + "`"
          : "name the tables that are of no module under the `tables` of those that keep them in `"
              + SplitConfig.NAME + "`";
    }
    if (module.equals(sides.modules().get(tie.from()))) {
      return "let each module write its own tables in a transaction of its own";
    }
    return offered(module, tie);
  }

  /** What was and is called from outside a module: its services, no values. */
  private String offered(String module, Tie but) {
    Map<Tie, Integer> left = new TreeMap<>();
    frozen
        .ties()
        .forEach((tie, members) ->
            left.put(tie, members.values().stream().mapToInt(i -> i).sum()));
    growth.less().forEach(less -> left.merge(less.tie(), -less.times(), Integer::sum));
    Map<String, Integer> ways = new TreeMap<>();
    left.forEach((tie, times) -> {
      boolean way = times > 0
          && tie.what().startsWith("call ")
          && !tie.equals(but)
          && !data.contains(tie.to())
          && module.equals(sides.modules().get(tie.to()));
      if (way) {
        String type = tie.through().orElse(tie.to());
        String name = type.substring(type.lastIndexOf('.') + 1) + "." + tie.word();
        ways.merge(name, times, Integer::sum);
      }
    });
    if (ways.isEmpty()) {
      return "the module `" + module
          + "` offers nothing yet that is called from outside: let it offer"
          + " what is needed here, and `hew split guard --freeze` that one call";
    }
    String told = ways.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue()
            .reversed()
            .thenComparing(Map.Entry.comparingByKey()))
        .limit(FEW)
        .map(e -> "`" + e.getKey() + "`")
        .collect(Collectors.joining(", "));
    String more = ways.size() > FEW ? " and " + (ways.size() - FEW) + " more" : "";
    return "go through what the module `" + module + "` offers already: " + told + more;
  }
}
