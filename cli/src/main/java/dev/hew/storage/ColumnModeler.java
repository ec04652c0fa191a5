package dev.hew.storage;

import dev.hew.contract.Place;
import dev.hew.contract.Renamed;
import dev.hew.contract.Schema;
import dev.hew.contract.Schemas;
import dev.hew.model.Shape;
import dev.hew.model.Text;
import dev.hew.model.TypeDef;
import dev.hew.model.TypeUse;
import dev.hew.model.Words;
import dev.hew.resource.Passwords;
import dev.hew.resource.Resource;
import dev.hew.yaml.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes the columns of one table. */
final class ColumnModeler {
  /** Where a time says when something was last changed, and not when it began. */
  private static final Set<String> CHANGED = Set.of("updated", "modified", "changed");

  private static final Set<String> CREATED = Set.of("created", "creation");

  /** What else the name of such a time may consist of. */
  private static final Set<String> OF_TIMES =
      Set.of("at", "on", "date", "time", "timestamp", "last");

  private final Schemas schemas;
  private final Map<String, TypeDef> types;
  private final Identifiers names;

  /**
   * @param names those that the table has already
   */
  ColumnModeler(Schemas schemas, Map<String, TypeDef> types, Identifiers names) {
    this.schemas = schemas;
    this.types = types;
    this.names = names;
  }

  /**
   * The column for a property of the items.
   *
   * @param item what items look like
   * @param sent what callers send when they add an item, by property
   * @param asked whether any request has the property
   * @param sample an item as an example has it
   * @throws Unkept when nothing says what the property is at first
   */
  Column item(
      TypeDef.Field field,
      Shape item,
      Map<Text, TypeDef.Field> sent,
      Resource resource,
      boolean asked,
      Optional<Node> sample) {
    Map.Entry<String, Schema> declared = declared(field, item, new HashSet<>())
        .orElseThrow(
            () -> new Unkept("the contract does not say where `" + field.name() + "` is declared"));
    String property = declared.getKey();
    Shape shape = Shape.of(declared.getValue(), schemas);
    TypeDef.Field given = sent.get(field.property());
    boolean isKey = resource.key().filter(property::equals).isPresent();
    boolean shown = item.required().contains(property) && !shape.nullable();
    boolean always = given != null && given.required() && !given.nullable();
    String type = SqlTypes.of(
        Value.of(field.name(), field.property(), field.type(), false, types), field.type());
    boolean free = given == null && !asked;
    boolean identifies = free && !isKey && Words.of(property).words().equals(List.of("id"));
    boolean tells = free && type.equals("timestamptz") && isOfChange(property);
    boolean ours =
        given == null && (shown || field.readOnly() || identifies || tells) || isKey && !always;
    boolean lacking = shown && !ours && !always && !isKey;
    Optional<Node> example = sample.flatMap(s -> s.get(property));
    Optional<String> initial = Optional.empty();
    if (lacking) {
      initial = SqlTypes.neutral(type, shape).or(() -> SqlTypes.likely(type, shape, example));
      if (initial.isEmpty()) {
        throw new Unkept(
            "`" + property
                + "` is in every answer, callers may leave it out, and the contract does not say what it is then");
      }
    }
    Value value = Value.of(
        field.name(),
        field.property(),
        field.type(),
        shown && (ours || always || initial.isPresent()),
        types);
    if (isKey && !always || identifies && !shown) {
      initial = keys(type, shape);
    } else if (ours && (shown || type.equals("timestamptz"))) {
      initial = SqlTypes.initial(type, value, shape, example);
      if (initial.isEmpty() && shown) {
        throw new Unkept("`" + property
            + "` is in every answer, and the contract does not say what it is at first");
      }
    }
    boolean changed = ours
        && type.equals("timestamptz")
        && Words.of(property).words().stream().anyMatch(CHANGED::contains);
    boolean required = isKey || value.required() || initial.isPresent() && shown;
    return new Column(
        names.take(Words.of(property), "value"),
        type,
        required,
        initial,
        !isKey
            && initial
                .map(i -> SqlTypes.isConstant(type, i, shape)
                    && !(identifies && i.startsWith("gen_random_uuid")))
                .orElse(given == null),
        changed,
        value.required(required),
        shape.text(Renamed.KEYWORD),
        SqlTypes.filler(type, value, shape, example),
        Optional.of(Kept.of(declared.getValue(), schemas)),
        Passwords.isPassword(property, declared.getValue(), schemas));
  }

  /** Whether a name is that of a time when an item was added or last changed, and of nothing more special. */
  private static boolean isOfChange(String property) {
    List<String> words = Words.of(property).words();
    return words.stream().anyMatch(w -> CHANGED.contains(w) || CREATED.contains(w))
        && words.stream()
            .allMatch(w -> CHANGED.contains(w) || CREATED.contains(w) || OF_TIMES.contains(w));
  }

  /**
   * The column of the path as a property of the items that says the same: one of that name and type.
   *
   * @param scope says whose items these are
   */
  Optional<Column> shared(TypeDef.Field field, Column scope, Resource resource) {
    Value value = Value.of(field.name(), field.property(), field.type(), true, types);
    boolean isKey = resource.variable().isPresent()
        && resource.key().map(Text::of).filter(field.property()::equals).isPresent();
    boolean same = Words.of(field.name()).snake().equals(scope.name())
        && value.type().equals(scope.value().type());
    return Optional.of(scope).filter(s -> same && !isKey).map(s -> s.with(value));
  }

  /** A property by its name: of the item itself, or else of what it may be besides. */
  private Optional<Map.Entry<String, Schema>> declared(
      TypeDef.Field field, Shape item, Set<Place> seen) {
    return item.properties().entrySet().stream()
        .filter(p -> Text.of(p.getKey()).equals(field.property()))
        .findFirst()
        .or(() -> item.alternatives().stream()
            .filter(alternative -> seen.add(alternative.place()))
            .flatMap(alternative -> declared(field, Shape.of(alternative, schemas), seen).stream())
            .findFirst());
  }

  /** How keys are made that the caller does not choose. */
  private static Optional<String> keys(String type, Shape shape) {
    boolean free = shape.text("pattern").isEmpty()
        && shape.values().isEmpty()
        && shape.smallest("maxLength").filter(n -> n.intValue() < 36).isEmpty()
        && shape.largest("minLength").filter(n -> n.intValue() > 36).isEmpty();
    return switch (type) {
      case "uuid" -> Optional.of("gen_random_uuid()");
      case "integer", "bigint" -> Optional.of("generated");
      case "text" -> free ? Optional.of("gen_random_uuid()::text") : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** The column for properties that the contract does not name. */
  Column rest(TypeUse use) {
    Value value = new Value(
        "additionalProperties",
        Text.of(""),
        use.text(),
        "json",
        "",
        Optional.empty(),
        false,
        true,
        use.imports());
    return new Column(
        names.take(Words.of("additional properties"), "rest"),
        "jsonb",
        true,
        Optional.of("'{}'"),
        false,
        false,
        value,
        Optional.empty(),
        "'{}'",
        Optional.empty(),
        false);
  }
}
