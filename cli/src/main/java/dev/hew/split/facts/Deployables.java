package dev.hew.split.facts;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What runs together: build modules that start an application, and those that no other needs, each with all that it needs.
 * One that starts others, which start by themselves too, and has no table but theirs, is a launcher of several.
 */
final class Deployables {
  private final Map<String, String> names;
  private final Map<String, Set<String>> needs = new TreeMap<>();
  private final Set<String> unknown = new HashSet<>();
  private final Set<String> starts = new TreeSet<>();
  private final Set<String> storing = new HashSet<>();

  private Deployables(Map<String, String> names) {
    this.names = names;
  }

  /**
   * For each build module those as part of which it runs, as far as that is known.
   *
   * @param names folder to name
   * @param needs for each folder what its build file names, see {@link Builds}
   * @param repeated names of classes of which it is not known which one is meant
   * @return nothing when all may run together
   */
  static Map<String, List<String>> of(
      Map<String, String> names,
      Map<String, List<String>> needs,
      Collection<ClassFact> classes,
      Collection<Use> uses,
      Collection<String> repeated) {
    if (names.size() < 2) {
      return Map.of();
    }
    Deployables deployables = new Deployables(names);
    names.keySet().forEach(folder -> deployables.needs.put(folder, new TreeSet<>()));
    needs.forEach(deployables::read);
    deployables.look(classes, uses, Set.copyOf(repeated));
    return deployables.found();
  }

  private void read(String folder, List<String> named) {
    for (String one : named) {
      if (one.startsWith(Builds.ARTIFACT)) {
        String artifact = one.substring(Builds.ARTIFACT.length());
        names.forEach((other, name) -> {
          if (name.equals(artifact)) {
            need(folder, other);
          }
        });
      } else if (one.equals(Builds.UNKNOWN) || !project(folder, one)) {
        unknown.add(folder); // settings may give a project any folder
      }
    }
  }

  private void need(String folder, String other) {
    if (!folder.equals(other)) {
      needs.get(folder).add(other);
    }
  }

  /** A project of Gradle by its path; of several with this end the one that is nearest. */
  private boolean project(String folder, String named) {
    boolean accessor = named.startsWith(Builds.ACCESSOR);
    String end = accessor
        ? plain(named.substring(Builds.ACCESSOR.length()))
        : named.substring(Builds.PROJECT.length()).replaceFirst("^:", "").replace(':', '/');
    String best = null;
    for (String other : names.keySet()) {
      String path = accessor ? plain(other) : other;
      boolean isIt = path.equals(end) || path.endsWith((accessor ? "" : "/") + end);
      if (isIt && (best == null || common(folder, other) > common(folder, best))) {
        best = other;
      }
    }
    if (best != null) {
      need(folder, best);
    }
    return best != null || end.isEmpty();
  }

  private static String plain(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
  }

  private static int common(String one, String other) {
    int length = 0;
    while (length < Math.min(one.length(), other.length())
        && one.charAt(length) == other.charAt(length)) {
      length++;
    }
    return length;
  }

  private void look(Collection<ClassFact> classes, Collection<Use> uses, Set<String> repeated) {
    Map<String, String> builds = new HashMap<>();
    for (ClassFact fact : classes) {
      if (!fact.test()) {
        if (!repeated.contains(fact.name())) {
          builds.put(fact.name(), fact.build());
        }
        if (fact.roles().contains(ClassFact.Role.APPLICATION)) {
          starts.add(fact.build());
        }
        if (fact.entity().filter(e -> !e.table().isEmpty()).isPresent()) {
          storing.add(fact.build());
        }
        if (!names.containsKey(fact.build())) {
          unknown.add(fact.build());
        }
      }
    }
    // what is mentioned is needed, whatever a build file says
    for (Use use : uses) {
      String from = builds.get(use.from());
      String to = builds.get(use.to());
      if (from != null && to != null && needs.containsKey(from) && needs.containsKey(to)) {
        need(from, to);
      }
    }
  }

  private Map<String, List<String>> found() {
    Set<String> needed =
        needs.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    Map<String, Set<String>> parts = new TreeMap<>();
    names.keySet().forEach(folder -> parts.put(folder, new TreeSet<>()));
    for (String root : names.keySet()) {
      if (starts.contains(root) || !needed.contains(root)) {
        run(root).forEach(part -> parts.get(part).add(root));
      }
    }
    Map<String, List<String>> found = new TreeMap<>();
    parts.forEach((folder, roots) -> {
      if (!roots.isEmpty() && !unknown.contains(folder)) {
        found.put(folder, List.copyOf(roots));
      }
    });
    return found;
  }

  /** What runs when a module does, itself included. */
  private Set<String> run(String root) {
    Set<String> all = reach(root, Set.of());
    Set<String> others = all.stream()
        .filter(one -> !one.equals(root) && starts.contains(one))
        .collect(Collectors.toSet());
    Set<String> own = reach(root, others);
    Set<String> theirs = others.stream()
        .flatMap(one -> reach(one, Set.of()).stream())
        .collect(Collectors.toSet());
    boolean launches = others.size() > 1
        && own.stream().filter(storing::contains).allMatch(theirs::contains);
    return launches ? own : all;
  }

  /** What a module needs, and what that needs. */
  private Set<String> reach(String root, Set<String> without) {
    Set<String> all = new TreeSet<>(Set.of(root));
    Deque<String> next = new ArrayDeque<>(all);
    while (!next.isEmpty()) {
      for (String one : needs.getOrDefault(next.remove(), Set.of())) {
        if (!without.contains(one) && all.add(one)) {
          next.add(one);
        }
      }
    }
    return all;
  }
}
