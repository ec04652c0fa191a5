package dev.hew.resource;

import dev.hew.contract.Schema;
import dev.hew.contract.Schemas;
import dev.hew.model.Shape;
import dev.hew.model.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the property that tells items apart.
 *
 * @param known what the owner says that it is
 */
record KeyFinder(Schemas schemas, Optional<String> known) {

  /**
   * The property that the variable stands for: the one of its name, else the one whose name ends its name ({@code
   * petId}: {@code id}), else the only one that its name ends ({@code id}: {@code orderId}). Where no name
   * tells, {@code id}. Without a variable, the only one that the service issues.
   */
  Optional<String> key(Optional<String> variable, Optional<Schema> item) {
    if (item.isEmpty()) {
      return Optional.empty();
    }
    List<String> properties =
        Form.properties(item.get(), schemas).stream().sorted().toList();
    if (known.isPresent()) {
      return known.filter(properties::contains);
    }
    if (variable.isEmpty()) {
      List<String> issued = Shape.of(item.get(), schemas).properties().entrySet().stream()
          .filter(p -> isIssued(Shape.of(p.getValue(), schemas)))
          .map(Map.Entry::getKey)
          .toList();
      return issued.size() == 1 ? Optional.of(issued.get(0)) : Optional.empty();
    }
    List<String> words = Words.of(variable.get()).words();
    Optional<String> same =
        properties.stream().filter(p -> Words.of(p).words().equals(words)).findFirst();
    List<String> longer =
        properties.stream().filter(p -> endsWith(Words.of(p).words(), words)).toList();
    return same.or(() -> properties.stream()
            .filter(p -> endsWith(words, Words.of(p).words()))
            .max(Comparator.comparingInt(p -> Words.of(p).words().size())))
        .or(() -> longer.size() == 1 ? Optional.of(longer.get(0)) : Optional.empty())
        .or(() -> properties.stream().filter("id"::equals).findFirst());
  }

  /** Whether only the service can have made it, and each time another one. */
  private static boolean isIssued(Shape shape) {
    return shape.flag("readOnly") && shape.text("format").filter("uuid"::equals).isPresent();
  }

  private static boolean endsWith(List<String> all, List<String> end) {
    return !end.isEmpty()
        && all.size() > end.size()
        && all.subList(all.size() - end.size(), all.size()).equals(end);
  }
}
