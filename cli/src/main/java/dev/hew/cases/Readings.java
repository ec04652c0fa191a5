package dev.hew.cases;

import dev.hew.contract.Parameter;
import dev.hew.contract.Parameter.In;
import dev.hew.contract.Parameter.Style;
import dev.hew.schema.Values;
import dev.hew.yaml.Node;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a reader may take a written value for. On the wire everything is text: {@code 1} may be a number or not, {@code
 * a} a list of one, {@code a,b} a text, a list or an object. A value that is wrong can be sent as such only where all of
 * its readings are.
 */
final class Readings {
  private static final int MOST = 256;

  /** A list of more items than this is read as all of one kind. */
  private static final int APART = 4;

  private static final Node NONE = Values.nothing();

  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?");

  private Readings() {}

  /**
   * All readings of a parameter's value, empty when nothing of it is written, as of a null, which is no wrong value but
   * none at all, or when it can be read in too many ways.
   *
   * @param right the value before it was made wrong: what is still as it was is read as it was, and where each property
   *     is a parameter, one that was not there is another parameter
   */
  static List<Node> of(Parameter parameter, Node value, Node right) {
    if (isAbsent(parameter, value)) {
      return List.of();
    }
    if (parameter.content().isPresent()) {
      return List.of(value);
    }
    boolean scattered = parameter.style() == Style.DEEP_OBJECT || ownParameters(parameter);
    if (scattered && right instanceof Node.Mapping && !(value instanceof Node.Mapping)) {
      return List.of(); // what is sent under the bare name is another parameter
    }
    List<Node> found =
        new ArrayList<>(holdsNothing(value) ? List.of() : bounded(one(value, right)));
    if (found.isEmpty()) {
      return found;
    }
    if (value instanceof Node.Mapping && ownParameters(parameter)) {
      Map<String, Node> attributable = Values.entries(value);
      attributable.keySet().removeIf(name -> right.get(name).isEmpty());
      found.addAll(bounded(one(Values.map(attributable), right)));
    }
    String text = Wire.header(parameter.explode(), false, value);
    found.addAll(scalar(text));
    if (value.items().size() > 1) {
      found.addAll(one(value.items().get(0), right));
    }
    List<Node> parts = Arrays.stream(text.split(delimiter(parameter), -1))
        .map(Values::text)
        .map(Node.class::cast)
        .toList();
    found.addAll(bounded(list(parts)));
    found.addAll(bounded(one(pairs(parts), right)));
    if (value instanceof Node.Scalar) {
      found.add(Values.map(Map.of()));
    }
    if (text.isEmpty()) {
      found.add(Values.list(List.of()));
    }
    return found;
  }

  /** All readings of a form's value, whose properties each are a field; empty when there are too many. */
  static List<Node> ofForm(Node value, Node right) {
    return holdsNothing(value) ? List.of() : bounded(one(value, right));
  }

  /** A null, or an empty list or object inside of another, is not written in every style. */
  private static boolean holdsNothing(Node value) {
    List<Node> inside = new ArrayList<>(value.items());
    value.entries().forEach(entry -> inside.add(entry.value()));
    return Wire.isNull(value) || inside.stream().anyMatch(v -> isEmpty(v) || holdsNothing(v));
  }

  private static boolean isEmpty(Node value) {
    return !(value instanceof Node.Scalar)
        && value.items().isEmpty()
        && value.entries().isEmpty();
  }

  private static boolean isAbsent(Parameter parameter, Node value) {
    return switch (parameter.in()) {
      case QUERY -> isNothing(parameter, Wire.query(parameter, value));
      case COOKIE -> isNothing(parameter, Wire.cookie(parameter, value));
      case PATH -> Wire.path(parameter, value).isEmpty();
      case HEADER ->
        Wire.header(parameter.explode(), parameter.content().isPresent(), value).isEmpty();
    };
  }

  /** An empty text is a value of its own only where it is not said to stand for another, or for none. */
  private static boolean isNothing(Parameter parameter, List<String> pieces) {
    boolean emptied = pieces.size() == 1 && pieces.get(0).endsWith("=");
    return pieces.isEmpty()
        || emptied
            && (parameter.allowEmptyValue()
                || parameter.schema().keyword("default").isPresent()
                || !parameter.schema().types().equals(Set.of("string")));
  }

  private static boolean ownParameters(Parameter parameter) {
    boolean named = parameter.in() == In.QUERY || parameter.in() == In.COOKIE;
    return named && parameter.explode() && parameter.style() != Style.DEEP_OBJECT;
  }

  private static String delimiter(Parameter parameter) {
    return switch (parameter.style()) {
      case SPACE_DELIMITED -> " ";
      case PIPE_DELIMITED -> "\\|";
      case TSV -> "\t";
      case LABEL -> "[.,]";
      case MATRIX -> "[;,]";
      default -> ",";
    };
  }

  /** Parts taken for names with values, {@code a=1} or {@code a} before {@code 1}. */
  private static Node pairs(List<Node> parts) {
    Map<String, Node> pairs = new LinkedHashMap<>();
    List<String> texts = parts.stream().map(Wire::text).toList();
    for (int i = 0; i < texts.size(); i++) {
      String text = texts.get(i);
      int equals = text.indexOf('=');
      if (equals >= 0) {
        pairs.put(text.substring(0, equals), Values.text(text.substring(equals + 1)));
      } else if (i + 1 < texts.size()) {
        pairs.put(text, parts.get(++i));
      }
    }
    return Values.map(pairs);
  }

  private static List<Node> bounded(List<Node> readings) {
    return readings.size() > MOST ? List.of() : readings;
  }

  /** More than {@link #MOST} stand for any number of them. */
  private static List<Node> one(Node value, Node right) {
    if (value instanceof Node.Sequence) {
      List<Node> readings = new ArrayList<>(list(value.items()));
      if (value.items().size() == 1) {
        readings.addAll(one(value.items().get(0), NONE));
      }
      return readings;
    }
    return value instanceof Node.Mapping ? object(value, right) : scalar(Wire.text(value));
  }

  /** Inside another, an object may be written as JSON, which is a text as well, and a list of one as what is in it. */
  private static List<Node> inside(Node value) {
    List<Node> readings = new ArrayList<>(one(value, NONE));
    if (value instanceof Node.Mapping) {
      readings.add(Values.text(Wire.text(value)));
    } else if (value instanceof Node.Scalar) {
      List.copyOf(readings).forEach(reading -> readings.add(Values.list(List.of(reading))));
      readings.add(Values.map(Map.of())); // of a text that holds no properties
    }
    return readings;
  }

  private static List<Node> list(List<Node> items) {
    if (items.size() > APART) {
      List<List<Node>> each = items.stream().map(item -> one(item, NONE)).toList();
      return List.of(
          Values.list(each.stream().map(r -> r.get(0)).toList()),
          Values.list(each.stream().map(r -> r.get(r.size() - 1)).toList()));
    }
    return combinations(items.stream().map(item -> one(item, NONE)).toList()).stream()
        .map(Values::list)
        .toList();
  }

  private static List<Node> object(Node value, Node right) {
    List<String> names = new ArrayList<>();
    List<List<Node>> readings = new ArrayList<>();
    for (Node.Entry entry : value.entries()) {
      if (Wire.isNull(entry.value())) {
        continue; // is not written
      }
      boolean same =
          right.get(entry.key()).filter(v -> Values.same(v, entry.value())).isPresent();
      names.add(entry.key());
      readings.add(same ? List.of(entry.value()) : inside(entry.value()));
    }
    List<Node> objects = new ArrayList<>();
    for (List<Node> values : combinations(readings)) {
      Map<String, Node> object = new LinkedHashMap<>();
      for (int i = 0; i < names.size(); i++) {
        object.put(names.get(i), values.get(i));
      }
      objects.add(Values.map(object));
    }
    return objects;
  }

  /** One of each list, in all ways, those of the last list next to each other; of too many the first. */
  private static List<List<Node>> combinations(List<List<Node>> choices) {
    int number = 1;
    for (List<Node> choice : choices) {
      number = Math.min(number * choice.size(), MOST + 1);
    }
    List<List<Node>> all = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      Node[] one = new Node[choices.size()];
      int rest = i;
      for (int k = one.length - 1; k >= 0; k--) {
        one[k] = choices.get(k).get(rest % choices.get(k).size());
        rest /= choices.get(k).size();
      }
      all.add(List.of(one));
    }
    return all;
  }

  /** The text itself first. */
  private static List<Node> scalar(String text) {
    Node itself = Values.text(text);
    Optional<Node> more = switch (text) {
      case "true" -> Optional.of(Values.bool(true));
      case "false" -> Optional.of(Values.bool(false));
      case "", "null" -> Optional.of(Values.nothing());
      default ->
        NUMBER.matcher(text).matches()
            ? Optional.of(Values.number(new BigDecimal(text)))
            : Optional.empty();
    };
    return more.map(node -> List.of(itself, node)).orElse(List.of(itself));
  }
}
