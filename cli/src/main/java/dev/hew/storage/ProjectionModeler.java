package dev.hew.storage;

import dev.hew.contract.Schema;
import dev.hew.contract.Schemas;
import dev.hew.model.Shape;
import dev.hew.model.Text;
import dev.hew.model.TypeDef;
import dev.hew.model.Words;
import dev.hew.resource.Resource;
import dev.hew.resource.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Works out how answers are made of items that have another form. */
final class ProjectionModeler {
  private final Schemas schemas;
  private final Map<String, TypeDef> types;
  private final Said said;
  private final Function<String, Set<String>> typeImports;

  /**
   * @param typeImports what a generated type needs
   */
  ProjectionModeler(
      Schemas schemas, Map<String, TypeDef> types, Function<String, Set<String>> typeImports) {
    this.schemas = schemas;
    this.types = types;
    this.said = new Said(schemas, types);
    this.typeImports = typeImports;
  }

  /**
   * What an item is made of, and what a call says.
   *
   * @param variable of the path that stands for the key
   * @param within the property of the answer that holds the item, where it stands in another object
   * @param role of the operation
   * @param status of the answer
   */
  private record Origin(
      Table table, Optional<String> variable, Optional<String> within, Role role, int status) {
    /** Where the item's own properties are. */
    Origin inside() {
      return new Origin(table, variable, Optional.empty(), role, status);
    }

    /** What happened, in words: {@code Pet created}. */
    Optional<String> news() {
      String thing = table.thing();
      Optional<String> done = switch (role) {
        case CREATE -> Optional.of("created");
        case REPLACE, PATCH -> Optional.of("updated");
        case DELETE -> Optional.of("deleted");
        case READ, LIST -> Optional.empty();
      };
      return done.map(d -> Character.toUpperCase(thing.charAt(0)) + thing.substring(1) + " " + d);
    }
  }

  /**
   * The answer that an item becomes.
   *
   * @param schema of the answer
   * @throws Unkept when it demands what neither the item nor the contract tells
   */
  Projection projection(
      Optional<TypeDef> type,
      Optional<Schema> schema,
      Table table,
      Resource.Member member,
      Optional<String> variable,
      int status) {
    if (type.isEmpty() && schema.filter(this::saysNothing).isPresent()) {
      return Projection.EMPTY;
    }
    TypeDef made = type.filter(t -> t.kind().equals("record"))
        .orElseThrow(() -> new Unkept("its answer has another form than the one that is stored"));
    return made(made, schema, new Origin(table, variable, member.shownIn(), member.role(), status));
  }

  /** Whether it is an object of which nothing is known. */
  private boolean saysNothing(Schema schema) {
    Shape shape = Shape.of(schema, schemas);
    return shape.types().equals(Set.of("object"))
        && shape.properties().isEmpty()
        && shape.alternatives().isEmpty()
        && shape.additional().isEmpty()
        && shape.required().isEmpty()
        && shape.values().isEmpty()
        && shape.node("minProperties").isEmpty();
  }

  /**
   * What each item becomes in a list.
   *
   * @throws Unkept when that demands what an item does not tell
   */
  Projection each(TypeDef type, Table table, Optional<String> variable) {
    return made(
        type, Optional.empty(), new Origin(table, variable, Optional.empty(), Role.LIST, 200));
  }

  private Projection made(TypeDef type, Optional<Schema> schema, Origin origin) {
    Map<Text, Map.Entry<String, Schema>> declared = new HashMap<>();
    schema
        .map(s -> Shape.of(s, schemas).properties())
        .orElse(Map.of())
        .entrySet()
        .forEach(p -> declared.put(Text.of(p.getKey()), p));
    boolean beside = origin.within().isEmpty()
        && type.fields().stream().anyMatch(field -> column(field, origin).isPresent());
    List<Projection.Member> members = new ArrayList<>();
    for (TypeDef.Field field : type.fields()) {
      Optional<Map.Entry<String, Schema>> property =
          Optional.ofNullable(declared.get(field.property()));
      Projection.Member member = member(field, property.map(Map.Entry::getValue), origin, beside);
      if (Set.of("none", "absent").contains(member.holds())
          && field.required()
          && !field.nullable()) {
        throw new Unkept("its answer demands "
            + property.map(p -> "`" + p.getKey() + "`").orElse("a property")
            + ", which is not in an item");
      }
      members.add(member);
    }
    type.rest().ifPresent(r -> members.add(Projection.REST));
    Set<String> imports = new TreeSet<>(typeImports.apply(type.name()));
    type.fields().forEach(f -> imports.addAll(f.type().imports())); // of constants
    return new Projection(type.name(), members, imports);
  }

  private Projection.Member member(
      TypeDef.Field field, Optional<Schema> schema, Origin origin, boolean beside) {
    if (origin.within().map(Text::of).filter(field.property()::equals).isPresent()) {
      return carried(field, schema, origin.inside());
    }
    Optional<Column> column =
        origin.within().isPresent() ? Optional.empty() : column(field, origin);
    if (column.isPresent()) {
      return taken(field, column.get(), origin.table());
    }
    return said.of(field, schema, beside, origin.news(), origin.status())
        .orElseGet(() ->
            Projection.Member.of(field.maybe() && !field.required() ? "absent" : "none", field));
  }

  /** The item inside of an answer, or what is shown of it there. */
  private Projection.Member carried(TypeDef.Field field, Optional<Schema> schema, Origin origin) {
    TypeDef type = types.get(field.type().inner());
    if (origin.table().item() == type) {
      return Projection.Member.of("item", field);
    }
    if (type == null || !type.kind().equals("record")) {
      throw new Unkept("its answer has another form than the one that is stored");
    }
    return Projection.Member.of("object", field).around(made(type, schema, origin));
  }

  /** The column of the same property; of what only the path calls so, the key's. */
  private static Optional<Column> column(TypeDef.Field field, Origin origin) {
    for (Column column : origin.table().columns()) {
      if (column.value().property().equals(field.property())) {
        return Optional.of(column);
      }
    }
    return origin
        .table()
        .key()
        .filter(key -> origin.variable().isPresent())
        .filter(key -> Words.of(field.name())
            .words()
            .equals(Words.of(origin.variable().get()).words()));
  }

  private static Projection.Member taken(TypeDef.Field field, Column column, Table table) {
    Value value = column.value();
    boolean hidden = table.item().fields().stream()
        .anyMatch(f -> f.property().equals(value.property()) && f.writeOnly());
    if (hidden || column.secret()) {
      throw new Unkept("its answer shows what items hide");
    }
    if (!value.type().equals(field.type().inner())) {
      throw new Unkept("a property of its answer is not of the type that items have");
    }
    boolean may = field.maybe() || !field.required() || field.nullable();
    if (!may && !column.required()) {
      throw new Unkept("its answer demands a property that an item may lack");
    }
    return Projection.Member.from(
        "property",
        value.member(),
        field,
        value.maybe() && !field.maybe(),
        field.maybe() && !value.maybe());
  }
}
