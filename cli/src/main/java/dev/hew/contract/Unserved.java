package dev.hew.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers what a contract holds that no service answers, and tells the user once for each kind. */
final class Unserved {
  private final Map<Contract.Unserved, Spot> found = new LinkedHashMap<>();

  /** Every entry of a mapping is of this kind. */
  void all(String kind, Spot mapping) {
    mapping.entries().stream()
        .filter(entry -> !entry.name().startsWith("x-"))
        .forEach(entry -> add(kind, entry.name(), entry));
  }

  void add(String kind, String name, Spot spot) {
    found.putIfAbsent(new Contract.Unserved(kind, name, spot.place()), spot);
  }

  boolean any(String kind) {
    return found.keySet().stream().anyMatch(one -> one.kind().equals(kind));
  }

  List<Contract.Unserved> list() {
    return List.copyOf(found.keySet());
  }

  /** One warning a kind, at the first of it: a contract may have hundreds of links. */
  void report(Problems problems) {
    for (String kind :
        found.keySet().stream().map(Contract.Unserved::kind).distinct().toList()) {
      List<Map.Entry<Contract.Unserved, Spot>> all = found.entrySet().stream()
          .filter(entry -> entry.getKey().kind().equals(kind))
          .toList();
      String who = kind + " `" + all.get(0).getKey().name() + "`";
      String more = all.size() == 1 ? " is" : " and " + (all.size() - 1) + " more are";
      problems.warnAtKey(
          "not-served",
          all.get(0).getValue(),
          who + more + " kept in the contract, but not served",
          Optional.empty());
    }
  }
}
