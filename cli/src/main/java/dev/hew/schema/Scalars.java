package dev.hew.schema;

import dev.hew.yaml.Node;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes strings, numbers and booleans that keep to bounds, lengths, patterns and formats. */
final class Scalars {
  /** A longer sample helps nobody, whatever a {@code minLength} says. */
  private static final int LONGEST = 100_000;

  /** A longer text than this is no edge that anybody meets. */
  private static final int EDGE = 5_000;

  private static final Map<String, List<String>> BY_FORMAT = Map.ofEntries(
      Map.entry("date", List.of("2024-05-17", "2025-01-31")),
      Map.entry("date-time", List.of("2024-05-17T09:30:00Z", "2025-01-31T18:00:00Z")),
      Map.entry("time", List.of("09:30:00Z", "18:00:00Z")),
      Map.entry("duration", List.of("PT1H", "PT2H")),
      Map.entry(
          "uuid",
          List.of("7f3c2d1e-4b5a-4c6d-8e9f-0a1b2c3d4e5f", "0b1c2d3e-4f5a-4b6c-9d8e-7f6a5b4c3d2e")),
      Map.entry("email", List.of("user@example.com", "other@example.com")),
      Map.entry("idn-email", List.of("user@example.com", "other@example.com")),
      Map.entry("hostname", List.of("www.example.com", "api.example.com")),
      Map.entry("idn-hostname", List.of("www.example.com", "api.example.com")),
      Map.entry("ipv4", List.of("192.0.2.1", "192.0.2.2")),
      Map.entry("ipv6", List.of("2001:db8::1", "2001:db8::2")),
      Map.entry("uri", List.of("https://example.com/", "https://example.com/other")),
      Map.entry("url", List.of("https://example.com/", "https://example.com/other")),
      Map.entry("uri-reference", List.of("item", "other")),
      Map.entry("iri", List.of("https://example.com/", "https://example.com/other")),
      Map.entry("iri-reference", List.of("item", "other")),
      Map.entry("uri-template", List.of("/items/{id}", "/others/{id}")),
      Map.entry("json-pointer", List.of("/item", "/other")),
      Map.entry("relative-json-pointer", List.of("0", "1")),
      Map.entry("regex", List.of("[a-z]+", "[0-9]+")),
      Map.entry("byte", List.of("aGV3", "dGV4dA==")));

  private Scalars() {}

  /**
   * @param type {@code string}, {@code integer}, {@code number} or {@code boolean}
   * @param variant which of several different values to make, counted from 0
   */
  static Optional<Node> make(String type, Flat flat, int variant, Edge edge) {
    if (variant == 0 && (edge == Edge.LOW || edge == Edge.HIGH)) {
      Optional<Node> at = switch (type) {
        case "string" -> edge(flat, edge == Edge.LOW).map(Values::text);
        case "integer" -> edge(flat, true, edge == Edge.LOW).map(Values::number);
        case "number" -> edge(flat, false, edge == Edge.LOW).map(Values::number);
        default -> Optional.empty();
      };
      if (at.isPresent()) {
        return at;
      }
    }
    return switch (type) {
      case "string" -> string(flat, variant).map(Values::text);
      case "integer" -> number(flat, true, variant).map(Values::number);
      case "number" -> number(flat, false, variant).map(Values::number);
      case "boolean" -> variant > 1 ? Optional.empty() : Optional.of(Values.bool(variant == 0));
      default -> Optional.empty();
    };
  }

  private static Optional<String> string(Flat flat, int variant) {
    int least = Math.min(flat.atLeast("minLength"), LONGEST);
    int most = flat.atMost("maxLength");
    if (least > most) {
      return Optional.empty();
    }
    List<String> patterns = flat.all("pattern").stream()
        .flatMap(n -> n.string().stream())
        .distinct()
        .toList();
    String format = flat.text("format").orElse("");
    List<String> known = BY_FORMAT.getOrDefault(format, List.of()).stream()
        .map(t -> stretch(format, t, least))
        .toList();
    if (variant < known.size() && fits(known.get(variant), least, most, patterns)) {
      return Optional.of(known.get(variant));
    }
    if (!patterns.isEmpty()) {
      return Patterns.example(
          patterns.get(0), least, most, variant, text -> fits(text, least, most, patterns));
    }
    return Optional.of(plain(least, most, variant));
  }

  /** A text of exactly the least or the greatest length; an astral character in it tells who counts UTF-16 units. */
  private static Optional<String> edge(Flat flat, boolean low) {
    int length = low ? flat.atLeast("minLength") : flat.atMost("maxLength");
    if (flat.has("format") || length > EDGE || low && !flat.has("minLength")) {
      return Optional.empty();
    }
    List<String> patterns =
        flat.all("pattern").stream().flatMap(n -> n.string().stream()).toList();
    List<String> tries = new ArrayList<>();
    if (!low && length > 0) {
      tries.add("a".repeat(length - 1) + "\uD834\uDD1E");
    }
    tries.add("a".repeat(length));
    tries.add("0".repeat(length));
    tries.add("A".repeat(length));
    if (!patterns.isEmpty()) {
      Patterns.example(
              patterns.get(0), length, length, 0, text -> fits(text, length, length, patterns))
          .ifPresent(tries::add);
    }
    return tries.stream().filter(text -> fits(text, length, length, patterns)).findFirst();
  }

  /** The smallest or the greatest number. */
  private static Optional<BigDecimal> edge(Flat flat, boolean whole, boolean low) {
    Range range = Range.of(flat);
    List<BigDecimal> steps = new ArrayList<>(flat.numbers("multipleOf"));
    steps.removeIf(step -> step.signum() <= 0);
    if (whole) {
      steps.add(BigDecimal.ONE);
    }
    BigDecimal grid = steps.stream().max(BigDecimal::compareTo).orElse(new BigDecimal("0.5"));
    return (low ? range.low() : range.high()).flatMap(bound -> {
      BigDecimal near = low ? up(bound, grid) : up(bound.negate(), grid).negate();
      BigDecimal next = low ? near.add(grid) : near.subtract(grid);
      return Stream.of(bound, near, next)
          .filter(n -> range.holds(n)
              && steps.stream().allMatch(step -> n.remainder(step).signum() == 0))
          .findFirst();
    });
  }

  /** A text of a format made longer, where the format leaves room for it. */
  private static String stretch(String format, String text, int least) {
    int missing = least - text.length();
    if (missing <= 0) {
      return text;
    }
    return switch (format) {
      case "email", "idn-email" -> "a".repeat(Math.min(missing, 40)) + text;
      case "uri",
          "url",
          "uri-reference",
          "iri",
          "iri-reference",
          "json-pointer",
          "uri-template",
          "regex" -> text + "a".repeat(missing);
      case "byte" -> "aGV3".repeat((least + 3) / 4);
      default -> text;
    };
  }

  private static boolean fits(String text, int least, int most, List<String> patterns) {
    int length = text.codePointCount(0, text.length());
    return length >= least
        && length <= most
        && patterns.stream().allMatch(p -> Patterns.find(p, text));
  }

  /** The word "string", numbered from the second variant on, repeated or cut to length. */
  private static String plain(int least, int most, int variant) {
    String number = variant == 0 ? "" : Integer.toString(variant + 1);
    int length = Math.min(most, Math.max(least, "string".length() + number.length()));
    if (number.length() >= length) {
      return number.substring(number.length() - length);
    }
    int rest = length - number.length();
    return "string".repeat(rest / 6 + 1).substring(0, rest) + number;
  }

  private static Optional<BigDecimal> number(Flat flat, boolean whole, int variant) {
    Range range = Range.of(flat);
    List<BigDecimal> steps = new ArrayList<>(flat.numbers("multipleOf"));
    steps.removeIf(step -> step.signum() <= 0);
    if (whole) {
      steps.add(BigDecimal.ONE);
    }
    // the coarsest grid: a common multiple is not computed, the check at the end refuses what
    // misses a finer one
    BigDecimal grid = steps.stream().max(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
    List<BigDecimal> tries = new ArrayList<>();
    if (!whole) {
      tries.add(new BigDecimal("1.5"));
    }
    tries.add(BigDecimal.ONE);
    range
        .low()
        .ifPresent(low ->
            tries.addAll(List.of(low, low.add(grid.signum() == 0 ? BigDecimal.ONE : grid))));
    range
        .high()
        .ifPresent(high ->
            tries.addAll(List.of(high, high.subtract(grid.signum() == 0 ? BigDecimal.ONE : grid))));
    range.middle().ifPresent(tries::add);
    tries.addAll(List.of(BigDecimal.ZERO, BigDecimal.ONE.negate()));
    for (BigDecimal start : tries) {
      BigDecimal onGrid = grid.signum() == 0 ? start : up(start, grid);
      BigDecimal shifted = onGrid.add(
          (grid.signum() == 0 ? BigDecimal.ONE : grid).multiply(BigDecimal.valueOf(variant)));
      for (BigDecimal number : List.of(shifted, onGrid.subtract(shifted.subtract(onGrid)))) {
        if (range.holds(number)
            && steps.stream().allMatch(step -> number.remainder(step).signum() == 0)) {
          return Optional.of(number);
        }
      }
    }
    return Optional.empty();
  }

  private static BigDecimal up(BigDecimal value, BigDecimal grid) {
    return value.divide(grid, 0, RoundingMode.CEILING).multiply(grid);
  }

  /** Bounds of a number, each with whether the bound itself is out. */
  private record Range(
      Optional<BigDecimal> min,
      Optional<BigDecimal> max,
      Optional<BigDecimal> above,
      Optional<BigDecimal> below) {

    static Range of(Flat flat) {
      return new Range(
          flat.lower("minimum"),
          flat.upper("maximum"),
          flat.lower("exclusiveMinimum"),
          flat.upper("exclusiveMaximum"));
    }

    Optional<BigDecimal> low() {
      return min.isPresent() && above.isPresent()
          ? Optional.of(min.get().max(above.get()))
          : min.or(() -> above);
    }

    Optional<BigDecimal> high() {
      return max.isPresent() && below.isPresent()
          ? Optional.of(max.get().min(below.get()))
          : max.or(() -> below);
    }

    Optional<BigDecimal> middle() {
      return low().flatMap(low -> high().map(high -> low.add(high).divide(BigDecimal.valueOf(2))));
    }

    boolean holds(BigDecimal value) {
      return min.map(m -> value.compareTo(m) >= 0).orElse(true)
          && max.map(m -> value.compareTo(m) <= 0).orElse(true)
          && above.map(m -> value.compareTo(m) > 0).orElse(true)
          && below.map(m -> value.compareTo(m) < 0).orElse(true);
    }
  }
}
