package dev.hew.model;

import dev.hew.contract.Contract;
import dev.hew.contract.Place;
import dev.hew.contract.Schema;
import dev.hew.contract.Schemas;
import dev.hew.yaml.Node;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Makes types of schemas, each generated type once, named after the place where its schema stands. */
final class TypeModeler {
  /** Where schemas with names stand in documents of their own. */
  private static final Set<String> SHELVES = Set.of("definitions", "$defs", "schemas");

  private final Schemas schemas;
  private final Language language;
  private final TypeTable table;
  private final Names names;
  private final Heirs heirs;
  private final Definitions definitions;

  /** Generated types by the place of their schema; a place is here before its type is finished, so circles close. */
  private final Map<Place, TypeUse> uses = new HashMap<>();

  /** Schemas being worked on: a list of itself, say, has no type of its own that could close the circle. */
  private final Set<Place> open = new HashSet<>();

  /** What types are called already, by the place of their schema. */
  private final Map<String, String> pinned;

  TypeModeler(Contract contract, Language language, Map<String, String> pinned) {
    this.schemas = contract.schemas();
    this.language = language;
    this.table = new TypeTable(language);
    this.names = new Names(language.casing().type(), language.reservedTypes());
    this.pinned = pinned;
    pinned.values().forEach(names::reserve);
    this.heirs = Heirs.of(contract);
    this.definitions = new Definitions(this, language);
  }

  /** All types made so far, in the order of their names. */
  List<TypeDef> types() {
    return definitions.finished();
  }

  Schemas schemas() {
    return schemas;
  }

  /** A name for a type of its own. */
  String name(Words words) {
    return names.take(words, "type");
  }

  /** The name for the type of a schema: what it is called already, if it is. */
  private String name(Schema schema, Words words) {
    String known = pinned.get(schema.place().toString());
    return known == null ? name(words) : known;
  }

  /**
   * The type of a schema, with its constraints.
   *
   * @param hint what to call the type if one is generated and the schema has no name of its own
   */
  TypeUse of(Schema schema, Words hint) {
    Schema target = resolved(schema);
    Words words =
        componentName(target.place()).map(Words::of).filter(w -> !w.isEmpty()).orElse(hint);
    TypeUse known = uses.get(target.place());
    if (known != null) {
      return known;
    }
    if (!open.add(target.place())) {
      return table.scalar("any");
    }
    TypeUse use = made(target, Shape.of(target, schemas), words);
    open.remove(target.place());
    return use;
  }

  /** Follows references, and what schemas only carry; in a circle, once around. */
  Schema resolved(Schema schema) {
    Schema current = schemas.resolve(schema);
    Set<Place> seen = new HashSet<>();
    Optional<Schema> carried = current.carried();
    while (carried.isPresent() && seen.add(current.place())) {
      current = schemas.resolve(carried.get());
      carried = current.carried();
    }
    return current;
  }

  /** The name of a schema that stands in {@code components} or alone in a file; empty for one that stands within. */
  private static Optional<String> componentName(Place place) {
    List<String> tokens = place.tokens();
    if (tokens.size() == 3
            && tokens.get(0).equals("components")
            && tokens.get(1).equals("schemas")
        || tokens.size() == 2 && SHELVES.contains(tokens.get(0))) {
      return Optional.of(tokens.get(tokens.size() - 1));
    }
    if (!place.document().isEmpty() && tokens.size() == 1) {
      return Optional.of(tokens.get(0));
    }
    if (tokens.isEmpty() && !place.document().isEmpty()) {
      String file = place.document().substring(place.document().lastIndexOf('/') + 1);
      return Optional.of(file.contains(".") ? file.substring(0, file.indexOf('.')) : file);
    }
    return Optional.empty();
  }

  private TypeUse made(Schema schema, Shape shape, Words words) {
    if (!shape.values().isEmpty()) {
      return ofValues(schema, shape, words);
    }
    List<Schema> heirsHere = heirs.of(schema.place());
    if (!heirsHere.isEmpty() && shape.alternatives().isEmpty()) {
      return union(schema, shape, words, heirsHere, true);
    }
    List<Schema> alternatives = shape.alternatives();
    if (!alternatives.isEmpty()) {
      TypeUse chosen = ofAlternatives(schema, shape, words, alternatives);
      if (chosen != null) {
        return chosen;
      }
    }
    Set<String> types = shape.types();
    if (types.size() != 1) {
      return table.scalar("any");
    }
    return switch (types.iterator().next()) {
      case "object" -> ofObject(schema, shape, words);
      case "array" -> ofArray(schema, shape, words);
      case "string" -> table.string(shape);
      case "integer" -> table.integer(shape);
      case "number" -> table.number(shape);
      case "boolean" -> table.scalar("boolean");
      default -> table.scalar("any");
    };
  }

  private TypeUse ofValues(Schema schema, Shape shape, Words words) {
    List<Node> values = shape.values();
    Set<Class<?>> kinds = values.stream()
        .map(v -> v instanceof Node.Scalar s ? s.value().getClass() : Object.class)
        .collect(Collectors.toSet());
    if (kinds.size() != 1) {
      return table.scalar("any");
    }
    Class<?> kind = kinds.iterator().next();
    if (kind == Boolean.class) {
      return table.scalar("boolean");
    }
    if (kind != String.class && kind != BigInteger.class) {
      return kind == BigDecimal.class ? table.scalar("number") : table.scalar("any");
    }
    boolean fits = values.stream()
        .allMatch(
            v -> ((Node.Scalar) v).value() instanceof BigInteger i ? i.bitLength() < 64 : true);
    if (!fits) {
      return table.scalar(table.integerKey(shape));
    }
    if (!Constants.fit(values)) {
      return kind == String.class ? table.string(shape) : table.integer(shape);
    }
    TypeUse use = named(schema.place(), name(schema, words), "enum");
    definitions.ofEnum(
        schema, shape, use.text(), table.scalar(kind == String.class ? "string" : "integer"));
    return use;
  }

  private TypeUse ofObject(Schema schema, Shape shape, Words words) {
    if (!shape.properties().isEmpty()) {
      TypeUse use = named(schema.place(), name(schema, words), "record");
      definitions.ofRecord(schema, shape, use.text(), words);
      return use;
    }
    TypeUse values = shape
        .additional()
        .filter(a -> !a.node().entries().isEmpty())
        .map(a -> ofPart(a, words.plus(Words.of("value"))))
        .orElseGet(() -> table.scalar("value"));
    return table.map(values, shape);
  }

  /** The type of what a list or a map holds: not null, unless its schema allows that. */
  TypeUse ofPart(Schema schema, Words words) {
    TypeUse use = of(schema, words);
    boolean nullable = use.kind().equals("any") || Shape.of(schema, schemas).nullable();
    return nullable ? use : table.constraint("required").map(use::withFirst).orElse(use);
  }

  private TypeUse ofArray(Schema schema, Shape shape, Words words) {
    TypeUse item = shape
        .items()
        .filter(i -> !i.isNever())
        .map(i -> ofPart(i, words.plus(Words.of("item"))))
        .orElseGet(() -> table.scalar("any"));
    return table.list(item, shape);
  }

  /** A union, or what the alternatives come down to; null when the schema is better read by its other keywords. */
  private TypeUse ofAlternatives(
      Schema schema, Shape shape, Words words, List<Schema> alternatives) {
    List<Shape> shapes = alternatives.stream().map(a -> Shape.of(a, schemas)).toList();
    boolean onlyRestrict = shapes.stream()
        .allMatch(
            s -> s.types().isEmpty() && s.alternatives().isEmpty() && s.values().isEmpty());
    if (onlyRestrict && (!shape.types().isEmpty() || !shape.properties().isEmpty())) {
      return null;
    }
    if (!shape.properties().isEmpty()) {
      return mixed(schema, shape, words);
    }
    Set<String> kinds = shapes.stream()
        .flatMap(s -> kinds(s).stream())
        .collect(Collectors.toCollection(TreeSet::new));
    if (alternatives.size() == 1) {
      return of(alternatives.get(0), words);
    }
    if (kinds.equals(Set.of("integer", "number"))) {
      return table.scalar("number");
    }
    if (kinds.size() == 1
        && Set.of("string", "integer", "number", "boolean")
            .contains(kinds.iterator().next())) {
      boolean sameFormat = shapes.stream().map(s -> s.text("format")).distinct().count() == 1;
      boolean anyValues = shapes.stream().anyMatch(s -> !s.values().isEmpty());
      String kind = kinds.iterator().next();
      return table.scalar(
          sameFormat && !anyValues ? table.key(kind, shapes.get(0).text("format")) : kind);
    }
    if (kinds.contains("any")) {
      return table.scalar("any");
    }
    return union(schema, shape, words, alternatives, false);
  }

  private static Set<String> kinds(Shape shape) {
    if (!shape.values().isEmpty()) {
      return shape.values().stream()
          .map(v -> v instanceof Node.Scalar s
              ? s.value() instanceof String
                  ? "string"
                  : s.value() instanceof Boolean ? "boolean" : "number"
              : "any")
          .collect(Collectors.toSet());
    }
    Set<String> types = shape.types();
    if (!shape.alternatives().isEmpty() && types.isEmpty()) {
      return Set.of("union");
    }
    return types.isEmpty() ? Set.of("any") : types;
  }

  /** An object with properties of its own beside alternatives: one record that has room for all of them. */
  private TypeUse mixed(Schema schema, Shape shape, Words words) {
    TypeUse use = named(schema.place(), name(schema, words), "record");
    definitions.ofMixed(schema, shape, use.text(), words);
    return use;
  }

  private TypeUse union(
      Schema schema, Shape shape, Words words, List<Schema> variants, boolean inherited) {
    TypeUse use = named(schema.place(), name(schema, words), "union");
    definitions.ofUnion(schema, shape, use.text(), words, variants, inherited);
    return use;
  }

  /** The table that types are written by. */
  TypeTable table() {
    return table;
  }

  /** The use of a generated type, known from now on under its place. */
  private TypeUse named(Place place, String name, String kind) {
    TypeUse use = table.named(name, kind);
    uses.put(place, use);
    return use;
  }
}
