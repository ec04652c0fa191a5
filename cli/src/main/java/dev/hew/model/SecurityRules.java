package dev.hew.model;

import dev.hew.contract.Operation;
import dev.hew.contract.PathTemplate;
import dev.hew.model.Security.Access;
import dev.hew.model.Security.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Puts what operations ask for into as few rules as say the same: in the order in which Spring prefers one path to
 * another, so that the rule of a request is that of the operation that answers it.
 */
final class SecurityRules {
  /** Stands for a variable in a path that is compared. */
  private static final String ANY = "\uFFFC";

  /** The operations by path; paths that only differ in the names of their variables are one. */
  private final Map<String, Path> paths = new LinkedHashMap<>();

  private record Path(String text, Route route, Map<String, Access> methods) {
    private boolean isFixed() {
      return !text.contains(ANY);
    }
  }

  /** One line to be: methods of a path, none for all. */
  private record Line(List<String> methods, Path path, Access access) {
    private boolean overlaps(Line other) {
      boolean sameMethods = methods.isEmpty()
          || other.methods.isEmpty()
          || methods.stream().anyMatch(other.methods::contains);
      return sameMethods && SecurityRules.overlap(path.text, other.path.text);
    }
  }

  void add(Operation operation, Route route, Access access) {
    StringBuilder text = new StringBuilder();
    for (PathTemplate.Part part : operation.path().parts()) {
      text.append(part.variable() ? ANY : part.decoded());
    }
    paths
        .computeIfAbsent(text.toString(), path -> new Path(path, route, new LinkedHashMap<>()))
        .methods()
        .put(operation.method(), access);
  }

  /** What holds where no rule does: even then nobody is let in unknown. */
  Access rest() {
    List<Access> all = paths.values().stream()
        .flatMap(p -> p.methods().values().stream())
        .distinct()
        .toList();
    return all.size() == 1 && !all.get(0).isOpen() ? all.get(0) : Access.KNOWN;
  }

  List<Rule> rules() {
    List<Rule> rules = new ArrayList<>();
    for (List<Line> group : groups(needed(lines()))) {
      rules.add(new Rule(
          group.get(0).methods(),
          group.stream().map(line -> line.path().route()).toList(),
          group.get(0).access()));
    }
    return rules;
  }

  /** Every path in Spring's order. Those without variables never meet and keep theirs; nothing else is preferred to them. */
  private List<Line> lines() {
    List<Path> fixed = paths.values().stream().filter(Path::isFixed).toList();
    List<Path> open = paths.values().stream()
        .filter(path -> !path.isFixed())
        .sorted(Comparator.comparing(Path::route, Route.PREFERRED))
        .toList();
    List<Line> lines = new ArrayList<>();
    Stream.concat(fixed.stream(), open.stream()).forEach(path -> {
      if (path.methods().values().stream().distinct().count() == 1) {
        lines.add(new Line(List.of(), path, path.methods().values().iterator().next()));
        return;
      }
      path.methods().forEach((method, access) -> {
        // What answers GET answers HEAD.
        boolean head = method.equals("GET") && !path.methods().containsKey("HEAD");
        lines.add(new Line(head ? List.of("GET", "HEAD") : List.of(method), path, access));
      });
    });
    return lines;
  }

  /** Without those that say what the rest says, unless a later one would say otherwise of the same request. */
  private List<Line> needed(List<Line> lines) {
    List<Line> kept = new ArrayList<>();
    for (int i = lines.size() - 1; i >= 0; i--) {
      Line line = lines.get(i);
      if (!line.access().equals(rest()) || kept.stream().anyMatch(line::overlaps)) {
        kept.add(0, line);
      }
    }
    return kept;
  }

  /** Lines that say the same of the same methods stand together, unless another has to come between. */
  private static List<List<Line>> groups(List<Line> lines) {
    List<List<Line>> groups = new ArrayList<>();
    for (Line line : lines) {
      int home = groups.size();
      for (int i = groups.size() - 1; i >= 0; i--) {
        Line first = groups.get(i).get(0);
        if (first.methods().equals(line.methods()) && first.access().equals(line.access())) {
          home = i;
        }
        if (groups.get(i).stream()
            .anyMatch(other -> other.overlaps(line) && !other.access().equals(line.access()))) {
          break;
        }
      }
      if (home == groups.size()) {
        groups.add(new ArrayList<>());
      }
      groups.get(home).add(line);
    }
    return groups;
  }

  /** Whether some path matches both. */
  private static boolean overlap(String one, String other) {
    String[] segments = one.split("/", -1);
    String[] others = other.split("/", -1);
    if (segments.length != others.length) {
      return false;
    }
    for (int i = 0; i < segments.length; i++) {
      if (!meet(segments[i], others[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean meet(String one, String other) {
    if (one.contains(ANY) && other.contains(ANY)) {
      return true;
    }
    return one.contains(ANY) ? matches(one, other) : matches(other, one);
  }

  private static boolean matches(String template, String text) {
    StringBuilder regex = new StringBuilder();
    for (String literal : template.split(ANY, -1)) {
      regex.append(regex.isEmpty() ? "" : ".+").append(Pattern.quote(literal));
    }
    return Pattern.matches(regex.toString(), text);
  }
}
