package dev.hew.contract;

import dev.hew.report.Nearest;
import dev.hew.report.Position;
import dev.hew.yaml.Node;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Rewrites one schema, with everything below it, in the terms of {@link Schema}. */
final class Canonical {
  private static final Set<String> NULLABLE = Set.of("nullable", "x-nullable");

  private final Documents documents;
  private final Problems problems;
  private final Consumer<Spot> referenced;
  private final Names names;
  private final KeywordRules rules;

  /** By identity: an anchor's schema is shared by all its aliases, and so is its canonical form. */
  private final Map<Node, Node> done = new IdentityHashMap<>();

  /**
   * @param referenced told of every schema that a reference leads to
   */
  Canonical(Documents documents, Problems problems, Consumer<Spot> referenced) {
    this.documents = documents;
    this.problems = problems;
    this.referenced = referenced;
    this.names = new Names(documents, problems);
    this.rules = new KeywordRules(problems);
  }

  Node of(Spot spot) {
    Node known = done.get(spot.node());
    if (known == null) {
      known = rewrite(spot);
      done.put(spot.node(), known);
    }
    return known;
  }

  private Node rewrite(Spot spot) {
    if (spot.node() instanceof Node.Scalar s && s.value() instanceof Boolean) {
      return spot.node();
    }
    if (!spot.isMapping()) {
      problems.error(
          "wrong-kind",
          spot.node(),
          "a schema has to be a mapping, but this is " + Reading.kind(spot.node()),
          Optional.of("such as `{type: string}`"));
      return new Node.Scalar(true, "true", spot.node().position());
    }
    Dialect dialect = documents.dialect(spot.place());
    Map<String, Node.Entry> out = new LinkedHashMap<>();
    boolean onlyRef = !dialect.isModern() && spot.get("$ref").isPresent();
    for (Spot entry : spot.entries()) {
      if (onlyRef
          && !KeywordRules.BESIDE_REF.contains(entry.name())
          && !entry.name().startsWith("x-")) {
        problems.warnAtKey(
            "ref-siblings",
            entry,
            "`" + entry.name() + "` stands beside a `$ref` and is passed over",
            Optional.of("wrap the reference: `allOf: [{$ref: ...}]`"));
        continue;
      }
      keyword(entry)
          .flatMap(node -> rules.check(entry, node, dialect))
          .ifPresent(node -> out.putIfAbsent(
              written(entry), new Node.Entry(written(entry), entry.namePosition(), node)));
    }
    KeywordSlips.report(spot, dialect, problems);
    KeywordConflicts.report(spot, dialect, problems);
    boolean nullable = !dialect.isModern() && NULLABLE.stream().anyMatch(k -> isTrue(out.get(k)));
    KeywordRules.exclusive(out, "exclusiveMinimum", "minimum");
    KeywordRules.exclusive(out, "exclusiveMaximum", "maximum");
    if (dialect.isSwagger()) {
      KeywordRules.file(out);
    }
    if (!dialect.isModern()) {
      out.remove("nullable");
      out.remove("x-nullable");
    }
    Node.Mapping mapping =
        new Node.Mapping(List.copyOf(out.values()), spot.node().position());
    return nullable ? Nullable.apply(mapping) : mapping;
  }

  private Optional<Node> keyword(Spot entry) {
    switch (entry.name()) {
      case "$ref" -> {
        return reference(entry);
      }
      case "$dynamicRef", "$recursiveRef" -> {
        problems.warnAtKey(
            "schema-dynamic-ref",
            entry,
            "`" + entry.name() + "` is read as a plain `$ref`",
            Optional.empty());
        return reference(entry);
      }
      case "discriminator" -> {
        return discriminator(entry);
      }
      default -> {
        if (KeywordRules.SCHEMA.contains(entry.name())) {
          return schemaValued(entry);
        }
        if (KeywordRules.SCHEMA_MAP.contains(entry.name())) {
          return mapValued(entry);
        }
        if (KeywordRules.SCHEMA_LIST.contains(entry.name())) {
          return listValued(entry);
        }
        return Optional.of(entry.node());
      }
    }
  }

  /** What is said dynamically in the text is a plain reference here. */
  private static String written(Spot entry) {
    return entry.name().equals("$dynamicRef") || entry.name().equals("$recursiveRef")
        ? "$ref"
        : entry.name().equals("items") && entry.node() instanceof Node.Sequence
            ? "prefixItems"
            : entry.name();
  }

  private Optional<Node> schemaValued(Spot entry) {
    if (entry.isNull()) {
      return empty(entry);
    }
    if (entry.name().equals("items") && entry.node() instanceof Node.Sequence) {
      problems.warnAtKey(
          "schema-items-list",
          entry,
          "a list of `items` is read as `prefixItems`",
          Optional.empty());
      return Optional.of(new Node.Sequence(
          entry.items().stream().map(this::of).toList(), entry.node().position()));
    }
    return Optional.of(of(entry));
  }

  private Optional<Node> empty(Spot entry) {
    problems.warnAtKey(
        "empty-value",
        entry,
        "`" + entry.name() + "` has no value and is passed over",
        Optional.empty());
    return Optional.empty();
  }

  private Optional<Node> mapValued(Spot entry) {
    if (entry.isNull()) {
      return empty(entry);
    }
    if (!entry.isMapping()) {
      problems.error(
          "wrong-kind",
          entry.node(),
          "`" + entry.name() + "` has to be a mapping of schemas, but is "
              + Reading.kind(entry.node()),
          Optional.of("such as `{name: {type: string}}`"));
      return Optional.empty();
    }
    List<Node.Entry> children = new ArrayList<>();
    for (Spot child : names.in(entry)) {
      Node node = child.isNull()
          ? emptySchema(child)
          : child.place().equals(entry.place().child(child.name())) ? of(child) : elsewhere(child);
      children.add(new Node.Entry(child.name(), child.namePosition(), node));
    }
    return Optional.of(new Node.Mapping(children, entry.node().position()));
  }

  /** A schema that stands at a place of its own, as if each name had a reference to it. */
  private Node elsewhere(Spot child) {
    referenced.accept(child);
    Node target = place(child.place(), child.namePosition());
    return new Node.Mapping(
        List.of(new Node.Entry("$ref", child.namePosition(), target)), child.namePosition());
  }

  /** A property without any description is a property all the same. */
  private Node emptySchema(Spot child) {
    problems.warnAtKey(
        "empty-value",
        child,
        "`" + child.name() + "` has no schema; any value fits",
        Optional.empty());
    return new Node.Mapping(List.of(), child.namePosition());
  }

  private Optional<Node> listValued(Spot entry) {
    if (entry.isNull()) {
      return empty(entry);
    }
    if (!(entry.node() instanceof Node.Sequence)) {
      problems.error(
          "wrong-kind",
          entry.node(),
          "`" + entry.name() + "` has to be a list of schemas, but is "
              + Reading.kind(entry.node()),
          Optional.of("such as `[{type: string}]`"));
      return Optional.empty();
    }
    return Optional.of(new Node.Sequence(
        entry.items().stream().map(this::of).toList(), entry.node().position()));
  }

  private Optional<Node> reference(Spot entry) {
    Optional<Spot> target = documents.follow(entry.place(), entry.node());
    target.ifPresent(referenced);
    return target.map(t -> place(t.place(), entry.node().position()));
  }

  private static Node place(Place place, Position position) {
    return new Node.Scalar(place.toString(), place.toString(), position);
  }

  /** Swagger 2.0 gives only the property's name. */
  private Optional<Node> discriminator(Spot entry) {
    if (entry.node().string().isPresent()) {
      Node.Entry name = new Node.Entry("propertyName", entry.node().position(), entry.node());
      return Optional.of(new Node.Mapping(List.of(name), entry.node().position()));
    }
    if (!entry.isMapping()
        || entry.get("propertyName").flatMap(n -> n.node().string()).isEmpty()) {
      problems.errorAtKey(
          "missing-key",
          entry,
          "the discriminator has no `propertyName`",
          Optional.of("name the property that tells the schemas apart"));
      return Optional.empty();
    }
    List<Node.Entry> entries = new ArrayList<>();
    for (Spot child : entry.entries()) {
      Optional<Node> node = child.name().equals("mapping") && child.isMapping()
          ? Optional.of(mapping(child))
          : child.name().equals("defaultMapping") ? meant(child) : Optional.of(child.node());
      node.ifPresent(n -> entries.add(new Node.Entry(child.name(), child.namePosition(), n)));
    }
    return Optional.of(new Node.Mapping(entries, entry.node().position()));
  }

  private Node mapping(Spot mapping) {
    List<Node.Entry> entries = new ArrayList<>();
    for (Spot value : mapping.entries()) {
      meant(value)
          .ifPresent(node -> entries.add(new Node.Entry(value.name(), value.namePosition(), node)));
    }
    return new Node.Mapping(entries, mapping.node().position());
  }

  private Optional<Node> meant(Spot value) {
    return target(value).map(spot -> {
      referenced.accept(spot);
      return place(spot.place(), value.node().position());
    });
  }

  /** The value is a component's name, or a reference. */
  private Optional<Spot> target(Spot value) {
    String text = value.node().string().orElse("");
    Optional<Spot> components =
        components(documents.rootOf(value.place())).or(() -> components(documents.root()));
    Optional<Spot> component = components.flatMap(c -> c.get(text).or(() -> elsewhere(c, text)));
    if (component.isPresent()) {
      return component;
    }
    if (text.contains("#") || text.contains("/") || text.contains(".")) {
      return documents.follow(value.place(), value.node());
    }
    List<String> names =
        components.map(c -> c.entries().stream().map(Spot::name).toList()).orElse(List.of());
    problems.warn(
        "discriminator-unknown",
        value.node(),
        "`" + text + "` is no schema under `components`; the mapping is passed over",
        Nearest.to(text, names).map(n -> "did you mean `" + n + "`?"));
    return Optional.empty();
  }

  private Optional<Spot> elsewhere(Spot components, String name) {
    return components.get("$ref").isEmpty()
        ? Optional.empty()
        : names.in(components).stream().filter(c -> c.name().equals(name)).findFirst();
  }

  private static Optional<Spot> components(Spot root) {
    return root.get("components").flatMap(c -> c.get("schemas"));
  }

  private static boolean isTrue(Node.Entry entry) {
    return entry != null
        && entry.value() instanceof Node.Scalar s
        && Boolean.TRUE.equals(s.value());
  }
}
