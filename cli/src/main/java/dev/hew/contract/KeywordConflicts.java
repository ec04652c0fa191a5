package dev.hew.contract;

import dev.hew.report.Nearest;
import dev.hew.yaml.Node;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds keywords of one schema that cannot all be meant. */
final class KeywordConflicts {
  private static final Map<String, String> RANGES = Map.of(
      "minimum", "maximum",
      "minLength", "maxLength",
      "minItems", "maxItems",
      "minProperties", "maxProperties",
      "minContains", "maxContains");

  /** Below these a schema is a part of another one, which may declare what it only names. */
  private static final Set<String> PARTS =
      Set.of("allOf", "anyOf", "oneOf", "not", "if", "then", "else", "dependentSchemas");

  private KeywordConflicts() {}

  static void report(Spot schema, Dialect dialect, Problems problems) {
    for (Spot entry : schema.entries()) {
      String maximum = RANGES.get(entry.name());
      if (maximum != null) {
        schema.get(maximum).ifPresent(most -> range(entry, most, problems));
      }
    }
    schema.get("required").ifPresent(names -> required(schema, names, problems));
    boolean array = schema
        .get("type")
        .flatMap(t -> t.node().string())
        .filter("array"::equals)
        .isPresent();
    if (array && !dialect.isModern() && schema.get("items").isEmpty()) {
      problems.warn(
          "schema-items-missing",
          schema.get("type").orElseThrow().node(),
          "an array without `items` may hold anything",
          Optional.of("say what it holds: `items: {type: string}`"));
    }
  }

  private static void range(Spot least, Spot most, Problems problems) {
    Optional<BigDecimal> low = number(least.node());
    Optional<BigDecimal> high = number(most.node());
    if (low.isPresent() && high.isPresent() && low.get().compareTo(high.get()) > 0) {
      problems.warn(
          "schema-empty-range",
          least.node(),
          "`" + least.name() + "` is more than `" + most.name() + "`: no value fits",
          Optional.empty());
    }
  }

  private static void required(Spot schema, Spot names, Problems problems) {
    Optional<Spot> properties = schema.get("properties").filter(Spot::isMapping);
    boolean whole = schema.entries().stream()
            .noneMatch(e -> PARTS.contains(e.name()) || e.name().equals("$ref"))
        && schema.place().tokens().stream().noneMatch(PARTS::contains);
    if (properties.isEmpty() || !whole) {
      return;
    }
    if (properties.get().get("$ref").isPresent()) {
      return;
    }
    Set<String> known = new TreeSet<>();
    properties.get().entries().forEach(p -> known.add(p.name()));
    for (Node name : names.node().items()) {
      name.string()
          .filter(n -> !known.contains(n))
          .ifPresent(n -> problems.warn(
              "schema-required-unknown",
              name,
              "`required` names `" + n + "`, and `properties` has no such property",
              Nearest.to(n, known)
                  .map(near -> "did you mean `" + near + "`?")
                  .or(() -> Optional.of(
                      "describe it under `properties`, or take it out of `required`"))));
    }
  }

  private static Optional<BigDecimal> number(Node node) {
    Object value = node instanceof Node.Scalar scalar ? scalar.value() : null;
    return value instanceof BigInteger whole
        ? Optional.of(new BigDecimal(whole))
        : value instanceof BigDecimal decimal ? Optional.of(decimal) : Optional.empty();
  }
}
