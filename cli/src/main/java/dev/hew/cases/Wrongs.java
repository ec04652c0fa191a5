package dev.hew.cases;

import dev.hew.contract.Place;
import dev.hew.schema.Breach;
import dev.hew.schema.Breaker;
import dev.hew.schema.Direction;
import dev.hew.schema.SchemaSet;
import dev.hew.schema.Validator;
import dev.hew.schema.Values;
import dev.hew.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/** Makes wrong values of right ones, one for each constraint that those meet, and proves that they are wrong. */
final class Wrongs {
  /** Formats that a server must refuse: those whose text has a type of its own. */
  private static final Set<String> CHECKED_FORMATS = Set.of("date", "date-time", "uuid");

  private final Workshop workshop;
  private final Validator proof;
  private final Breaker breaker;

  Wrongs(Workshop workshop) {
    this.workshop = workshop;
    Map<String, Node> lenient = new LinkedHashMap<>();
    workshop
        .bundle()
        .schemas()
        .definitions()
        .forEach((name, node) -> lenient.put(name, withoutFormats(node)));
    this.proof = new Validator(new SchemaSet(lenient));
    this.breaker = new Breaker(proof);
  }

  /**
   * A wrong value.
   *
   * @param name what is wrong: the place in the value, then the keyword
   * @param why where the contract says so
   */
  record Wrong(String name, Node value, Place why) {}

  /**
   * Wrong values of a schema, those near the root first.
   *
   * @param right a value to break
   * @param required whether there has to be a value at all
   * @param nulls whether a null inside is told from nothing
   * @param most how many to make at the most
   * @param usable tells, for a keyword, the wrong values that can be sent and are still wrong then
   * @param otherwise where the contract says so, for what is in no schema of its own
   */
  List<Wrong> of(
      String schema,
      Node right,
      boolean required,
      boolean nulls,
      int most,
      BiPredicate<String, Node> usable,
      Place otherwise) {
    List<Node> values = new ArrayList<>(List.of(right));
    values.addAll(workshop.sampler().turns(schema, Direction.WRITE));
    List<Wrong> found = new ArrayList<>();
    for (Breach breach : breaker.of(schema, values, most, usable)) {
      boolean inside = !breach.at().isEmpty();
      if (breach.keyword().equals(Breach.NULL)
          && !(inside && nulls)
          && !demanded(schema, breach, required)) {
        continue; // the same as what is not there
      }
      String at = String.join("-", breach.at());
      Place why = workshop.bundle().place(breach.definition(), breach.pointer());
      found.add(new Wrong(
          (at.isEmpty() ? "" : at + ".") + breach.keyword(),
          breach.value(),
          why.pointer().isEmpty() ? otherwise : why));
    }
    return found;
  }

  /** Whether a schema forbids all readings of a value, and a wrong type is none that a text has. */
  boolean refused(String schema, String keyword, List<Node> readings) {
    return !readings.isEmpty()
        && readings.stream().noneMatch(value -> proof.isValid(schema, value))
        && (!keyword.equals("type")
            || readings.stream().allMatch(value -> proof.broken(schema, value).contains("type")));
  }

  /** Whether what is null must be there: a required value, or a required member of an object. */
  private boolean demanded(String schema, Breach breach, boolean required) {
    return breach.at().isEmpty()
        ? required
        : without(breach.value(), breach.at())
            .filter(shorter -> !proof.isValid(schema, shorter))
            .isPresent();
  }

  /** The value without the member at a place; empty where the place is an item of a list. */
  private static Optional<Node> without(Node value, List<String> at) {
    if (value instanceof Node.Sequence) {
      return at.size() == 1 ? Optional.empty() : inItem(value, at);
    }
    Map<String, Node> entries = Values.entries(value);
    String name = at.get(0);
    if (at.size() == 1) {
      entries.remove(name);
      return Optional.of(Values.map(entries));
    }
    return without(entries.get(name), at.subList(1, at.size())).map(inside -> {
      entries.put(name, inside);
      return Values.map(entries);
    });
  }

  private static Optional<Node> inItem(Node list, List<String> at) {
    List<Node> items = new ArrayList<>(list.items());
    int index = Integer.parseInt(at.get(0));
    return without(items.get(index), at.subList(1, at.size())).map(inside -> {
      items.set(index, inside);
      return Values.list(items);
    });
  }

  private static Node withoutFormats(Node node) {
    if (node instanceof Node.Sequence) {
      return Values.list(node.items().stream().map(Wrongs::withoutFormats).toList());
    }
    if (!(node instanceof Node.Mapping)) {
      return node;
    }
    Map<String, Node> kept = new LinkedHashMap<>();
    for (Node.Entry entry : node.entries()) {
      boolean unchecked = entry.key().equals("format")
          && entry.value().string().filter(f -> !CHECKED_FORMATS.contains(f)).isPresent();
      if (!unchecked) {
        kept.put(entry.key(), withoutFormats(entry.value()));
      }
    }
    return Values.map(kept);
  }
}
