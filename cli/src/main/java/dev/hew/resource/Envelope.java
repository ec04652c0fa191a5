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
import java.util.stream.Stream;

/**
 * An object that stands around a single item, such as {@code {data: {...}}}, and hides what the contract keeps.
 *
 * @param why a sentence that names an operation, the property and its form
 * @param places those of the operations on the same path and the one of its items
 */
public record Envelope(String why, List<String> places) {
  /** What stands beside the item in such an object, as letters alone. */
  private static final Set<String> BESIDE = Set.of(
      "meta",
      "metadata",
      "links",
      "included",
      "jsonapi",
      "success",
      "status",
      "code",
      "message",
      "error",
      "errors",
      "requestid",
      "timestamp",
      "version");

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
      new Around(around, contract.schemas())
          .why()
          .ifPresent(why -> all.add(new Envelope(why, places)));
    }
    return all;
  }

  private static boolean isItem(String path, String home) {
    return path.startsWith(home + "/")
        && Resources.VARIABLE.matcher(path.substring(home.length() + 1)).matches();
  }

  /** Operations that speak of one kind of thing. */
  private record Around(List<Operation> operations, Schemas schemas) {
    /** What shows that a thing is sent or given back inside another object, where the other way has the same thing. */
    Optional<String> why() {
      return operations.stream()
          .flatMap(o -> inside(o, "answers", Form.ofAnswer(o, schemas), bodies())
              .or(() -> inside(o, "takes", Form.ofBody(o, schemas), answers()))
              .stream())
          .findFirst();
    }

    private Optional<String> inside(
        Operation operation, String does, Form form, Stream<Form> otherWay) {
      return property(form, schemas)
          .filter(inner -> otherWay
              .flatMap(this::things)
              .anyMatch(thing -> Form.akin(inner.getValue(), thing, schemas)))
          .map(Map.Entry::getKey)
          .map(name -> "`" + operation.method() + " " + operation.path().text() + "` " + does
              + " `{" + name + ": {...}}`: what is stored are whole bodies, not what is inside `"
              + name + "`");
    }

    private Stream<Form> bodies() {
      return operations.stream().map(o -> Form.ofBody(o, schemas));
    }

    private Stream<Form> answers() {
      return operations.stream()
          .filter(o -> o.method().equals("GET"))
          .map(o -> Form.ofAnswer(o, schemas));
    }

    /** What a form may be about: itself, what is inside it, what it lists. */
    private Stream<Schema> things(Form form) {
      return Stream.of(
              form.schema(),
              property(form, schemas).map(Map.Entry::getValue),
              form.wrapped(schemas).map(Form.Wrapped::item))
          .flatMap(Optional::stream);
    }
  }

  /** The one property of an object that holds another one, where nothing beside it can be part of an item. */
  private static Optional<Map.Entry<String, Schema>> property(Form form, Schemas schemas) {
    Map<String, Schema> properties = form.kind() == Form.Kind.ONE
        ? Shape.of(form.schema().orElseThrow(), schemas).properties()
        : Map.of();
    List<Map.Entry<String, Schema>> inside = properties.entrySet().stream()
        .filter(property -> !BESIDE.contains(letters(property.getKey())))
        .toList();
    return inside.size() == 1 && Form.isObject(inside.get(0).getValue(), schemas)
        ? Optional.of(inside.get(0))
        : Optional.empty();
  }

  private static String letters(String name) {
    return name.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
  }
}
