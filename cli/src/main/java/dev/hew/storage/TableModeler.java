package dev.hew.storage;

import dev.hew.contract.Contract;
import dev.hew.contract.Operation;
import dev.hew.contract.Renamed;
import dev.hew.contract.Schema;
import dev.hew.contract.Schemas;
import dev.hew.model.Endpoint;
import dev.hew.model.Shape;
import dev.hew.model.Text;
import dev.hew.model.TypeDef;
import dev.hew.model.Words;
import dev.hew.resource.CarriedItem;
import dev.hew.resource.Resource;
import dev.hew.resource.Role;
import dev.hew.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes the table of a resource, or says why it has none. */
final class TableModeler {
  private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)}");

  private final Schemas schemas;
  private final Map<String, TypeDef> types;
  private final Map<String, List<Endpoint>> endpoints;
  private final Function<Operation, Optional<Node>> example;
  private final Set<String> reserved;
  private final Function<String, Set<String>> typeImports;
  private final Identifiers tables = new Identifiers("s");
  private final RepositoryNames classes;

  /**
   * @param example a right answer of an operation
   * @param reserved names that no variable may have
   * @param typeImports what a generated type needs
   * @param classes names for the classes that read and write tables
   */
  TableModeler(
      Contract contract,
      Map<String, TypeDef> types,
      Map<String, List<Endpoint>> endpoints,
      Function<Operation, Optional<Node>> example,
      Set<String> reserved,
      Function<String, Set<String>> typeImports,
      RepositoryNames classes) {
    this.schemas = contract.schemas();
    this.types = types;
    this.endpoints = endpoints;
    this.example = example;
    this.reserved = reserved;
    this.typeImports = typeImports;
    this.classes = classes;
  }

  /**
   * The table, without what its operations do.
   *
   * @param known the tables of the resources above, by their path
   * @throws Unkept when the resource cannot be stored
   */
  Table table(Resource resource, Map<String, Table> known) {
    Schema schema =
        resource.item().orElseThrow(() -> new Unkept("the contract does not say what it holds"));
    TypeDef item = new SchemaTypes(schemas, types)
        .of(schema)
        .orElseThrow(() -> new Unkept("its items have no type of their own"));
    if (!item.kind().equals("record")) {
      throw new Unkept(
          item.kind().equals("union")
              ? "its items are of several types"
              : "its items have too many properties");
    }
    Shape shape = Shape.of(schema, schemas);
    Optional<Table> parent = resource.parent().map(known::get);
    Words words = words(resource.path());
    Words named = parent.map(p -> Words.of(p.item().name()).plus(words)).orElse(words);
    Identifiers columns = new Identifiers("_value");
    columns.reserve(List.of("added", "singleton"));
    List<Column> scope = scope(resource, parent, columns);
    Map<Text, TypeDef.Field> sent = sent(resource);
    Optional<Node> sample = sample(resource);
    List<Column> all = new ArrayList<>();
    ColumnModeler made = new ColumnModeler(schemas, types, columns);
    for (TypeDef.Field field : item.fields()) {
      boolean asked = isSent(resource, field);
      Optional<Column> above = asked
          ? Optional.empty()
          : scope.stream()
              .flatMap(c -> made.shared(field, c, resource).stream())
              .findFirst();
      all.add(above.orElseGet(() -> made.item(field, shape, sent, resource, asked, sample)));
    }
    Optional<Column> key = resource
        .key()
        .map(Text::of)
        .flatMap(k -> all.stream().filter(c -> c.value().property().equals(k)).findFirst())
        .filter(c -> scope.stream().noneMatch(s -> s.name().equals(c.name())));
    check(resource, key, sent);
    boolean numbered = tables.isTaken(named, "items");
    String table = tables.take(named, "items");
    ItemNoun noun = new ItemNoun(item, resource.path());
    Words thing = noun.words();
    String repository = classes.take(
        Table.pointer(item, resource.path()),
        thing,
        item.name(),
        table,
        numbered,
        parent.map(p -> Words.of(p.item().name())).orElse(above(resource.path())));
    boolean ordered = key.isPresent() && key.get().generated() && scope.isEmpty();
    return new Table(
        resource.path(),
        table,
        repository,
        variable(Words.of(table), "all" + named.pascal()), // as unique as the table
        variable(RepositoryNames.isAfter(repository, thing) ? thing : noun.ofType(), "item"),
        item,
        typeImports.apply(item.name()),
        String.join(" ", thing.words()),
        scope,
        key,
        List.copyOf(all),
        item.rest().map(made::rest),
        parent.map(p -> new Table.Parent(
            p.path(),
            p.name(),
            p.repository(),
            p.field(),
            p.thing(),
            p.primary().stream().map(Column::name).toList())),
        resource.singleton(),
        Preconditions.any(resource)
            ? Optional.of(columns.takeOneOf("version", "row version"))
            : Optional.empty(),
        !resource.singleton() && !ordered,
        shape.text(Renamed.KEYWORD),
        List.of(),
        List.of());
  }

  private static Words words(String path) {
    return Words.of(path.substring(path.lastIndexOf('/') + 1));
  }

  /** What the path says that items belong to: {@code job} for {@code /jobs/{jobId}/secrets}. */
  private static Words above(String path) {
    List<Words> said = new ArrayList<>();
    List<String> segments = List.of(path.split("/"));
    for (String segment : segments.subList(0, Math.max(0, segments.size() - 1))) {
      Words words = Words.of(segment);
      if (!VARIABLE.matcher(segment).matches()) {
        said.add(words);
      } else if (words.words().size() > 1
          && words.words().get(words.words().size() - 1).equals("id")) {
        said.add(new Words(words.words().subList(0, words.words().size() - 1)));
      }
    }
    return said.isEmpty() ? Words.of("") : said.get(said.size() - 1);
  }

  private String variable(Words words, String otherwise) {
    String name = words.camel();
    boolean free =
        !reserved.contains(name) && !name.isEmpty() && Character.isLetter(name.charAt(0));
    return free ? name : otherwise;
  }

  /** One column for each variable of the path: the primary key of the parent where there is one. */
  private List<Column> scope(Resource resource, Optional<Table> parent, Identifiers names) {
    List<Column> scope = new ArrayList<>();
    List<Column> above = parent.map(Table::primary).orElse(List.of());
    Matcher variables = VARIABLE.matcher(resource.path());
    while (variables.find()) {
      String variable = variables.group(1);
      Endpoint.Param param = parameter(resource, variable);
      Value value = Value.of(param.name(), Text.of(variable), param.type(), true, types);
      String type = SqlTypes.of(value, param.type());
      if (value.kind().equals("json")) {
        throw new Unkept("`" + variable + "` in its path is no plain value");
      }
      if (!above.isEmpty()) {
        Column target = above.get(Math.min(scope.size(), above.size() - 1));
        if (above.size() <= scope.size() || !target.value().takes(value)) {
          throw new Unkept(
              "`" + variable + "` in its path is not of the type that the items above have");
        }
        type = target.type();
      }
      Words words = Words.of(variable);
      boolean bare = words.words().size() == 1 && parent.isPresent();
      Words wish = bare ? Words.of(parent.get().item().name()).plus(words) : words;
      scope.add(new Column(
          names.take(wish, "scope"),
          type,
          true,
          Optional.empty(),
          false,
          false,
          value,
          Optional.empty(),
          "''",
          Optional.empty(),
          false));
    }
    if (parent.isPresent() && above.size() != scope.size()) {
      throw new Unkept("the items above are not told apart by what stands in the path");
    }
    return scope;
  }

  private Endpoint.Param parameter(Resource resource, String variable) {
    return resource.members().stream()
        .flatMap(m -> endpointsOf(m.operation()).stream())
        .flatMap(e -> e.parameters().stream())
        .filter(p -> p.in().equals("path") && p.key().equals(Text.of(variable)))
        .findFirst()
        .orElseThrow(() -> new Unkept("its path has a variable without a parameter"));
  }

  private List<Endpoint> endpointsOf(Operation operation) {
    return endpoints.getOrDefault(operation.place().toString(), List.of());
  }

  /** The types of what an operation is sent of items. */
  private Stream<TypeDef> bodies(Resource.Member member) {
    Around around = new Around(types);
    return endpointsOf(member.operation()).stream()
        .flatMap(e -> around.sent(e, member).stream())
        .flatMap(b -> Stream.ofNullable(types.get(b.text())));
  }

  /** What callers send when they add an item, by property. */
  private Map<Text, TypeDef.Field> sent(Resource resource) {
    boolean creates = resource.first(Role.CREATE).isPresent();
    Map<Text, TypeDef.Field> sent = new LinkedHashMap<>();
    resource.members().stream()
        .filter(m -> m.role() == (creates ? Role.CREATE : Role.REPLACE))
        .flatMap(this::bodies)
        .flatMap(t -> t.fields().stream())
        .filter(f -> !f.readOnly())
        .forEach(f -> sent.putIfAbsent(f.property(), f));
    return sent;
  }

  /** Whether any body has a value for a property of the items. */
  private boolean isSent(Resource resource, TypeDef.Field field) {
    return resource.members().stream()
        .flatMap(this::bodies)
        .flatMap(t -> t.fields().stream())
        .anyMatch(f -> f.property().equals(field.property()) && !f.readOnly());
  }

  private Optional<Node> sample(Resource resource) {
    return Stream.of(Role.READ, Role.CREATE, Role.REPLACE)
        .flatMap(role -> resource.first(role).stream())
        .flatMap(o ->
            example.apply(o).flatMap(shown -> CarriedItem.in(shown, resource.shownIn(o))).stream())
        .findFirst();
  }

  /** Items that have a path need a key that both sides know. */
  private static void check(
      Resource resource, Optional<Column> key, Map<Text, TypeDef.Field> sent) {
    if (resource.variable().isEmpty()) {
      return;
    }
    Column column = key.orElseThrow(() -> new Unkept("no property of an item is what `"
        + resource.variable().get() + "` in its path stands for: say which one by `key` for `"
        + resource.path() + "` under `resources` in `hew.yaml`"));
    if (column.value().kind().equals("json")) {
      throw new Unkept("its key is no plain value");
    }
    TypeDef.Field given = sent.get(column.value().property());
    boolean chosen = given != null && given.required();
    if (!chosen && column.initial().isEmpty() && resource.first(Role.CREATE).isPresent()) {
      throw new Unkept("the contract asks for keys of a form that only you can make");
    }
  }
}
