package dev.hew.model;

import dev.hew.contract.Operation;
import dev.hew.contract.Parameter;
import dev.hew.contract.Schema;
import dev.hew.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes method parameters of the contract's parameters. */
final class ParameterModeler {
  private final TypeModeler types;
  private final Map<String, String> schemas;

  /** @param schemas the names of the schemas of parameters, by the parameter's place */
  ParameterModeler(TypeModeler types, Map<String, String> schemas) {
    this.types = types;
    this.schemas = schemas;
  }

  /**
   * @param owner the operation that takes it
   */
  Endpoint.Param of(Parameter parameter, Operation owner, Words operation, Names names) {
    TypeUse type = typeOf(parameter.schema(), operation.plus(Words.of(parameter.name())));
    boolean content = parameter.content().isPresent();
    boolean held = content || acceptsTooMuch(parameter);
    String binding = !held && isPlain(parameter, type) && !isExpression(parameter.name())
        ? parameter.in().word()
        : "styled";
    if (type.kind().equals("any") && !content && !structured(shape(parameter.schema()))) {
      type = types.table().scalar("string");
    }
    if (!binding.equals("styled")) {
      type = converted(type);
    }
    String name = names.take(Words.of(parameter.name()), "parameter");
    return new Endpoint.Param(
        name,
        Text.of(parameter.name()),
        !name.equals(parameter.name()),
        binding,
        parameter.in().word(),
        content ? "content" : camel(parameter.style()),
        parameter.explode(),
        binding.equals("styled") ? Optional.empty() : defaultValue(parameter.schema()),
        owner.demands(parameter),
        parameter.deprecated(),
        noticed(type),
        Optional.of(held)
            .filter(h -> h)
            .map(h -> schemas.get(parameter.place().toString()))
            .map(Text::of),
        others(parameter, owner),
        Text.of(parameter.description().orElse("")));
  }

  /**
   * Whether the type takes what the contract forbids. Where each property is a parameter of its own nobody can tell which
   * others belong to the value, so that it is left to its type.
   */
  private boolean acceptsTooMuch(Parameter parameter) {
    Shape shape = shape(parameter.schema());
    boolean scattered = parameter.scattersObjects() && shape.types().contains("object");
    return !scattered
        && !takesAnyText(shape)
        && !Expressible.byTypes(parameter.schema(), types.schemas());
  }

  /**
   * With a constraint of its own, which always holds, where only what a list or map holds has some: Spring looks for those
   * of a method, which are inherited, on its parameters but not within their types, where an overriding method does not
   * repeat them.
   */
  TypeUse noticed(TypeUse type) {
    boolean hidden = type.constraints().isEmpty() && !type.checked().equals(type.text());
    return types
        .table()
        .constraint("noticed")
        .filter(noticed -> hidden)
        .map(type::withFirst)
        .orElse(type);
  }

  /** Which of the names that its value could stand under are those of other parameters. */
  private List<Text> others(Parameter parameter, Operation owner) {
    Shape shape = shape(parameter.schema());
    if (!parameter.scattersObjects() || !mayBeObject(shape)) {
      return List.of();
    }
    boolean open = shape.properties().isEmpty() || shape.additional().isPresent();
    return owner.namesBeside(parameter).stream()
        .filter(name -> open || shape.properties().containsKey(name))
        .map(Text::of)
        .toList();
  }

  private static boolean mayBeObject(Shape shape) {
    return structured(shape)
        && shape.choices().stream()
            .filter(c -> c.alternatives().isEmpty())
            .anyMatch(c -> c.types().contains("object") || c.types().isEmpty());
  }

  /** Without what conversion sees to: it refuses unknown values of an enum, and makes no nulls. */
  TypeUse converted(TypeUse type) {
    TypeUse left = type;
    for (String needless : List.of("valid", "required")) {
      left = types.table().constraint(needless).map(left::without).orElse(left);
    }
    return left;
  }

  private Shape shape(Schema schema) {
    return Shape.of(types.resolved(schema), types.schemas());
  }

  /** Whether a bare string is among the choices. */
  private boolean takesAnyText(Shape shape) {
    return shape.alternatives().stream()
        .map(a -> types.resolved(a))
        .anyMatch(a -> a.types().contains("string")
            && a.node().entries().stream()
                .allMatch(e -> Set.of("type", "title", "description").contains(e.key())));
  }

  /** A parameter has no place for "absent or null or there": absent is enough. */
  TypeUse typeOf(Schema schema, Words hint) {
    Shape shape = Shape.of(types.resolved(schema), types.schemas());
    List<Shape> choices = shape.properties().isEmpty()
        ? shape.alternatives().stream().map(a -> Shape.of(a, types.schemas())).toList()
        : List.of();
    if (choices.isEmpty()) {
      return types.of(schema, hint);
    }
    if (choices.size() == 1) { // a value or null, which no text is
      Schema only = shape.alternatives().get(0);
      return choices.get(0).alternatives().isEmpty() ? types.of(schema, hint) : typeOf(only, hint);
    }
    // On the wire everything is text: one text, or a list of them where a list is among the
    // choices.
    if (choices.stream().noneMatch(ParameterModeler::structured)) {
      return types.table().scalar("string");
    }
    boolean flat = choices.stream()
        .allMatch(c -> !structured(c)
            || c.types().equals(Set.of("array")) && c.items().map(this::plain).orElse(true));
    return flat
        ? types.table().container("list", types.table().scalar("string"))
        : types.of(schema, hint);
  }

  /** What counts as sent; a value that the schema itself refuses would have every call refused that leaves it out. */
  private Optional<Text> defaultValue(Schema schema) {
    return types
        .resolved(schema)
        .keyword("default")
        .filter(node -> node instanceof Node.Scalar scalar && scalar.value() != null)
        .map(node -> ((Node.Scalar) node).value().toString())
        .filter(value -> !value.isEmpty() && !isExpression(value))
        .filter(value -> TextValue.fits(value, shape(schema), types.schemas()))
        .map(Text::of);
  }

  private boolean plain(Schema schema) {
    return !structured(Shape.of(types.resolved(schema), types.schemas()));
  }

  /** Whether a framework could take the name for an expression to be evaluated. */
  private static boolean isExpression(String name) {
    return name.contains("${") || name.contains("#{");
  }

  static boolean structured(Shape shape) {
    return shape.types().contains("object")
        || shape.types().contains("array")
        || !shape.alternatives().isEmpty();
  }

  /** Whether the value is a plain text, or a list that plain conversion splits rightly. */
  private static boolean isPlain(Parameter parameter, TypeUse type) {
    boolean single = type.isScalar() || type.isEnum() || type.kind().equals("any");
    return switch (parameter.in()) {
      case QUERY ->
        parameter.style() == Parameter.Style.FORM
            && (single || type.kind().equals("list") && scalarItems(type));
      case PATH, HEADER ->
        parameter.style() == Parameter.Style.SIMPLE
            && (single || type.kind().equals("list") && scalarItems(type));
      case COOKIE -> single;
    };
  }

  private static boolean scalarItems(TypeUse list) {
    return list.scalar().equals("scalars");
  }

  /** A parameter that stands for all of a place. */
  static Endpoint.Param whole(String name, String in, TypeUse type, Names names) {
    return new Endpoint.Param(
        names.take(Words.of(name), "parameters"),
        Text.of(""),
        false,
        in,
        in,
        "form",
        false,
        Optional.empty(),
        true,
        false,
        type,
        Optional.empty(),
        List.of(),
        Text.of(""));
  }

  /** The query parameters as one, and the headers as one: for operations with more parameters than a method can have. */
  List<Endpoint.Param> bundled(List<Endpoint.Param> params, Names names) {
    List<Endpoint.Param> fewer = new ArrayList<>(params);
    for (String in : List.of("query", "header")) {
      if (fewer.removeIf(p -> p.in().equals(in))) {
        fewer.add(
            whole("all " + in + " parameters", in, types.table().scalar("parameters"), names));
      }
    }
    return fewer;
  }

  static String camel(Parameter.Style style) {
    return Words.of(style.name().toLowerCase(Locale.ROOT)).camel();
  }
}
