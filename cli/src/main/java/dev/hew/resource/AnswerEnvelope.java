package dev.hew.resource;

import dev.hew.contract.Schema;
import dev.hew.contract.Schemas;
import dev.hew.model.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Tells an answer that holds an item in a property, beside what is said of the call, from one that is the item. Nothing is
 * taken out of what has the key itself, or is sent as it is; and what is taken out is called so, or as the path is.
 *
 * @param path of the collection
 * @param variable that stands for the key
 * @param knownKey what the owner says that the key is
 * @param bodies what is sent to the collection and its items
 */
record AnswerEnvelope(
    Schemas schemas,
    String path,
    Optional<String> variable,
    Optional<String> knownKey,
    Supplier<Stream<Schema>> bodies) {
  private static final Set<String> CARRIERS =
      Set.of("data", "item", "result", "payload", "content", "entity", "object", "record");

  /** The property that holds the item; empty where the answer is the item, or something else. */
  Optional<Form.Wrapped> of(Form answer) {
    return answer
        .envelope(schemas)
        .filter(inner -> isCarrier(inner.property()))
        .filter(inner -> key(inner.item()).isPresent())
        .filter(inner -> key(answer.schema().orElseThrow()).isEmpty())
        .filter(inner ->
            bodies.get().noneMatch(body -> Form.akin(body, answer.schema().get(), schemas)));
  }

  private Optional<String> key(Schema schema) {
    return new KeyFinder(schemas, knownKey).key(variable, Optional.of(schema));
  }

  private boolean isCarrier(String property) {
    List<String> words = Words.of(property).words();
    List<String> named = Words.of(path.substring(path.lastIndexOf('/') + 1)).words();
    String last = words.isEmpty() ? "" : words.get(words.size() - 1);
    boolean asThePath = !named.isEmpty() && named.get(named.size() - 1).startsWith(stem(last));
    return CARRIERS.contains(last) || !last.isEmpty() && asThePath;
  }

  /** A word without an ending that its plural changes. */
  private static String stem(String word) {
    return word.endsWith("y") ? word.substring(0, word.length() - 1) : word;
  }
}
