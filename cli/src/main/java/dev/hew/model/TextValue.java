package dev.hew.model;

import dev.hew.contract.Schemas;
import dev.hew.yaml.Node;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Tells whether a text is a value that a schema's type takes, as a parameter's default has to be. */
final class TextValue {
  private TextValue() {}

  /** Whether it is; for a choice, whether it is for one of the choices. */
  static boolean fits(String text, Shape shape, Schemas schemas) {
    if (!shape.alternatives().isEmpty()) {
      return shape.alternatives().stream().anyMatch(a -> fits(text, Shape.of(a, schemas), schemas));
    }
    List<Node> values = shape.values();
    boolean listed = values.isEmpty()
        || values.stream()
            .anyMatch(v -> v instanceof Node.Scalar s && s.value().toString().equals(text));
    return listed
        && (shape.types().isEmpty()
            || shape.types().stream().anyMatch(type -> isOf(type, text, shape)));
  }

  private static boolean isOf(String type, String text, Shape shape) {
    return switch (type) {
      case "boolean" -> text.equals("true") || text.equals("false");
      case "integer" ->
        number(text).filter(TextValue::isWhole).filter(n -> in(n, shape)).isPresent();
      case "number" -> number(text).filter(n -> in(n, shape)).isPresent();
      case "string" -> hasFormat(text, shape) && hasLength(text, shape);
      default -> false;
    };
  }

  private static Optional<BigDecimal> number(String text) {
    try {
      return Optional.of(new BigDecimal(text));
    } catch (NumberFormatException none) {
      return Optional.empty();
    }
  }

  private static boolean isWhole(BigDecimal number) {
    return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
  }

  private static boolean in(BigDecimal number, Shape shape) {
    return shape.largest("minimum").filter(n -> number.compareTo(n) < 0).isEmpty()
        && shape.smallest("maximum").filter(n -> number.compareTo(n) > 0).isEmpty()
        && shape
            .largest("exclusiveMinimum")
            .filter(n -> number.compareTo(n) <= 0)
            .isEmpty()
        && shape
            .smallest("exclusiveMaximum")
            .filter(n -> number.compareTo(n) >= 0)
            .isEmpty();
  }

  private static boolean hasLength(String text, Shape shape) {
    BigDecimal length = BigDecimal.valueOf(text.codePointCount(0, text.length()));
    return shape.largest("minLength").filter(n -> length.compareTo(n) < 0).isEmpty()
        && shape.smallest("maxLength").filter(n -> length.compareTo(n) > 0).isEmpty();
  }

  /** Whether it has the form that the language has a type of its own for. */
  private static boolean hasFormat(String text, Shape shape) {
    try {
      switch (shape.text("format").orElse("")) {
        case "date" -> LocalDate.parse(text);
        case "date-time" -> OffsetDateTime.parse(text);
        case "uuid" -> UUID.fromString(text);
        default -> {}
      }
      return true;
    } catch (DateTimeException | IllegalArgumentException wrong) {
      return false;
    }
  }
}
