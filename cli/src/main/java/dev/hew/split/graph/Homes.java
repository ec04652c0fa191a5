package dev.hew.split.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where classes are said to belong, found by their names and packages: a recorded map names thousands of classes. */
final class Homes {
  /**
   * A class is said to be of a module, or to be shared.
   *
   * @param module empty for shared
   */
  record Claim(Optional<String> module, ClassPattern pattern) {}

  /** A claim and which of all it is. */
  private record Numbered(int number, Claim claim) {}

  private final Map<String, List<Numbered>> named = new HashMap<>();
  private final List<Numbered> patterns = new ArrayList<>();
  private int count;

  Homes(Map<String, List<ClassPattern>> modules, List<ClassPattern> shared) {
    shared.forEach(pattern -> add(new Claim(Optional.empty(), pattern)));
    modules.forEach(
        (module, all) -> all.forEach(pattern -> add(new Claim(Optional.of(module), pattern))));
  }

  private void add(Claim claim) {
    String text = claim.pattern().text();
    List<Numbered> list =
        text.indexOf('*') >= 0 ? patterns : named.computeIfAbsent(text, t -> new ArrayList<>(1));
    list.add(new Numbered(count++, claim));
  }

  /**
   * By its own name when anybody says so, else by patterns and packages; shared before modules, each of them once.
   *
   * @return nothing when nobody says where
   */
  List<Claim> of(String className) {
    List<Numbered> own = new ArrayList<>(1);
    own.addAll(named.getOrDefault(className, List.of()));
    int last = className.lastIndexOf('.');
    if (last >= 0) {
      own.addAll(named.getOrDefault(className.substring(last + 1), List.of()));
    }
    if (!own.isEmpty()) {
      return once(own);
    }
    List<Numbered> all = new ArrayList<>(1);
    for (int dot = last; dot > 0; dot = className.lastIndexOf('.', dot - 1)) {
      named.getOrDefault(className.substring(0, dot), List.of()).stream()
          .filter(n -> n.claim().pattern().matches(className))
          .forEach(all::add);
    }
    patterns.stream().filter(n -> n.claim().pattern().matches(className)).forEach(all::add);
    return once(all);
  }

  private static List<Claim> once(List<Numbered> claims) {
    if (claims.size() < 2) {
      return claims.stream().map(Numbered::claim).toList();
    }
    List<Claim> once = new ArrayList<>();
    claims.stream()
        .sorted(Comparator.comparingInt(Numbered::number))
        .map(Numbered::claim)
        .filter(c -> once.stream().noneMatch(o -> o.module().equals(c.module())))
        .forEach(once::add);
    return once;
  }
}
