package dev.hew.contract;

import dev.hew.contract.Parameter.In;
import dev.hew.contract.Parameter.Style;
import dev.hew.yaml.Node;
import java.util.List;
import java.util.Set;

/** Swagger 2.0's parameters and headers, which are schemas themselves. */
final class SwaggerValues {
  /** What belongs to the parameter and not to its value. */
  private static final Set<String> NO_SCHEMA = Set.of(
      "name",
      "in",
      "required",
      "description",
      "collectionFormat",
      "allowEmptyValue",
      "deprecated",
      "$ref");

  private SwaggerValues() {}

  static Schema schema(Reading reading, Spot spot) {
    List<Node.Entry> entries = spot.node().entries().stream()
        .filter(e -> !NO_SCHEMA.contains(e.key()) && !e.key().startsWith("x-")
            || e.key().equals("x-nullable"))
        .toList();
    return reading.schemas.read(spot.with(new Node.Mapping(entries, spot.node().position())));
  }

  static Style style(Reading reading, Spot spot, In in) {
    return switch (format(reading, spot)) {
      case "ssv" -> Style.SPACE_DELIMITED;
      case "tsv" -> Style.TSV;
      case "pipes" -> Style.PIPE_DELIMITED;
      default -> in == In.QUERY || in == In.COOKIE ? Style.FORM : Style.SIMPLE;
    };
  }

  static boolean explode(Reading reading, Spot spot) {
    return format(reading, spot).equals("multi");
  }

  private static String format(Reading reading, Spot spot) {
    return reading.text(spot, "collectionFormat").orElse("csv");
  }
}
