package dev.hew.split.graph;

import dev.hew.report.Diagnostic;
import dev.hew.report.Nearest;
import dev.hew.report.Position;
import dev.hew.split.facts.ClassFact;
import dev.hew.split.facts.Facts;
import dev.hew.split.facts.TableFact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Finds what {@code hew-split.yaml} says of things that are not there, and what contradicts itself. */
public final class ConstraintCheck {
  /** Of more problems the others have no word that was probably meant: each is looked for among all names. */
  private static final int MOST_GUESSES = 50;

  private static final Position NOWHERE = new Position("hew-split.yaml", 1, 1);

  private final Constraints constraints;
  private final List<String> classes;
  private final Set<String> names;
  private final List<TableFact> tables;
  private final List<Diagnostic> problems = new ArrayList<>();
  private Set<String> candidates;

  private ConstraintCheck(Constraints constraints, Facts facts) {
    this.constraints = constraints;
    this.classes =
        facts.classes().stream().filter(c -> !c.test()).map(ClassFact::name).toList();
    this.names = Set.copyOf(classes);
    this.tables = facts.tables();
  }

  /** An error for each, in the order of places; tests are no classes here. */
  public static List<Diagnostic> problems(Constraints constraints, Facts facts) {
    ConstraintCheck check = new ConstraintCheck(constraints, facts);
    constraints
        .modules()
        .forEach((module, patterns) -> patterns.forEach(
            p -> check.names(p, "split-seam-empty", "of the module `" + module + "`")));
    constraints
        .together()
        .forEach(
            group -> group.forEach(p -> check.names(p, "split-names-nothing", "under `together`")));
    constraints.shared().forEach(p -> check.names(p, "split-names-nothing", "under `shared`"));
    check.tables();
    check.claims();
    check.together();
    check.problems.sort(Comparator.comparing(d -> d.position().orElse(NOWHERE)));
    return check.problems;
  }

  /** Every pattern has to name a class. */
  private void names(ClassPattern pattern, String code, String where) {
    if (names.contains(pattern.text()) || classes.stream().anyMatch(pattern::matches)) {
      return;
    }
    error(
        code,
        pattern.place(),
        pattern.text(),
        "`" + pattern.text() + "` " + where + " names no class",
        meant(pattern.text())
            .map(n -> "did you mean `" + n + "`?")
            .orElse("write what the class or package is called now, or take it out"));
  }

  private void error(
      String code, Optional<Position> place, String text, String message, String hint) {
    problems.add(Diagnostic.error(code, place.orElse(NOWHERE), message)
        .withLength(text.length())
        .withHint(hint));
  }

  /** The pattern with the nearest name in the place of what is no star at its ends. */
  private Optional<String> meant(String text) {
    String core = text.replaceAll("^[*.]+|[*.]+$", "");
    if (problems.size() >= MOST_GUESSES || core.isEmpty() || core.indexOf('*') >= 0) {
      return Optional.empty();
    }
    boolean simple = core.indexOf('.') < 0;
    if (simple && classes.stream().anyMatch(name -> name.startsWith(core + "."))) {
      return Optional.of(core + ".**");
    }
    return Nearest.to(
            core,
            candidates().stream().filter(c -> simple == (c.indexOf('.') < 0)).toList())
        .map(nearest -> text.replace(core, nearest));
  }

  /** Simple names, qualified names and packages. */
  private Set<String> candidates() {
    if (candidates == null) {
      candidates = new LinkedHashSet<>();
      for (String name : classes) {
        candidates.add(name.substring(name.lastIndexOf('.') + 1));
        for (int dot = name.length(); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
          candidates.add(name.substring(0, dot));
        }
      }
    }
    return candidates;
  }

  /** Every table has to be there, and be of one module. */
  private void tables() {
    Map<String, String> known = new LinkedHashMap<>();
    tables.forEach(table -> known.putIfAbsent(TableFact.key(table.name()), table.name()));
    Map<String, String> owners = new TreeMap<>();
    constraints
        .tables()
        .forEach((module, all) -> all.forEach(table -> {
          String before = owners.putIfAbsent(TableFact.key(table.name()), module);
          if (!known.containsKey(TableFact.key(table.name()))) {
            Optional<String> meant = problems.size() < MOST_GUESSES
                ? Nearest.to(table.name(), known.values())
                : Optional.empty();
            error(
                "split-names-nothing",
                table.place(),
                table.name(),
                "`" + table.name() + "` of the module `" + module + "` names no table",
                meant
                    .map(n -> "did you mean `" + n + "`?")
                    .orElse("`hew split map` lists the tables that modules own; or take it out"));
          } else if (before != null && !before.equals(module)) {
            error(
                "split-named-twice",
                table.place(),
                table.name(),
                "the table `" + table.name() + "` is in the module `" + before + "` and in `"
                    + module + "`",
                "leave it with the module that writes it");
          }
        }));
  }

  /** No class may be in two modules, or in one and shared, unless its own name decides. */
  private void claims() {
    Map<List<ClassPattern>, List<String>> twice = new LinkedHashMap<>();
    Map<List<ClassPattern>, List<String>> homes = new LinkedHashMap<>();
    for (String name : classes) {
      List<Homes.Claim> claims = constraints.claims(name);
      if (claims.size() > 1) {
        List<ClassPattern> key = claims.stream().map(Homes.Claim::pattern).toList();
        twice.computeIfAbsent(key, k -> new ArrayList<>()).add(name);
        homes.put(key, claims.stream().map(ConstraintCheck::home).toList());
      }
    }
    twice.forEach((patterns, all) -> {
      ClassPattern last = patterns.stream()
          .max(Comparator.comparing(p -> p.place().orElse(NOWHERE)))
          .orElseThrow();
      String more = all.size() > 1 ? " and " + (all.size() - 1) + " more" : "";
      error(
          "split-named-twice",
          last.place(),
          last.text(),
          "`" + all.get(0) + "`" + more + " " + (all.size() > 1 ? "are" : "is") + " "
              + String.join(" and ", homes.get(patterns)),
          last.isNameOf(all.get(0))
              ? "leave it in one of them"
              : "leave it to one of them; a class's own name counts before a pattern or a package");
    });
  }

  private static String home(Homes.Claim claim) {
    String where = claim.module().map(m -> "in the module `" + m + "`").orElse("under `shared`");
    return where + " (`" + claim.pattern().text() + "`"
        + claim.pattern().place().map(p -> ", line " + p.line()).orElse("") + ")";
  }

  /** Classes that stay together cannot be in different modules. */
  private void together() {
    for (List<ClassPattern> group : constraints.together()) {
      Map<String, String> pinned = new LinkedHashMap<>();
      for (String name : classes) {
        if (ClassPattern.any(group, name)) {
          constraints.module(name).ifPresent(module -> pinned.putIfAbsent(module, name));
        }
      }
      if (pinned.size() > 1) {
        error(
            "split-named-twice",
            group.get(0).place(),
            group.get(0).text(),
            pinned.entrySet().stream()
                    .map(e -> "`" + e.getValue() + "` is in the module `" + e.getKey() + "`")
                    .collect(Collectors.joining(" and "))
                + ", and they are to stay together",
            "take one of them out of its module or out of the group");
      }
    }
  }
}
