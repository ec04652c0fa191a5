package dev.hew.contract;

import dev.hew.report.Nearest;
import dev.hew.yaml.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What every part of the reader needs: the documents, the problems found so far, the schemas met so far. */
final class Reading {
  final Problems problems;
  final Documents documents;
  final SchemaShelf schemas;
  final Names names;
  final Unserved unserved = new Unserved();

  Reading(Documents documents, Problems problems) {
    this.documents = documents;
    this.problems = problems;
    this.schemas = new SchemaShelf(documents, problems);
    this.names = new Names(documents, problems);
  }

  Dialect dialect(Spot spot) {
    return documents.dialect(spot.place());
  }

  /** The value under a key; a key without a value counts as absent. */
  Optional<Spot> value(Spot spot, String key) {
    Optional<Spot> found = spot.get(key);
    if (found.isPresent() && found.get().isNull()) {
      problems.warnAtKey(
          "empty-value",
          found.get(),
          "`" + key + "` has no value and is passed over",
          Optional.empty());
      return Optional.empty();
    }
    return found;
  }

  Optional<Spot> mapping(Spot spot, String key) {
    return value(spot, key).filter(v -> isMapping(v, "`" + key + "`"));
  }

  /** The entries of a mapping in which every key is a name; none where the mapping is absent, which may be wrong. */
  List<Spot> named(Spot spot, String key) {
    return mapping(spot, key).map(map -> names.in(map)).orElse(List.of());
  }

  Optional<Spot> list(Spot spot, String key) {
    return value(spot, key).filter(v -> {
      boolean fits = v.node() instanceof Node.Sequence;
      if (!fits) {
        problems.error(
            "wrong-kind",
            v.node(),
            "`" + key + "` has to be a list, but is " + kind(v.node()),
            Optional.of("write `- item` lines below it, or `[item]`"));
      }
      return fits;
    });
  }

  boolean isMapping(Spot spot, String what) {
    if (!spot.isMapping()) {
      problems.error(
          "wrong-kind",
          spot.node(),
          what + " has to be a mapping, but is " + kind(spot.node()),
          Optional.of("write `key: value` lines below it, or `{key: value}`"));
    }
    return spot.isMapping();
  }

  /** A text; other scalars are taken as they were written. */
  Optional<String> text(Spot spot, String key) {
    Optional<Spot> found = spot.get(key).filter(v -> !v.isNull());
    if (found.isPresent() && !(found.get().node() instanceof Node.Scalar)) {
      problems.warn(
          "wrong-kind",
          found.get().node(),
          "`" + key + "` has to be a text, but is " + kind(found.get().node()));
    }
    return found.flatMap(
        v -> v.node() instanceof Node.Scalar s ? Optional.of(s.raw()) : Optional.empty());
  }

  /** A text that the object cannot do without. */
  Optional<String> needed(Spot spot, String key, String what) {
    Optional<String> text = text(spot, key).filter(t -> !t.isEmpty());
    if (text.isEmpty()) {
      missing(spot, key, what);
    }
    return text;
  }

  void missing(Spot spot, String key, String what) {
    List<String> known =
        spot.entries().stream().map(Spot::name).filter(n -> !n.equals(key)).toList();
    problems.errorAtKey(
        "missing-key",
        spot,
        what + " has no `" + key + "`",
        Nearest.to(key, known)
            .map(n -> "is `" + n + "` a slip for it?")
            .or(() -> Optional.of("add it: `" + key + ": ...`")));
  }

  boolean flag(Spot spot, String key, boolean fallback) {
    Optional<Spot> found = spot.get(key).filter(v -> !v.isNull());
    if (found.isEmpty()) {
      return fallback;
    }
    Object value = found.get().node() instanceof Node.Scalar s ? s.value() : null;
    if (value instanceof Boolean yes) {
      return yes;
    }
    problems.warn("wrong-kind", found.get().node(), "`" + key + "` has to be `true` or `false`");
    return value instanceof String text
        ? text.equalsIgnoreCase("true") || text.equalsIgnoreCase("yes")
        : fallback;
  }

  List<String> texts(Spot spot, String key) {
    return list(spot, key)
        .map(l -> l.items().stream().flatMap(i -> rawText(i).stream()).toList())
        .orElse(List.of());
  }

  private Optional<String> rawText(Spot item) {
    if (item.node() instanceof Node.Scalar s && s.value() != null) {
      return Optional.of(s.raw());
    }
    problems.warn(
        "wrong-kind", item.node(), "a text has to stand here, but this is " + kind(item.node()));
    return Optional.empty();
  }

  /** Reports keys that the object does not have. */
  void known(Spot spot, Collection<String> keys, String what) {
    for (Spot entry : spot.entries()) {
      if (!keys.contains(entry.name()) && !entry.name().startsWith("x-")) {
        problems.warnAtKey(
            "unknown-key",
            entry,
            what + " has no key `" + entry.name() + "`; it is passed over",
            Nearest.to(entry.name(), keys).map(n -> "did you mean `" + n + "`?"));
      }
    }
  }

  /**
   * The object itself, or the one that its {@code $ref} leads to at the end; a description or summary beside the
   * reference wins. Nothing when the reference is broken, which is reported.
   */
  Optional<Spot> resolve(Spot spot, String what) {
    Spot current = spot;
    Set<Place> passed = new HashSet<>();
    List<Node.Entry> own = new ArrayList<>();
    while (current.get("$ref").isPresent()) {
      Spot ref = current.get("$ref").get();
      if (!passed.add(current.place())) {
        problems.error(
            "ref-circle",
            ref.node(),
            "`$ref` leads back to itself",
            Optional.of("describe it in one of the places, or remove it"));
        return Optional.empty();
      }
      for (Spot entry : current.entries()) {
        boolean text = entry.name().equals("description") || entry.name().equals("summary");
        if (text && own.stream().noneMatch(e -> e.key().equals(entry.name()))) {
          own.add(new Node.Entry(entry.name(), entry.namePosition(), entry.node()));
        } else if (!text && !entry.name().equals("$ref") && !entry.name().startsWith("x-")) {
          problems.warnAtKey(
              "ref-siblings",
              entry,
              "`" + entry.name() + "` stands beside a `$ref` and is passed over",
              Optional.empty());
        }
      }
      Optional<Spot> next = documents.follow(current.place(), ref.node());
      if (next.isEmpty()) {
        return Optional.empty();
      }
      current = next.get();
    }
    if (!isMapping(current, what)) {
      return Optional.empty();
    }
    if (own.isEmpty()) {
      return Optional.of(current);
    }
    for (Node.Entry entry : current.node().entries()) {
      if (own.stream().noneMatch(e -> e.key().equals(entry.key()))) {
        own.add(entry);
      }
    }
    return Optional.of(current.with(new Node.Mapping(own, current.node().position())));
  }

  static String kind(Node node) {
    if (node instanceof Node.Mapping) {
      return "a mapping";
    }
    if (node instanceof Node.Sequence) {
      return "a list";
    }
    Object value = ((Node.Scalar) node).value();
    if (value == null) {
      return "empty";
    }
    return value instanceof String
        ? "a text"
        : value instanceof Boolean ? "`" + value + "`" : "a number";
  }
}
