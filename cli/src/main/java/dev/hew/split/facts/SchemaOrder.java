package dev.hew.split.facts;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * In which order scripts run: Flyway's by their versions, Liquibase's as changelogs include each other, by the numbers in
 * their paths where none does.
 */
final class SchemaOrder {
  /** {@code V2_1__text.sql}, a baseline {@code B3__}, a repeated {@code R__}, one that takes back {@code U2__}. */
  private static final Pattern FLYWAY = Pattern.compile("(?:([VBU])(\\d[\\d._]*)|(R))__.*\\.\\w+");

  private static final Pattern MIGRATIONS = Pattern.compile("(.*?(?:^|/)migrations?)/.*");
  private static final Pattern RESOURCES = Pattern.compile("(.*?(?:^|/)resources)/.*");
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  /** Changelogs that include each other in a longer line are broken. */
  private static final int DEEPEST = 50;

  private record Step(List<BigInteger> version, SchemaFile file) {}

  private final List<SchemaFile> scripts = new ArrayList<>();
  private final List<List<SchemaChange>> sequences = new ArrayList<>();
  private final Map<String, SchemaFile> byPath = new TreeMap<>();
  private final Map<String, List<SchemaFile>> byName = new HashMap<>();
  private final Set<String> done = new HashSet<>();

  SchemaOrder(List<SchemaFile> files) {
    for (SchemaFile file : files) {
      byPath.put(file.path(), file);
      byName.computeIfAbsent(name(file.path()), n -> new ArrayList<>()).add(file);
    }
    Map<String, List<Step>> flyway = new TreeMap<>();
    Set<String> taken = included();
    Map<String, List<SchemaFile>> changelogs = new TreeMap<>();
    for (SchemaFile file : byPath.values()) {
      Matcher name = FLYWAY.matcher(name(file.path()));
      if (taken.contains(file.path())) {
        continue;
      }
      if (file.changelog()) {
        changelogs
            .computeIfAbsent(root(file.path(), RESOURCES), r -> new ArrayList<>())
            .add(file);
      } else if (!name.matches()) {
        scripts.add(file);
      } else if (!"U".equals(name.group(1))) {
        flyway
            .computeIfAbsent(root(file.path(), MIGRATIONS), r -> new ArrayList<>())
            .add(new Step(version(name), file));
      }
    }
    flyway
        .values()
        .forEach(steps -> sequences.add(steps.stream()
            .sorted(Comparator.comparing(Step::version, SchemaOrder::compare))
            .flatMap(step -> step.file().changes().stream())
            .toList()));
    changelogs.values().forEach(roots -> sequences.add(flat(roots)));
    // those that include each other in a circle
    sequences.add(flat(
        byPath.values().stream().filter(file -> taken.contains(file.path())).toList()));
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The scripts that are steps of no sequence, by path. */
  List<SchemaFile> scripts() {
    return scripts;
  }

  /** The steps of each sequence, in the order in which they run. */
  List<List<SchemaChange>> sequences() {
    return sequences;
  }

  private static String root(String path, Pattern pattern) {
    Matcher root = pattern.matcher(path);
    return root.matches() ? root.group(1) : path.substring(0, path.lastIndexOf('/') + 1);
  }

  private static List<BigInteger> version(Matcher name) {
    return name.group(3) != null ? List.of(BigInteger.TEN.pow(100)) : numbers(name.group(2));
  }

  private static List<BigInteger> numbers(String text) {
    return NUMBER.matcher(text).results().map(n -> new BigInteger(n.group())).toList();
  }

  private static int compare(List<BigInteger> a, List<BigInteger> b) {
    for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
      BigInteger left = i < a.size() ? a.get(i) : BigInteger.ZERO;
      BigInteger right = i < b.size() ? b.get(i) : BigInteger.ZERO;
      if (!left.equals(right)) {
        return left.compareTo(right);
      }
    }
    return 0;
  }

  private Set<String> included() {
    Set<String> included = new HashSet<>();
    for (SchemaFile file : byPath.values()) {
      for (SchemaChange change : file.changes()) {
        if (change.kind() == SchemaChange.Kind.INCLUDE) {
          meant(change.table(), file).forEach(one -> included.add(one.path()));
        }
      }
    }
    return included;
  }

  /** The files that an include means: its path counts from some folder of resources. */
  private List<SchemaFile> meant(String path, SchemaFile from) {
    if (path.isEmpty() || path.equals("/")) {
      return List.of();
    }
    List<SchemaFile> found = new ArrayList<>();
    boolean folder = path.endsWith("/");
    Collection<SchemaFile> candidates =
        folder ? byPath.values() : byName.getOrDefault(name(path), List.of());
    for (SchemaFile file : candidates) {
      boolean means = folder
          ? ("/" + file.path()).contains("/" + path)
          : ("/" + file.path()).endsWith("/" + path);
      if (means && file != from) {
        found.add(file);
      }
    }
    found.sort(SchemaOrder::byNumbers);
    return folder || found.isEmpty() ? found : List.of(nearest(found, from));
  }

  /** Of several modules' files of one name that of the module that asks. */
  private static SchemaFile nearest(List<SchemaFile> found, SchemaFile from) {
    return Collections.max(
        found,
        Comparator.comparingInt((SchemaFile file) -> common(file.path(), from.path()))
            .thenComparing(SchemaFile::path, Comparator.reverseOrder()));
  }

  private static int common(String a, String b) {
    int at = 0;
    while (at < Math.min(a.length(), b.length()) && a.charAt(at) == b.charAt(at)) {
      at++;
    }
    return at;
  }

  private List<SchemaChange> flat(List<SchemaFile> roots) {
    List<SchemaChange> all = new ArrayList<>();
    roots.stream().sorted(SchemaOrder::byNumbers).forEach(root -> add(root, all, 0));
    return all;
  }

  private void add(SchemaFile file, List<SchemaChange> all, int depth) {
    if (depth > DEEPEST || !done.add(file.path())) {
      return;
    }
    for (SchemaChange change : file.changes()) {
      if (change.kind() == SchemaChange.Kind.INCLUDE) {
        meant(change.table(), file).forEach(one -> add(one, all, depth + 1));
      } else {
        all.add(change);
      }
    }
  }

  /** By path, its numbers as numbers. */
  private static int byNumbers(SchemaFile a, SchemaFile b) {
    int words = NUMBER
        .matcher(a.path())
        .replaceAll("0")
        .compareTo(NUMBER.matcher(b.path()).replaceAll("0"));
    int numbers = words != 0 ? words : compare(numbers(a.path()), numbers(b.path()));
    return numbers != 0 ? numbers : a.path().compareTo(b.path());
  }
}
