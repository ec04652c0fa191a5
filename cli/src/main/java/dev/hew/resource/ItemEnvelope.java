package dev.hew.resource;

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
 * What is taken out is called so, or as the path is; nothing is taken out of what has the key itself.
 *
 * @param path of the collection
 * @param variable that stands for the key
 * @param knownKey what the owner says that the key is
 */
record ItemEnvelope(
    Schemas schemas, String path, Optional<String> variable, Optional<String> knownKey) {
  private static final Set<String> CARRIERS =
      Set.of("data", "item", "result", "payload", "content", "entity", "object", "record");

  /**
   * The property of an answer that holds the item, which has the key; empty where the answer is the item, or something
   * else.
   *
   * @param sent what is sent to the collection and its items: what is like the answer is the item, unless it holds one in
   *     the same property
   */
  Optional<Form.Wrapped> ofAnswer(Form answer, Stream<Form> sent) {
    return answer
        .envelope(schemas, OfTheCall::is)
        .filter(inner -> isCarrier(inner.property()))
        .filter(inner -> key(inner.item()).isPresent())
        .filter(inner -> key(answer.schema().orElseThrow()).isEmpty())
        .filter(inner -> sent.noneMatch(body -> isWhole(body, answer, inner)));
  }

  private boolean isWhole(Form body, Form answer, Form.Wrapped inner) {
    boolean same = body.envelope(schemas, OfTheCall::isBesideSent)
        .filter(sent -> sent.property().equals(inner.property()))
        .filter(sent -> Form.akin(sent.item(), inner.item(), schemas))
        .isPresent();
    return !same && Form.akin(body.schema().orElseThrow(), answer.schema().orElseThrow(), schemas);
  }

  /**
   * The same where items have no path, and so no key: what is in it is like an item, and the answer is not.
   *
   * @param item what one looks like in a list
   */
  Optional<Form.Wrapped> ofAnswer(Form answer, Schema item) {
    return holding(answer, item, OfTheCall::is);
  }

  /**
   * The property of a body that holds an item, where what is in it is like one and the body is not.
   *
   * @param item what one looks like where it is given back
   */
  Optional<Form.Wrapped> ofBody(Form body, Schema item) {
    return holding(body, item, OfTheCall::isBesideSent)
        .filter(inner -> key(body.schema().orElseThrow()).isEmpty());
  }

  private Optional<Form.Wrapped> holding(Form form, Schema item, Predicate<String> beside) {
    return form.envelope(schemas, beside)
        .filter(inner -> isCarrier(inner.property()))
        .filter(inner -> Form.akin(inner.item(), item, schemas))
        .filter(inner -> !Form.akin(form.schema().orElseThrow(), item, schemas));
  }

  private Optional<String> key(Schema schema) {
    return variable.isEmpty()
        ? Optional.empty()
        : new KeyFinder(schemas, knownKey).key(variable, Optional.of(schema));
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
