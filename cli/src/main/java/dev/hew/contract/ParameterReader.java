package dev.hew.contract;

import dev.hew.contract.Parameter.In;
import dev.hew.contract.Parameter.Style;
import dev.hew.report.Nearest;
import dev.hew.yaml.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the parameters of an operation. */
final class ParameterReader {
  private static final Set<String> IGNORED_HEADERS =
      Set.of("accept", "content-type", "authorization");
  private static final List<String> PLACES = List.of("path", "query", "header", "cookie");

  private final Reading reading;
  private final ContentReader content;

  ParameterReader(Reading reading, ContentReader content) {
    this.reading = reading;
    this.content = content;
  }

  /** The path's and the operation's parameters with references followed; the operation's win. */
  List<Spot> merge(List<Spot> layers, Spot operation) {
    Map<String, Spot> merged = new LinkedHashMap<>();
    for (int i = layers.size() - 1; i >= 0; i--) {
      merged.putAll(list(layers.get(i)));
    }
    merged.putAll(list(operation));
    return List.copyOf(merged.values());
  }

  private Map<String, Spot> list(Spot owner) {
    Map<String, Spot> found = new LinkedHashMap<>();
    for (Spot item : reading.list(owner, "parameters").map(Spot::items).orElse(List.of())) {
      Optional<Spot> parameter = reading.resolve(item, "a parameter");
      if (parameter.isEmpty()) {
        continue;
      }
      Spot spot = parameter.get();
      Optional<String> in = reading.needed(spot, "in", "the parameter");
      Optional<String> name = reading.needed(spot, "name", "the parameter");
      if (in.isEmpty() || name.isEmpty()) {
        continue;
      }
      String word = in.get().equals("header") ? name.get().toLowerCase(Locale.ROOT) : name.get();
      if (found.putIfAbsent(in.get() + " " + word, spot) != null) {
        reading.problems.warn(
            "parameter-twice",
            item.node(),
            in.get() + " parameter `" + name.get() + "` is declared twice; the first counts");
      }
    }
    return found;
  }

  List<Parameter> read(List<Spot> declared, PathTemplate template, Spot operation) {
    List<Parameter> parameters = new ArrayList<>();
    Set<String> variables = new HashSet<>(template.variables());
    for (Spot spot : declared) {
      String in = reading.text(spot, "in").orElseThrow();
      String name = reading.text(spot, "name").orElseThrow();
      boolean swagger = reading.dialect(spot).isSwagger();
      if (swagger && (in.equals("body") || in.equals("formData"))) {
        continue;
      }
      if (in.equals("header") && IGNORED_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
        reading.problems.warn(
            "parameter-ignored",
            spot.get("name").orElseThrow().node(),
            "a header parameter named `" + name + "` has no meaning in OpenAPI and is passed over",
            Optional.of(
                name.equalsIgnoreCase("authorization")
                    ? "declare it under `securitySchemes` and ask for it with `security`"
                    : swagger
                        ? "`consumes` and `produces` name the media types"
                        : "the media types under `content` say it"));
      } else if (HeaderName.isWrong(in, name)) {
        HeaderName.report(
            reading.problems,
            spot.get("name").orElseThrow().node(),
            in,
            name,
            "the parameter is passed over");
      } else if (in.equals("path") && !template.variables().contains(name)) {
        reading.problems.warn(
            "path-parameter-unused",
            spot.get("name").orElseThrow().node(),
            "path `" + template.text() + "` has no variable `{" + name
                + "}`; the parameter is passed over",
            Nearest.to(name, template.variables()).map(n -> "did you mean `" + n + "`?"));
      } else if (!PLACES.contains(in)) {
        variables.remove(name); // one mistake, one message
        unknownPlace(spot, in);
      } else {
        variables.remove(name);
        parameters.add(parameter(spot, name, In.valueOf(in.toUpperCase(Locale.ROOT)), swagger));
      }
    }
    for (String variable : template.variables()) {
      if (variables.remove(variable)) {
        parameters.add(implied(variable, operation));
      }
    }
    return parameters;
  }

  private void unknownPlace(Spot spot, String in) {
    Node at = spot.get("in").orElseThrow().node();
    if (in.equals("querystring")) {
      reading.problems.warn(
          "parameter-querystring", at, "a parameter for the whole query is not served");
      return;
    }
    Optional<String> hint = in.equals("body") || in.equals("formData")
        ? Optional.of("in OpenAPI 3 the body is described by `requestBody`")
        : Nearest.to(in, PLACES).map(n -> "did you mean `" + n + "`?");
    reading.problems.error("parameter-in", at, "a parameter cannot be in `" + in + "`", hint);
  }

  private Parameter parameter(Spot spot, String name, In in, boolean swagger) {
    if (!swagger) {
      reading.known(spot, Keys.PARAMETER, "a parameter");
    }
    boolean required = reading.flag(spot, "required", false);
    if (in == In.PATH && !required) {
      reading.problems.warn(
          "path-parameter-optional",
          spot.get("required").orElse(spot).node(),
          "path parameter `" + name + "` has to be `required: true` and is taken as such");
    }
    ContentReader.Value value = swagger
        ? new ContentReader.Value(SwaggerValues.schema(reading, spot), Optional.empty(), List.of())
        : content.value(spot);
    Style style = swagger
        ? SwaggerValues.style(reading, spot, in)
        : content.style(spot).orElse(defaultStyle(in));
    boolean explode = swagger
        ? SwaggerValues.explode(reading, spot)
        : reading.flag(spot, "explode", explodes(style));
    List<Node> examples = new ArrayList<>(content.examples(spot));
    examples.addAll(value.examples());
    return new Parameter(
        spot.place(),
        name,
        in,
        style,
        explode,
        reading.flag(spot, "allowReserved", false),
        reading.flag(spot, "allowEmptyValue", false),
        required || in == In.PATH,
        reading.flag(spot, "deprecated", false),
        reading.text(spot, "description"),
        value.schema(),
        value.content(),
        examples);
  }

  private static Style defaultStyle(In in) {
    return in == In.QUERY || in == In.COOKIE ? Style.FORM : Style.SIMPLE;
  }

  private static boolean explodes(Style style) {
    return style == Style.FORM || style == Style.COOKIE;
  }

  /** A variable that nobody described takes any text. */
  private Parameter implied(String name, Spot operation) {
    reading.problems.warnAtKey(
        "path-parameter-missing",
        operation,
        "path variable `{" + name + "}` has no parameter; it is taken as a text",
        Optional.of("declare it: `{name: " + name
            + ", in: path, required: true, schema: {type: string}}`"));
    var position = operation.namePosition();
    Node type = new Node.Scalar("string", "string", position);
    Node schema = new Node.Mapping(List.of(new Node.Entry("type", position, type)), position);
    Place place = operation.place().child("parameters", name);
    return new Parameter(
        place,
        name,
        In.PATH,
        Style.SIMPLE,
        false,
        false,
        false,
        true,
        false,
        Optional.empty(),
        new Schema(place.child("schema"), schema),
        Optional.empty(),
        List.of());
  }
}
