package dev.hew.contract;

import dev.hew.report.Diagnostic;
import dev.hew.report.Lines;
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
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** Gathers what is wrong with a contract; the same problem found twice counts once. */
final class Problems {
  private final Set<Diagnostic> found = new LinkedHashSet<>();
  /** One problem in several places, by what makes it one. */
  private final Map<String, Repeated> repeated = new LinkedHashMap<>();

  private final Map<String, Lines> lines = new HashMap<>();
  private final List<String> order = new ArrayList<>();

  /** Makes a text known, so that carets can be as long as what they point to. */
  void know(Source source) {
    order.add(source.name());
    lines.put(source.name(), Lines.of(source));
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
    repeated(
        "ref-file " + file,
        hinted(mark(error, reference), hint),
        more -> "; " + more + " more " + (more == 1 ? "reference names it" : "references name it"));
  }

  /**
   * A reference stands where only names may, and what it stands for is clear: told once for all such places.
   *
   * @param reference the entry that it is
   * @param map what it stands for all of
   */
  void readForAll(Spot reference, Spot map) {
    Diagnostic warning = Diagnostic.warning(
        "ref-for-all",
        reference.namePosition(),
        "`$ref` stands for all of `" + map.name()
            + "`, where OpenAPI has it for a single entry; the entries that it leads to are read");
    repeated(
        "ref-for-all",
        hinted(
            markKey(warning, reference.name()),
            Optional.of("other programs may refuse it: bundle the files into one for them")),
        more -> ", here and in " + more + " more place" + (more == 1 ? "" : "s"));
  }

  private void repeated(String key, Diagnostic one, IntFunction<String> more) {
    repeated
        .computeIfAbsent(key, k -> new Repeated(more, new LinkedHashSet<>()))
        .places()
        .add(one);
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

  boolean hasErrors() {
    return Stream.concat(
            found.stream(), repeated.values().stream().flatMap(all -> all.places().stream()))
        .anyMatch(Diagnostic::isError);
  }

  /** In the order of the texts. */
  List<Diagnostic> sorted() {
    Comparator<Position> byPlace = Comparator.<Position>comparingInt(p -> order.indexOf(p.source()))
        .thenComparing(Comparator.naturalOrder());
    Comparator<Diagnostic> order =
        Comparator.comparing(d -> d.position().orElse(null), Comparator.nullsLast(byPlace));
    Stream<Diagnostic> once = repeated.values().stream().map(all -> all.first(order));
    return Stream.concat(found.stream(), once).sorted(order).toList();
  }

  /**
   * One problem in several places.
   *
   * @param more what is said of so many further ones
   */
  private record Repeated(IntFunction<String> more, Set<Diagnostic> places) {

    /** The problem at its first place, with how many there are besides. */
    Diagnostic first(Comparator<Diagnostic> order) {
      Diagnostic first = places.stream().min(order).orElseThrow();
      int others = places.size() - 1;
      return new Diagnostic(
          first.level(),
          first.code(),
          first.message() + (others == 0 ? "" : more.apply(others)),
          first.position(),
          first.length(),
          first.hint());
    }
  }

  private Diagnostic mark(Diagnostic diagnostic, Node node) {
    return node instanceof Node.Scalar scalar ? markKey(diagnostic, scalar.raw()) : diagnostic;
  }

  /** The length of a word in the text, its quotes included; a word over several lines counts to the line's end. */
  private Diagnostic markKey(Diagnostic diagnostic, String word) {
    Position position = diagnostic.position().orElseThrow();
    Optional<String> line = Optional.ofNullable(lines.get(position.source()))
        .flatMap(text -> text.line(position.line()));
    if (line.isEmpty()) {
      return diagnostic;
    }
    String rest =
        line.get().substring(Math.min(position.column() - 1, line.get().length()));
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
