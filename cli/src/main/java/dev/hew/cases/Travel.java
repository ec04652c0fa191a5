package dev.hew.cases;

import dev.hew.contract.Parameter;
import dev.hew.schema.Values;
import dev.hew.yaml.JsonWriter;
import dev.hew.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells the values of parameters that arrive as they were sent from those that no server can read back. */
final class Travel {
  /** Headers that belong to the connection: HTTP clients set them themselves or refuse to. */
  private static final Set<String> OF_THE_CONNECTION = Set.of(
      "connection",
      "content-length",
      "expect",
      "host",
      "keep-alive",
      "te",
      "trailer",
      "transfer-encoding",
      "upgrade");

  private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");

  private Travel() {}

  /** Whether an ordinary HTTP client can send the parameter at all. */
  static boolean canSend(Parameter parameter) {
    return switch (parameter.in()) {
      case HEADER ->
        HEADER_NAME.matcher(parameter.name()).matches() && !isOfTheConnection(parameter.name());
      case COOKIE -> HEADER_NAME.matcher(parameter.name()).matches();
      case PATH, QUERY -> true;
    };
  }

  static boolean isOfTheConnection(String header) {
    return OF_THE_CONNECTION.contains(header.toLowerCase(Locale.ROOT));
  }

  /** Whether a header of an answer can have such a name. */
  static boolean isHeaderName(String name) {
    return HEADER_NAME.matcher(name).matches();
  }

  static boolean arrives(Parameter parameter, Node value) {
    if (parameter.content().isPresent()) {
      return switch (parameter.in()) {
        case PATH -> isSegment(parameter, value, List.of(JsonWriter.compact(value)));
        case HEADER -> isHeaderText(JsonWriter.compact(value));
        case QUERY, COOKIE -> true;
      };
    }
    if (Values.isNull(value)) {
      return false; // what stands for nothing is not written
    }
    boolean nested = value.entries().stream().anyMatch(e -> e.value() instanceof Node.Mapping);
    if (nested && parameter.style() != Parameter.Style.DEEP_OBJECT) {
      return false; // OpenAPI does not say how an object stands inside of one
    }
    List<String> texts = new ArrayList<>();
    collect(value, texts);
    boolean single = value instanceof Node.Scalar;
    if (!single && texts.stream().anyMatch(text -> holdsDelimiter(parameter, text))) {
      return false;
    }
    return switch (parameter.in()) {
      case PATH -> isSegment(parameter, value, texts);
      case HEADER -> texts.stream().allMatch(Travel::isHeaderText);
      case QUERY -> single || !texts.isEmpty();
      case COOKIE ->
        (single || !texts.isEmpty())
            // a comma has no place in a cookie (RFC 6265, section 4.1.1): servers drop what holds
            // one
            && Wire.cookie(parameter, value).stream().noneMatch(piece -> piece.contains(","));
    };
  }

  private static void collect(Node value, List<String> texts) {
    value.items().forEach(item -> texts.add(Wire.text(item)));
    value.entries().forEach(entry -> texts.add(Wire.text(entry.value())));
    if (value instanceof Node.Scalar) {
      texts.add(Wire.text(value));
    }
  }

  private static boolean holdsDelimiter(Parameter parameter, String text) {
    return switch (parameter.style()) {
      case SPACE_DELIMITED -> !parameter.explode() && text.contains(" ");
      case PIPE_DELIMITED -> !parameter.explode() && text.contains("|");
      case TSV -> text.contains("\t");
      case DEEP_OBJECT -> false;
      case FORM, COOKIE -> !parameter.explode() && text.contains(",");
      case LABEL -> text.contains(",") || text.contains(".");
      case SIMPLE, MATRIX -> text.contains(",") || text.contains(";");
    };
  }

  /** Servers take no empty segment and no dots alone, and most refuse an escaped slash, backslash or semicolon. */
  private static boolean isSegment(Parameter parameter, Node value, List<String> texts) {
    String text = Wire.path(parameter, value);
    return !text.isEmpty()
        && !text.equals(".")
        && !text.equals("..")
        && texts.stream()
            .noneMatch(t ->
                t.isEmpty() || t.chars().anyMatch(c -> "/\\;%".indexOf(c) >= 0 || c < ' '));
  }

  private static boolean isHeaderText(String text) {
    return text.equals(text.strip()) && text.chars().allMatch(c -> c >= ' ' && c < 0x7f);
  }
}
