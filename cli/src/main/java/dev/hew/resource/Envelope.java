package dev.hew.resource;

import dev.hew.contract.Contract;
import dev.hew.contract.Operation;
import dev.hew.contract.Schema;
import dev.hew.contract.Schemas;
import dev.hew.model.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An object that stands around a single item, such as {@code {data: {...}}}, and hides what the contract keeps.
 *
 * @param why a sentence that names an operation, the property and its form
 * @param places those of the operations on the same path and the one of its items
 */
public record Envelope(String why, List<String> places) {
  /** What stands beside the item in such an object, as letters alone. */
  private static final Set<String> BESIDE = Set.of(
      "meta", "metadata", "links", "included", "jsonapi", "success", "status", "code", "message",
      "error", "errors", "requestid", "timestamp", "version");

  public Envelope {
    places = List.copyOf(places);
  }

  /** Those of a contract, in the order of their paths. */
  public static List<Envelope> of(Contract contract) {
    List<Envelope> all = new ArrayList<>();
    Map<String, List<Operation>> byPath = Resources.byPath(contract);
    for (String home : Resources.homes(byPath)) {
      List<Operation> around = byPath.entrySet().stream()
          .filter(e -> e.getKey().equals(home) || isItem(e.getKey(), home))
          .flatMap(e -> e.getValue().stream())
          .toList();
      List<String> places = around.stream().map(o -> o.place().toString()).toList();
      around.stream()
          .flatMap(operation -> why(operation, contract.schemas()).stream())
          .findFirst()
          .ifPresent(why -> all.add(new Envelope(why, places)));
    }
    return all;
  }

  private static boolean isItem(String path, String home) {
    return path.startsWith(home + "/")
        && Resources.VARIABLE.matcher(path.substring(home.length() + 1)).matches();
  }

  private static Optional<String> why(Operation operation, Schemas schemas) {
    return property(Form.ofAnswer(operation, schemas), schemas)
        .map(name -> why(operation, "answers", name))
        .or(() -> property(Form.ofBody(operation, schemas), schemas)
            .map(name -> why(operation, "takes", name)));
  }

  private static String why(Operation operation, String does, String property) {
    return "`%s %s` %s `{%s: {...}}`: what is stored are whole bodies, not what is inside `%s`"
        .formatted(operation.method(), operation.path().text(), does, property, property);
  }

  /** The one property of an object that holds another one, where nothing beside it can be part of an item. */
  private static Optional<String> property(Form form, Schemas schemas) {
    Map<String, Schema> properties = form.kind() == Form.Kind.ONE
        ? Shape.of(form.schema().orElseThrow(), schemas).properties()
        : Map.of();
    List<String> inside = properties.keySet().stream()
        .filter(name -> !BESIDE.contains(letters(name)))
        .toList();
    return inside.size() == 1 && Form.isObject(properties.get(inside.get(0)), schemas)
        ? Optional.of(inside.get(0))
        : Optional.empty();
  }

  private static String letters(String name) {
    return name.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
  }
}
