package dev.hew.cases;

import dev.hew.contract.Contract;
import dev.hew.contract.MediaType;
import dev.hew.contract.Operation;
import dev.hew.contract.Place;
import dev.hew.contract.Response;
import dev.hew.contract.Schema;
import dev.hew.resource.CarriedItem;
import dev.hew.schema.Choices;
import dev.hew.schema.Direction;
import dev.hew.schema.SchemaSet;
import dev.hew.schema.Values;
import dev.hew.yaml.Node;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The schemas that a contract's operations use, as plain JSON Schema 2020-12. A schema that means something else in a
 * request than in an answer (because of required {@code readOnly} or {@code writeOnly} properties) is there twice, as
 * {@code Name} and {@code Name.write}.
 */
public final class Bundle {
  private final SchemaSet schemas;
  private final Map<Direction, Map<Place, String>> names;
  private final Map<String, String> carried;
  private final Map<String, Schema> sources;

  private Bundle(
      SchemaSet schemas,
      Map<Direction, Map<Place, String>> names,
      Map<String, String> carried,
      Map<String, Schema> sources) {
    this.schemas = schemas;
    this.names = names;
    this.carried = Map.copyOf(carried);
    this.sources = Map.copyOf(sources);
  }

  public static Bundle of(Contract contract) {
    return new Builder(contract).build();
  }

  public SchemaSet schemas() {
    return schemas;
  }

  /**
   * The name of a schema that stands directly at a parameter, a body or a header of an operation, or in an object
   * that may be there only to carry it.
   *
   * @throws IllegalArgumentException when the schema stands elsewhere
   */
  public String name(Schema schema, Direction direction) {
    String name = names.get(direction).get(schema.place());
    if (name == null) {
      throw new IllegalArgumentException("no operation uses the schema at " + schema.place());
    }
    return name;
  }

  /** The names of the schemas of what bodies may only carry, by {@link CarriedItem#place}. */
  Map<String, String> carried() {
    return carried;
  }

  /**
   * Where the contract says what stands at a place of a definition of the set. Where the set says it in other words than
   * the contract (a tag of a discriminator, a format that is a range), the place of the schema that says so.
   */
  Place place(String definition, List<String> pointer) {
    Schema source = sources.get(definition);
    Place place = source.place();
    Node node = source.node();
    for (int i = 0; i < pointer.size(); i++) {
      String step = pointer.get(i);
      if (step.equals("anyOf")
          && node.get("anyOf").isEmpty()
          && node.get("oneOf").isPresent()) {
        step = "oneOf";
      }
      Optional<Node> next = node instanceof Node.Sequence list
          ? Optional.of(list.items().get(Integer.parseInt(step)))
          : node.get(step);
      if (next.isPresent()) {
        node = next.get();
        place = place.child(step);
      } else if (!step.equals("allOf")) {
        return place;
      } else {
        i++; // the tag of a branch stands beside what the contract has there
      }
    }
    return place;
  }

  private static final class Builder {
    private final Map<String, Schema> sources = new LinkedHashMap<>();
    private final Contract contract;
    private final Set<String> taken = new HashSet<>();
    private final Map<Place, String> targets = new LinkedHashMap<>();
    private final Map<Direction, Map<Place, String>> names = new EnumMap<>(Direction.class);
    private final Map<String, String> carried = new LinkedHashMap<>();
    private final Map<String, Node> definitions = new LinkedHashMap<>();
    private final Visibility visibility;
    private final Tags tags;

    Builder(Contract contract) {
      this.contract = contract;
      for (Direction direction : Direction.values()) {
        names.put(direction, new HashMap<>());
      }
      this.tags = Tags.of(contract);
      this.visibility = new Visibility(contract.schemas(), tags);
      for (Place place : contract.schemas().byPlace().keySet()) {
        targets.put(place, Names.unique(wish(place), taken));
      }
    }

    private static String wish(Place place) {
      List<String> tokens = place.tokens();
      boolean component = place.document().isEmpty()
          && (tokens.size() == 3 && place.pointer().startsWith("/components/schemas/")
              || tokens.size() == 2 && place.pointer().startsWith("/definitions/"));
      return Names.safe(
          component
              ? tokens.get(tokens.size() - 1)
              : place.document() + "." + String.join(".", tokens));
    }

    Bundle build() {
      targets.forEach((place, name) -> define(contract.schemas().at(place), name));
      Map<Place, String> operations = Names.operations(contract);
      for (Operation operation : contract.operations()) {
        add(operation, operations.get(operation.place()));
      }
      SchemaSet set = Choices.relaxed(new SchemaSet(Circles.cut(definitions)));
      return new Bundle(set, names, carried, sources);
    }

    private void define(Schema schema, String name) {
      List<Direction> directions =
          visibility.differs(schema) ? List.of(Direction.values()) : List.of(Direction.READ);
      for (Direction direction : directions) {
        Node plain = convert(schema, direction);
        for (Tags.Tag tag : tags.inherited(schema.place())) {
          plain = Dialect.tagged(plain, tag);
        }
        Set<Place> heirs = tags.heirs(schema.place());
        sources.put(named(schema.place(), direction), schema);
        sources.put(based(schema.place(), direction), schema);
        if (heirs.isEmpty()) {
          definitions.put(named(schema.place(), direction), plain);
        } else {
          definitions.put(based(schema.place(), direction), plain);
          definitions.put(
              named(schema.place(), direction), anyOf(schema.place(), heirs, direction));
        }
      }
    }

    /** A base with a discriminator means: one of those that extend it, or itself under its own tag. */
    private Node anyOf(Place base, Set<Place> heirs, Direction direction) {
      List<Node> branches = new ArrayList<>();
      for (Place heir : heirs) {
        Node plain = SchemaSet.reference(named(heir, direction));
        branches.add(
            tags.meant(base, heir).map(tag -> Dialect.tagged(plain, tag)).orElse(plain));
      }
      Node self = SchemaSet.reference(based(base, direction));
      tags.meant(base, base).ifPresent(tag -> branches.add(Dialect.tagged(self, tag)));
      Map<String, Node> both = new LinkedHashMap<>();
      both.put("$ref", Values.text(SchemaSet.PREFIX + based(base, direction)));
      both.put("anyOf", Values.list(branches));
      return Values.map(both);
    }

    private void add(Operation operation, String name) {
      operation
          .parameters()
          .forEach(
              p -> use(p.schema(), Direction.WRITE, name + "." + p.in().word() + "." + p.name()));
      operation.body().ifPresent(body -> {
        content(body.content(), Direction.WRITE, name + ".request");
        body.content()
            .forEach(m -> CarriedItem.sent(m, contract.schemas())
                .ifPresent(item -> carried(item, m, Direction.WRITE, name + ".request")));
      });
      List<Response> good = operation.goodAnswers();
      for (Response response : operation.responses()) {
        String where = name + "." + response.status();
        content(response.content(), Direction.READ, where);
        if (good.stream().anyMatch(r -> r == response)) {
          response
              .content()
              .forEach(m -> CarriedItem.shown(m, contract.schemas())
                  .ifPresent(item -> carried(item, m, Direction.READ, where)));
        }
        response.headers().forEach(h -> use(h.schema(), Direction.READ, where + "." + h.name()));
      }
    }

    private void content(List<MediaType> content, Direction direction, String where) {
      for (MediaType media : content) {
        String name = content.size() == 1 ? where : where + "." + media.essence();
        media.schema().ifPresent(schema -> use(schema, direction, name));
      }
    }

    /** Names what stands in an object that may be there only to carry it. */
    private void carried(CarriedItem item, MediaType media, Direction direction, String where) {
      use(item.schema(), direction, where + "." + item.property());
      carried.put(
          CarriedItem.place(media, item.property()),
          names.get(direction).get(item.schema().place()));
    }

    /** A bare reference goes by the name of its target, everything else by the name of its place. */
    private void use(Schema schema, Direction direction, String wish) {
      Map<Place, String> known = names.get(direction);
      if (known.containsKey(schema.place())) {
        return;
      }
      if (targets.containsKey(schema.place())) {
        known.put(schema.place(), named(schema.place(), direction));
      } else if (schema.isPureReference()
          && schema.examples().isEmpty()
          && schema.keyword("default").isEmpty()) {
        known.put(schema.place(), named(schema.ref().orElseThrow(), direction));
      } else {
        String name = Names.unique(Names.safe(wish), taken);
        definitions.put(name, convert(schema, direction));
        sources.put(name, schema);
        known.put(schema.place(), name);
      }
    }

    private Node convert(Schema schema, Direction direction) {
      return new Dialect(visibility, tags, this::reference, this::baseReference)
          .convert(schema, direction);
    }

    private String named(Place place, Direction direction) {
      boolean written =
          direction == Direction.WRITE && visibility.differs(contract.schemas().at(place));
      return targets.get(place) + (written ? ".write" : "");
    }

    private String based(Place place, Direction direction) {
      return named(place, direction) + ".base";
    }

    private String reference(Place place, Direction direction) {
      return SchemaSet.PREFIX + named(place, direction);
    }

    private String baseReference(Place place, Direction direction) {
      return SchemaSet.PREFIX + based(place, direction);
    }
  }
}
