package dev.hew.schema;

import dev.hew.yaml.Node;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Numbers just beyond a bound, and between the multiples. */
final class NumberFaults {
  private NumberFaults() {}

  static List<Node> of(String keyword, Node rule, Node right, Flat flat) {
    BigDecimal bound = decimal(rule);
    if (bound == null) {
      return List.of();
    }
    BigDecimal grid = grid(flat);
    BigDecimal step =
        grid.signum() > 0 ? grid : BigDecimal.ONE.movePointLeft(Math.max(2, bound.scale()));
    List<BigDecimal> tries = new ArrayList<>();
    switch (keyword) {
      case "minimum" -> {
        tries.add(
            grid.signum() > 0
                ? onGrid(bound, grid, RoundingMode.CEILING).subtract(grid)
                : bound.subtract(step));
        tries.add(bound.subtract(BigDecimal.ONE));
        tries.add(bound.abs().negate().multiply(BigDecimal.TEN).subtract(BigDecimal.TEN));
      }
      case "maximum" -> {
        tries.add(
            grid.signum() > 0
                ? onGrid(bound, grid, RoundingMode.FLOOR).add(grid)
                : bound.add(step));
        tries.add(bound.add(BigDecimal.ONE));
        tries.add(bound.abs().multiply(BigDecimal.TEN).add(BigDecimal.TEN));
      }
      case "exclusiveMinimum" -> {
        tries.add(bound);
        tries.add(onGrid(bound, step, RoundingMode.FLOOR));
      }
      case "exclusiveMaximum" -> {
        tries.add(bound);
        tries.add(onGrid(bound, step, RoundingMode.CEILING));
      }
      case "multipleOf" -> {
        BigDecimal value = decimal(right);
        if (bound.scale() <= 0) {
          tries.add(value.add(BigDecimal.ONE));
          tries.add(value.subtract(BigDecimal.ONE));
        }
        BigDecimal half = bound.divide(BigDecimal.valueOf(2));
        tries.add(value.add(half));
        tries.add(value.subtract(half));
      }
      default -> {}
    }
    return tries.stream().map(Values::number).toList();
  }

  /** The distance between the numbers that are allowed; 0 where they have none. */
  private static BigDecimal grid(Flat flat) {
    List<BigDecimal> steps = new ArrayList<>(flat.numbers("multipleOf"));
    steps.removeIf(s -> s.signum() <= 0);
    if (flat.types().contains("integer")) {
      steps.add(BigDecimal.ONE);
    }
    return steps.stream().max(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
  }

  private static BigDecimal onGrid(BigDecimal value, BigDecimal grid, RoundingMode mode) {
    return value.divide(grid, 0, mode).multiply(grid);
  }

  private static BigDecimal decimal(Node node) {
    Object value = node instanceof Node.Scalar s ? s.value() : null;
    return value instanceof BigInteger i
        ? new BigDecimal(i)
        : value instanceof BigDecimal d ? d : null;
  }
}
