package dev.hew.cases;

import dev.hew.contract.Parameter;
import dev.hew.contract.Parameter.Style;
import dev.hew.yaml.JsonWriter;
import dev.hew.yaml.Node;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Writes parameter values as they travel, in every style of OpenAPI (RFC 6570 and what it adds). */
final class Wire {
  /** Reserved characters that mean nothing inside a query value; the others are escaped even where allowed. */
  private static final String HARMLESS = ":/?@!$'()*,;";

  private Wire() {}

  /** A name with its text, both unescaped. */
  record Pair(String name, String value) {}

  /** The piece of the path that stands where the variable stood. */
  static String path(Parameter parameter, Node value) {
    UnaryOperator<String> escape = text -> escape(text, "");
    if (parameter.content().isPresent()) {
      return escape.apply(JsonWriter.compact(value));
    }
    String name = escape(parameter.name(), "");
    boolean explode = parameter.explode();
    return switch (parameter.style()) {
      case LABEL -> "." + simple(value, explode, explode ? "." : ",", escape);
      case MATRIX -> {
        if (explode && value instanceof Node.Sequence) {
          yield value.items().stream()
              .map(item -> ";" + name + "=" + escape.apply(text(item)))
              .collect(Collectors.joining());
        }
        yield explode && value instanceof Node.Mapping
            ? ";" + simple(value, true, ";", escape)
            : ";" + name + "=" + simple(value, false, ",", escape);
      }
      default -> simple(value, explode, ",", escape);
    };
  }

  /** The value of a header; never escaped. */
  static String header(boolean explode, boolean content, Node value) {
    return content
        ? JsonWriter.compact(value)
        : simple(value, explode, ",", UnaryOperator.identity());
  }

  /** Pieces {@code name=value}, escaped, to be joined by {@code &}; none for an empty list. */
  static List<String> query(Parameter parameter, Node value) {
    String also = parameter.allowReserved() ? HARMLESS : "";
    if (parameter.content().isPresent()) {
      return List.of(escape(parameter.name(), "") + "=" + escape(JsonWriter.compact(value), ""));
    }
    return pairs(
            parameter.name(),
            parameter.style(),
            parameter.explode(),
            value,
            text -> escape(text, also))
        .stream()
        .map(pair -> escape(pair.name(), "") + "=" + pair.value())
        .toList();
  }

  /** Pieces {@code name=value}, escaped, to be joined by a semicolon. */
  static List<String> cookie(Parameter parameter, Node value) {
    UnaryOperator<String> escape = text -> escape(text, "");
    List<Pair> pairs = parameter.content().isPresent()
        ? List.of(new Pair(parameter.name(), escape.apply(JsonWriter.compact(value))))
        : pairs(parameter.name(), Style.FORM, parameter.explode(), value, escape);
    return pairs.stream().map(pair -> pair.name() + "=" + pair.value()).toList();
  }

  /** A named value as one or more pairs: the styles of queries, cookies and forms. */
  static List<Pair> pairs(
      String name, Style style, boolean explode, Node value, UnaryOperator<String> escape) {
    if (style == Style.DEEP_OBJECT && !(value instanceof Node.Scalar)) {
      List<Pair> pairs = new ArrayList<>();
      deep(name, value, escape, pairs);
      return pairs;
    }
    if (value instanceof Node.Scalar) {
      return List.of(new Pair(name, escape.apply(text(value))));
    }
    if (explode) {
      return value instanceof Node.Sequence
          ? value.items().stream()
              .map(item -> new Pair(name, escape.apply(text(item))))
              .toList()
          : value.entries().stream()
              .filter(e -> !isNull(e.value()))
              .map(e -> new Pair(e.key(), escape.apply(text(e.value()))))
              .toList();
    }
    String delimiter = switch (style) {
      case SPACE_DELIMITED -> escape.apply(" ");
      case PIPE_DELIMITED -> escape.apply("|");
      case TSV -> escape.apply("\t");
      default -> ",";
    };
    String joined = simple(value, false, delimiter, escape);
    return joined.isEmpty() ? List.of() : List.of(new Pair(name, joined));
  }

  private static void deep(
      String name, Node value, UnaryOperator<String> escape, List<Pair> pairs) {
    if (value instanceof Node.Mapping) {
      value.entries().forEach(e -> deep(name + "[" + e.key() + "]", e.value(), escape, pairs));
    } else if (value instanceof Node.Sequence) {
      value.items().forEach(item -> deep(name, item, escape, pairs));
    } else if (!isNull(value)) {
      pairs.add(new Pair(name, escape.apply(text(value))));
    }
  }

  private static String simple(
      Node value, boolean explode, String delimiter, UnaryOperator<String> escape) {
    if (value instanceof Node.Sequence) {
      return value.items().stream()
          .map(item -> escape.apply(text(item)))
          .collect(Collectors.joining(delimiter));
    }
    if (value instanceof Node.Mapping) {
      return value.entries().stream()
          .filter(e -> !isNull(e.value()))
          .map(e ->
              escape.apply(e.key()) + (explode ? "=" : delimiter) + escape.apply(text(e.value())))
          .collect(Collectors.joining(delimiter));
    }
    return escape.apply(text(value));
  }

  /** A value inside another has no style of its own: scalars as they are, everything else as JSON. */
  static String text(Node value) {
    if (isNull(value)) {
      return "";
    }
    return value.string().orElseGet(() -> JsonWriter.compact(value));
  }

  static boolean isNull(Node value) {
    return value instanceof Node.Scalar s && s.value() == null;
  }

  /** Percent-encodes the UTF-8 bytes of all but the unreserved and the given characters. */
  static String escape(String text, String also) {
    int plain = 0;
    while (plain < text.length() && stays(text.charAt(plain), also)) {
      plain++;
    }
    if (plain == text.length()) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (stays(c, also)) {
        out.append(c);
      } else {
        out.append('%')
            .append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
            .append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
      }
    }
    return out.toString();
  }

  private static boolean stays(char c, String also) {
    return isUnreserved(c) || also.indexOf(c) >= 0;
  }

  /** Unreserved by RFC 3986, section 2.3. */
  private static boolean isUnreserved(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '-'
        || c == '.'
        || c == '_'
        || c == '~';
  }
}
