package dev.hew.resource;

import dev.hew.contract.Operation;
import dev.hew.contract.Schema;
import dev.hew.contract.Schemas;
import dev.hew.model.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Tells an answer or a body that holds an item in a property, beside what is said of the call, from one that is the item.
 * What is taken out is called so, or as the path is, or the same where it is sent and where it is shown; nothing is taken
 * out of what has the key itself.
 *
 * @param path of the collection
 * @param around the operations on the path and on that of an item
 * @param variable that stands for the key
 * @param knownKey what the owner says that the key is
 */
record ItemEnvelope(
    Schemas schemas,
    String path,
    List<Operation> around,
    Optional<String> variable,
    Optional<String> knownKey) {
  private static final Set<String> CARRIERS =
      Set.of("data", "item", "result", "payload", "content", "entity", "object", "record");

  /**
   * The property of an answer that holds the item, which has the key; empty where the answer is the item, or something
   * else: what is sent is like it, and holds nothing in the same property.
   */
  Optional<Form.Wrapped> ofAnswer(Form answer) {
    return answer
        .envelope(schemas, OfTheCall::is)
        .filter(inner -> key(inner.item()).isPresent())
        .filter(inner -> key(answer.schema().orElseThrow()).isEmpty())
        .filter(inner -> isCarrier(inner) || bodies().anyMatch(body -> holds(body, inner)))
        .filter(inner -> bodies().noneMatch(body -> !holds(body, inner)
            && Form.akin(body.schema().orElseThrow(), answer.schema().orElseThrow(), schemas)));
  }

  /** What is sent to the collection and its items, where it is one thing. */
  private Stream<Form> bodies() {
    return around.stream()
        .map(o -> Form.ofBody(o, schemas))
        .filter(body -> body.kind() == Form.Kind.ONE);
  }

  /** Whether a body holds the like of what an answer does, in the same property. */
  private boolean holds(Form body, Form.Wrapped shown) {
    return body.envelope(schemas, OfTheCall::isBesideSent)
        .filter(sent -> isLike(sent, shown))
        .isPresent();
  }

  private boolean isLike(Form.Wrapped sent, Form.Wrapped shown) {
    return sent.property().equals(shown.property())
        && Form.akin(sent.item(), shown.item(), schemas);
  }

  /**
   * The same where items have no path, and so no key: what is in it is like an item, and the answer is not.
   *
   * @param item what one looks like in a list
   */
  Optional<Form.Wrapped> ofAnswer(Form answer, Schema item) {
    return holding(answer, item, OfTheCall::is)
        .filter(inner -> isCarrier(inner) || bodies().anyMatch(body -> holds(body, inner)));
  }

  /**
   * The property of a body that holds an item, where what is in it is like one and the body is not.
   *
   * @param item what one looks like where it is given back
   */
  Optional<Form.Wrapped> ofBody(Form body, Schema item) {
    return holding(body, item, OfTheCall::isBesideSent)
        .filter(inner -> isCarrier(inner) || isShown(inner))
        .filter(inner -> key(body.schema().orElseThrow()).isEmpty());
  }

  private boolean isShown(Form.Wrapped sent) {
    return around.stream()
        .flatMap(o -> Form.ofAnswer(o, schemas).envelope(schemas, OfTheCall::is).stream())
        .anyMatch(shown -> isLike(sent, shown));
  }

  private Optional<Form.Wrapped> holding(Form form, Schema item, Predicate<String> beside) {
    return form.envelope(schemas, beside)
        .filter(inner -> Form.akin(inner.item(), item, schemas))
        .filter(inner -> !Form.akin(form.schema().orElseThrow(), item, schemas));
  }

  private Optional<String> key(Schema schema) {
    return variable.isEmpty()
        ? Optional.empty()
        : new KeyFinder(schemas, knownKey).key(variable, Optional.of(schema));
  }

  private boolean isCarrier(Form.Wrapped inner) {
    List<String> words = Words.of(inner.property()).words();
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
