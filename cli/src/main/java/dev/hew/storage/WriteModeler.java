package dev.hew.storage;

import dev.hew.contract.MediaType;
import dev.hew.contract.Schema;
import dev.hew.contract.Schemas;
import dev.hew.model.Endpoint;
import dev.hew.model.MergePatch;
import dev.hew.model.Shape;
import dev.hew.model.Text;
import dev.hew.model.TypeDef;
import dev.hew.model.TypeUse;
import dev.hew.resource.CarriedItem;
import dev.hew.resource.Resource;
import dev.hew.resource.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Works out which columns a body sets. */
final class WriteModeler {
  private final Schemas schemas;
  private final Map<String, TypeDef> types;
  private final Fit fit;

  WriteModeler(Schemas schemas, Map<String, TypeDef> types) {
    this.schemas = schemas;
    this.types = types;
    this.fit = new Fit(types);
  }

  /**
   * The columns that a body sets; what only the service sets or the path says is not among them, nor what the contract does not
   * let a merge patch speak of.
   *
   * @param body what the body holds, or leaves behind
   * @throws Unkept when the body does not fit the table
   */
  List<Handler.Write> writes(Table table, TypeDef body, Endpoint endpoint, Resource.Member member) {
    Role role = member.role();
    Optional<MergePatch> patch = mergePatch(endpoint, member);
    List<Handler.Write> writes = new ArrayList<>();
    Map<Text, Schema> properties = role == Role.PATCH ? Map.of() : properties(member);
    for (TypeDef.Field field : body.fields()) {
      Optional<Column> column = table.columns().stream()
          .filter(c -> c.value().property().equals(field.property()))
          .findFirst();
      boolean isKey = column.map(Column::name).equals(table.key().map(Column::name));
      boolean unsaid = patch.filter(p -> !p.maySet(field.property())).isPresent();
      boolean isFixed = column.filter(table::isScope).isPresent() || isKey && role != Role.CREATE;
      if (column.isEmpty() || field.readOnly() || unsaid || isFixed) {
        continue;
      }
      Value value = Value.of(
          field.name(),
          field.property(),
          field.type(),
          field.required() && !field.nullable(),
          types);
      if (!fit.takes(column.get().value(), value)) {
        throw new Unkept("a property of its body is not of the type that items have");
      }
      boolean mayLack = !value.required() && !value.maybe() && !isKey;
      Optional<String> standard = Optional.ofNullable(properties.get(field.property()))
          .filter(p -> mayLack)
          .flatMap(p -> SqlTypes.standard(column.get().type(), Shape.of(p, schemas)));
      writes.add(new Handler.Write(
          column.get(),
          value,
          standard.or(() -> lacked(column.get(), !value.required() && !isKey, role))));
    }
    boolean whole = role != Role.PATCH || HandlerModeler.isPatch(endpoint);
    if (body.rest().isPresent() && table.rest().isPresent() && whole) {
      Column rest = table.rest().get();
      writes.add(new Handler.Write(rest, rest.value(), Optional.empty()));
    }
    if (writes.isEmpty()) {
      throw new Unkept("nothing in its body is in an item");
    }
    return writes;
  }

  /** What is written to a column that is never null, and that a body may leave out: what is there, or what it is at first. */
  private static Optional<String> lacked(Column column, boolean mayLack, Role role) {
    if (!mayLack || !column.required()) {
      return Optional.empty();
    }
    return column.initial().or(() -> Optional.of(column.name()).filter(x -> role == Role.REPLACE));
  }

  private Optional<MergePatch> mergePatch(Endpoint endpoint, Resource.Member member) {
    return endpoint.body().filter(TypeUse::isSent).stream()
        .flatMap(sent -> items(member, MediaType::isMergePatch))
        .findFirst()
        .map(schema -> MergePatch.of(schema, schemas));
  }

  /** The properties of what the JSON body has of an item. */
  private Map<Text, Schema> properties(Resource.Member member) {
    Map<Text, Schema> properties = new HashMap<>();
    items(member, MediaType::isJson)
        .forEach(schema -> Shape.of(schema, schemas)
            .properties()
            .forEach((name, property) -> properties.putIfAbsent(Text.of(name), property)));
    return properties;
  }

  /** What the bodies of some kind have of an item. */
  private Stream<Schema> items(Resource.Member member, Predicate<MediaType> kind) {
    return member.operation().body().stream()
        .flatMap(body -> body.content().stream())
        .filter(kind)
        .flatMap(media -> media.schema().stream())
        .flatMap(schema -> CarriedItem.in(schema, member.sentIn(), schemas).stream());
  }
}
