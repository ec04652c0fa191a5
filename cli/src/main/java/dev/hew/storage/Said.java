package dev.hew.storage;

import dev.hew.contract.Schema;
import dev.hew.contract.Schemas;
import dev.hew.model.Shape;
import dev.hew.model.Text;
import dev.hew.model.TypeDef;
import dev.hew.model.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What an answer says of the call, and not of what is kept: that all went well, and how. */
record Said(Schemas schemas) {
  private static final Set<String> OF_THE_CALL =
      Set.of("message", "msg", "success", "ok", "status", "code", "result", "detail");

  private static final Set<String> NEWS = Set.of("message", "msg", "detail");
  private static final Set<String> NUMBERS = Set.of("status", "code");

  /**
   * What a member says: the value that the contract has for it, else that there was success, the status, or what happened.
   *
   * @param schema of the member
   * @param news what happened, in words
   * @param status of the answer
   */
  Optional<Projection.Member> of(
      TypeDef.Field field, Optional<Schema> schema, Optional<String> news, int status) {
    List<String> words = Words.of(field.name()).words();
    if (schema.isEmpty() || words.stream().noneMatch(OF_THE_CALL::contains)) {
      return Optional.empty();
    }
    Shape shape = Shape.of(schema.get(), schemas);
    String scalar = field.type().scalar();
    if (scalar.equals("string")) {
      return written(shape)
          .or(() -> news.filter(x -> words.stream().anyMatch(NEWS::contains) && isFree(shape)))
          .map(text -> Projection.Member.of("text", field).saying(Text.of(text)));
    }
    boolean number = scalar.startsWith("integer") && words.stream().anyMatch(NUMBERS::contains);
    Optional<String> plain = scalar.equals("boolean")
        ? Optional.of("true")
        : Optional.of(Integer.toString(status)).filter(x -> number);
    return plain.map(value -> Projection.Member.from("plain", value, field, false, field.maybe()));
  }

  /** The text that the contract has: the only one, or an example. */
  private static Optional<String> written(Shape shape) {
    return Stream.of(
            shape.node("default").stream(),
            shape.values().stream().filter(only -> shape.values().size() == 1),
            shape.node("example").stream(),
            shape.node("examples").stream().flatMap(e -> e.items().stream()))
        .flatMap(values -> values)
        .flatMap(value -> value.string().stream())
        .findFirst();
  }

  /** Whether any text will do. */
  private static boolean isFree(Shape shape) {
    return shape.values().isEmpty()
        && Stream.of("pattern", "format", "minLength", "maxLength")
            .allMatch(keyword -> shape.node(keyword).isEmpty());
  }
}
