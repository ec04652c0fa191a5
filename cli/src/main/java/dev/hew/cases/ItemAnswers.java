package dev.hew.cases;

import dev.hew.contract.Operation;
import dev.hew.contract.Schema;
import dev.hew.contract.Schemas;
import dev.hew.model.Shape;
import dev.hew.model.Words;
import dev.hew.resource.CarriedItem;
import dev.hew.resource.Resource;
import dev.hew.yaml.Node;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where the answers of operations have an item: they are it, or hold it in a property. */
record ItemAnswers(Schemas schemas) {
  /** Where an operation's answer has the item's key, as a reference says it; empty where it has none. */
  Optional<String> key(Operation operation, Resource resource) {
    Set<String> shown = item(operation, resource)
        .map(s -> Shape.of(s, schemas).properties().keySet())
        .orElse(Set.of());
    List<String> variable = resource.variable().map(v -> Words.of(v).words()).orElse(List.of());
    Optional<String> called =
        shown.stream().filter(p -> Words.of(p).words().equals(variable)).findFirst();
    return resource
        .key()
        .filter(shown::contains)
        .or(() -> called)
        .map(key -> resource.shownIn(operation).map(w -> w + ".").orElse("") + key)
        .filter(path -> path.matches("[\\w-]+(\\.[\\w-]+)?"));
  }

  /** What an operation's answer shows of an item when all goes well, in JSON. */
  Optional<Schema> item(Operation operation, Resource resource) {
    return operation.goodAnswers().stream()
        .flatMap(r -> r.json().stream())
        .findFirst()
        .flatMap(answer -> CarriedItem.in(answer, resource.shownIn(operation), schemas));
  }

  /** An item as it stands in an operation's answer. */
  static Node around(Node item, Operation operation, Resource resource) {
    return ItemBodies.around(item, resource.shownIn(operation));
  }
}
