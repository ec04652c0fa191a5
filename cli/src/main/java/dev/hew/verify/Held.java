package dev.hew.verify;

import dev.hew.schema.Values;
import dev.hew.yaml.JsonWriter;
import dev.hew.yaml.Node;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether an answer still holds what was sent, perhaps beside more: see {@code holds} of an expectation. */
final class Held {
  private Held() {}

  /** What of the wanted is not there: objects hold at least these properties, and a null may also be left out. */
  static List<String> problems(Node wanted, Node found) {
    List<String> problems = new ArrayList<>();
    compare(wanted, Optional.of(found), "body", problems);
    return problems;
  }

  private static void compare(
      Node wanted, Optional<Node> found, String place, List<String> problems) {
    if (wanted instanceof Node.Mapping && found.orElse(null) instanceof Node.Mapping there) {
      wanted
          .entries()
          .forEach(e -> compare(e.value(), there.get(e.key()), place + "/" + e.key(), problems));
    } else if (wanted instanceof Node.Sequence all
        && found.orElse(null) instanceof Node.Sequence there
        && all.items().size() == there.items().size()) {
      for (int i = 0; i < all.items().size(); i++) {
        compare(all.items().get(i), Optional.of(there.items().get(i)), place + "/" + i, problems);
      }
    } else if (!found.map(there -> same(wanted, there)).orElse(Values.isNull(wanted))) {
      problems.add(place + " is " + found.map(JsonWriter::compact).orElse("missing") + " and not "
          + JsonWriter.compact(wanted) + ", which was sent");
    }
  }

  /** Whether two values are the same: numbers by their value in the precision of a float, times by their instant. */
  private static boolean same(Node one, Node other) {
    Optional<BigDecimal> number = number(one);
    Optional<BigDecimal> otherNumber = number(other);
    if (number.isPresent() && otherNumber.isPresent()) {
      return number.get().compareTo(otherNumber.get()) == 0
          || number.get().floatValue() == otherNumber.get().floatValue();
    }
    return Values.same(one, other)
        || instant(one).isPresent() && instant(one).equals(instant(other));
  }

  private static Optional<BigDecimal> number(Node node) {
    return node instanceof Node.Scalar scalar && scalar.value() instanceof Number number
        ? Optional.of(new BigDecimal(number.toString()))
        : Optional.empty();
  }

  private static Optional<Instant> instant(Node node) {
    try {
      return node.string()
          .map(text -> OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
