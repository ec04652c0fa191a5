package dev.hew.resource;

import dev.hew.contract.Contract;
import dev.hew.contract.Operation;
import dev.hew.contract.Schema;
import dev.hew.contract.Schemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An object that stands around what is sent, such as {@code {thing: {...}}}, and hides what the contract keeps: nothing
 * tells that what is inside is all there is to an item.
 *
 * @param why a sentence that names an operation, the property and its form
 * @param places those of the operations on the same path and the one of its items
 */
public record Envelope(String why, List<String> places) {
  public Envelope {
    places = List.copyOf(places);
  }

  /**
   * Those of a contract, in the order of their paths.
   *
   * @param resources what is recognised: what its bodies hold is not hidden
   */
  public static List<Envelope> of(Contract contract, Resources resources) {
    Schemas schemas = contract.schemas();
    if (contract.operations().stream().noneMatch(o -> around(o, schemas).isPresent())) {
      return List.of();
    }
    List<Envelope> all = new ArrayList<>();
    Map<String, List<Operation>> byPath = Resources.byPath(contract);
    for (String home : Resources.homes(byPath)) {
      List<Operation> around = byPath.entrySet().stream()
          .filter(e -> e.getKey().equals(home) || isItem(e.getKey(), home))
          .flatMap(e -> e.getValue().stream())
          .toList();
      boolean known = around.stream()
          .flatMap(o -> resources.of(o).stream().filter(r -> isOpen(r, o)))
          .findAny()
          .isPresent();
      if (known) {
        continue;
      }
      List<String> places = around.stream().map(o -> o.place().toString()).toList();
      new Around(around, schemas).why().ifPresent(why -> all.add(new Envelope(why, places)));
    }
    return all;
  }

  /** Whether it is known what is inside, or what there is but one of is kept as a whole. */
  private static boolean isOpen(Resource resource, Operation operation) {
    return resource.singleton() || resource.sentIn(operation).isPresent();
  }

  private static Optional<Form.Wrapped> around(Operation operation, Schemas schemas) {
    return Form.ofBody(operation, schemas).envelope(schemas, OfTheCall::is);
  }

  private static boolean isItem(String path, String home) {
    return path.startsWith(home + "/")
        && Resources.VARIABLE.matcher(path.substring(home.length() + 1)).matches();
  }

  /** Operations that speak of one kind of thing. */
  private record Around(List<Operation> operations, Schemas schemas) {
    /** What shows that a thing is sent inside another object, where the same thing is given back. */
    Optional<String> why() {
      return operations.stream().flatMap(o -> inside(o).stream()).findFirst();
    }

    private Optional<String> inside(Operation operation) {
      return around(operation, schemas)
          .filter(inner -> answers()
              .flatMap(this::things)
              .anyMatch(thing -> Form.akin(inner.item(), thing, schemas)))
          .map(inner -> "`" + operation.method() + " " + operation.path().text() + "` takes `{"
              + inner.property()
              + ": {...}}`: an item is looked for inside only where it is called as the path is, or as the"
              + " answer calls it, and stands alone");
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
              form.envelope(schemas, OfTheCall::is).map(Form.Wrapped::item),
              form.wrapped(schemas).map(Form.Wrapped::item))
          .flatMap(Optional::stream);
    }
  }
}
