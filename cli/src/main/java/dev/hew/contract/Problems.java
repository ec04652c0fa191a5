package dev.hew.contract;

import dev.hew.report.Diagnostic;
import dev.hew.report.Position;
import dev.hew.report.Source;
import dev.hew.yaml.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Gathers what is wrong with a contract; the same problem found twice counts once. */
final class Problems {
  private final Set<Diagnostic> found = new LinkedHashSet<>();
  /** What is wrong with a file that is referred to, once for each reference, by the file. */
  private final Map<String, Set<Diagnostic>> unread = new LinkedHashMap<>();

  private final Map<String, List<String>> lines = new HashMap<>();
  private final List<String> order = new ArrayList<>();

  /** Makes a text known, so that carets can be as long as what they point to. */
  void know(Source source) {
    order.add(source.name());
    String text = source.text().startsWith("\uFEFF") ? source.text().substring(1) : source.text();
    lines.put(source.name(), text.lines().toList());
  }

  void add(Diagnostic diagnostic) {
    found.add(diagnostic);
  }

  void error(String code, Node at, String message) {
    add(mark(Diagnostic.error(code, at.position(), message), at));
  }

  void error(String code, Node at, String message, Optional<String> hint) {
    add(hinted(mark(Diagnostic.error(code, at.position(), message), at), hint));
  }

  /**
   * A file cannot be read: told once, at the first of the references to it.
   *
   * @param file what tells it from others
   */
  void unread(String file, Node reference, String message, Optional<String> hint) {
    Diagnostic error = Diagnostic.error("ref-file", reference.position(), message);
    unread
        .computeIfAbsent(file, f -> new LinkedHashSet<>())
        .add(hinted(mark(error, reference), hint));
  }

  void warn(String code, Node at, String message) {
    add(mark(Diagnostic.warning(code, at.position(), message), at));
  }

  void warn(String code, Node at, String message, Optional<String> hint) {
    add(hinted(mark(Diagnostic.warning(code, at.position(), message), at), hint));
  }

  void errorAtKey(String code, Spot at, String message, Optional<String> hint) {
    add(hinted(markKey(Diagnostic.error(code, at.namePosition(), message), at.name()), hint));
  }

  void warnAtKey(String code, Spot at, String message, Optional<String> hint) {
    add(hinted(markKey(Diagnostic.warning(code, at.namePosition(), message), at.name()), hint));
  }

  /**
   * The entries of a mapping in which every key is a name. A reference in place of all of them is reported, for it is
   * none that OpenAPI has, though programs that put a contract together from several files resolve it.
   */
  List<Spot> named(Spot map) {
    return map.entries().stream().filter(entry -> !isReference(entry, map)).toList();
  }

  private boolean isReference(Spot entry, Spot map) {
    boolean reference = entry.name().equals("$ref") && entry.node().string().isPresent();
    if (reference) {
      errorAtKey(
          "ref-for-all",
          entry,
          "`$ref` may not stand for all of `" + map.name() + "`: OpenAPI has it for a single entry",
          Optional.of("bundle the files of the contract into one first, or give each entry a `$ref`"
              + " of its own"));
    }
    return reference;
  }

  boolean hasErrors() {
    return !unread.isEmpty() || found.stream().anyMatch(Diagnostic::isError);
  }

  /** In the order of the texts. */
  List<Diagnostic> sorted() {
    Comparator<Position> byPlace = Comparator.<Position>comparingInt(p -> order.indexOf(p.source()))
        .thenComparing(Comparator.naturalOrder());
    Comparator<Diagnostic> order =
        Comparator.comparing(d -> d.position().orElse(null), Comparator.nullsLast(byPlace));
    Stream<Diagnostic> files = unread.values().stream()
        .map(references -> first(references.stream().sorted(order).toList()));
    return Stream.concat(found.stream(), files).sorted(order).toList();
  }

  private static Diagnostic first(List<Diagnostic> references) {
    Diagnostic first = references.get(0);
    int more = references.size() - 1;
    return more == 0
        ? first
        : new Diagnostic(
            first.level(),
            first.code(),
            first.message() + "; " + more + " more reference" + (more == 1 ? " names" : "s name")
                + " it",
            first.position(),
            first.length(),
            first.hint());
  }

  private Diagnostic mark(Diagnostic diagnostic, Node node) {
    return node instanceof Node.Scalar scalar ? markKey(diagnostic, scalar.raw()) : diagnostic;
  }

  /** The length of a word in the text, its quotes included; a word over several lines counts to the line's end. */
  private Diagnostic markKey(Diagnostic diagnostic, String word) {
    Position position = diagnostic.position().orElseThrow();
    List<String> text = lines.getOrDefault(position.source(), List.of());
    if (position.line() > text.size()) {
      return diagnostic;
    }
    String line = text.get(position.line() - 1);
    String rest = line.substring(Math.min(position.column() - 1, line.length()));
    boolean quoted = rest.startsWith("\"") || rest.startsWith("'");
    if (!quoted && !rest.startsWith(word)) {
      return diagnostic;
    }
    return diagnostic.withLength(Math.min(rest.length(), word.length() + (quoted ? 2 : 0)));
  }

  private static Diagnostic hinted(Diagnostic diagnostic, Optional<String> hint) {
    return hint.map(diagnostic::withHint).orElse(diagnostic);
  }
}
