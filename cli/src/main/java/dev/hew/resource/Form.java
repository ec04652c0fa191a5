package dev.hew.resource;

import dev.hew.contract.MediaType;
import dev.hew.contract.Operation;
import dev.hew.contract.RequestBody;
import dev.hew.contract.Schema;
import dev.hew.contract.Schemas;
import dev.hew.model.Shape;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What travels in a body, as far as it tells what is kept.
 *
 * @param kind what is in it
 * @param schema of the one thing, or of each thing of a list
 */
record Form(Kind kind, Optional<Schema> schema) {

  /** Nothing at all, something without a known structure, one object, a list of objects, or any other value. */
  enum Kind {
    NOTHING,
    UNKNOWN,
    ONE,
    MANY,
    OTHER
  }

  private static final Form NOTHING = new Form(Kind.NOTHING, Optional.empty());
  private static final Form UNKNOWN = new Form(Kind.UNKNOWN, Optional.empty());
  private static final Form OTHER = new Form(Kind.OTHER, Optional.empty());

  /** What an operation answers with when all goes well. */
  static Form ofAnswer(Operation operation, Schemas schemas) {
    return operation.goodAnswers().stream()
        .filter(r -> !r.content().isEmpty())
        .findFirst()
        .map(r -> of(r.content(), schemas))
        .orElse(NOTHING);
  }

  /** What an operation is sent. */
  static Form ofBody(Operation operation, Schemas schemas) {
    return operation
        .body()
        .map(RequestBody::content)
        .map(content -> of(content, schemas))
        .orElse(NOTHING);
  }

  /** What a JSON value of a schema is. */
  static Form ofJson(Schema schema, Schemas schemas) {
    return of(schema, true, schemas);
  }

  private static Form of(List<MediaType> content, Schemas schemas) {
    Optional<MediaType> best = content.stream()
        .filter(MediaType::isJson)
        .findFirst()
        .or(() -> content.stream().filter(m -> m.isForm() || m.isMultipart()).findFirst())
        .or(() -> content.stream().filter(m -> m.schema().isPresent()).findFirst())
        .or(() -> content.stream().findFirst());
    if (best.isEmpty()) {
      return NOTHING;
    }
    Optional<Schema> schema = best.get().schema();
    return schema.isEmpty() ? UNKNOWN : of(schema.get(), best.get().isJson(), schemas);
  }

  private static Form of(Schema schema, boolean json, Schemas schemas) {
    Shape shape = Shape.of(schema, schemas);
    boolean bytes = shape.types().equals(Set.of("string")) && !json;
    if (bytes || schema.node().entries().isEmpty()) {
      return UNKNOWN;
    }
    if (shape.types().equals(Set.of("array"))) {
      return shape
          .items()
          .filter(item -> isObject(item, schemas))
          .map(item -> new Form(Kind.MANY, Optional.of(item)))
          .orElse(OTHER);
    }
    if (!isObject(schema, schemas)) {
      return shape.types().equals(Set.of("object")) ? UNKNOWN : OTHER;
    }
    return new Form(Kind.ONE, Optional.of(schema));
  }

  /** The one property of an object that holds a list of objects: the way lists are wrapped to carry more. */
  Optional<Wrapped> wrapped(Schemas schemas) {
    if (kind != Kind.ONE) {
      return Optional.empty();
    }
    List<Wrapped> lists = Shape.of(schema.orElseThrow(), schemas).properties().entrySet().stream()
        .flatMap(p -> {
          Form form = of(p.getValue(), true, schemas);
          return form.kind == Kind.MANY
              ? java.util.stream.Stream.of(new Wrapped(p.getKey(), form.schema.orElseThrow()))
              : java.util.stream.Stream.empty();
        })
        .toList();
    return lists.size() == 1 ? Optional.of(lists.get(0)) : Optional.empty();
  }

  /**
   * The one property of an object that holds another one, where all others are of another kind.
   *
   * @param beside whether a property of that name may stand beside it
   */
  Optional<Wrapped> envelope(Schemas schemas, Predicate<String> beside) {
    if (kind != Kind.ONE) {
      return Optional.empty();
    }
    List<Map.Entry<String, Schema>> content =
        Shape.of(schema.orElseThrow(), schemas).properties().entrySet().stream()
            .filter(p -> !beside.test(p.getKey())
                || !OfTheCall.mayBeObject(p.getKey()) && isObject(p.getValue(), schemas))
            .toList();
    if (content.size() != 1) {
      return Optional.empty();
    }
    Form inner = of(content.get(0).getValue(), true, schemas);
    return inner
        .schema()
        .filter(s -> inner.kind == Kind.ONE)
        .map(s -> new Wrapped(content.get(0).getKey(), s));
  }

  /** A property that holds a list or an object, and what is in the list or the object. */
  record Wrapped(String property, Schema item) {}

  /** Whether it is an object with properties, or a choice of such. */
  static boolean isObject(Schema schema, Schemas schemas) {
    Shape shape = Shape.of(schema, schemas);
    if (!shape.properties().isEmpty()) {
      return shape.types().contains("object") || shape.types().isEmpty();
    }
    return !shape.alternatives().isEmpty()
        && shape.alternatives().stream()
            .allMatch(a -> !Shape.of(a, schemas).properties().isEmpty());
  }

  /** The names of the properties; of a choice, those of all its branches. */
  static Set<String> properties(Schema schema, Schemas schemas) {
    Shape shape = Shape.of(schema, schemas);
    Set<String> names = new HashSet<>(shape.properties().keySet());
    shape
        .alternatives()
        .forEach(a -> names.addAll(Shape.of(a, schemas).properties().keySet()));
    return names;
  }

  /** Whether the one that is sent is, at least by half of its properties, the one that is kept. */
  static boolean akin(Schema sent, Schema kept, Schemas schemas) {
    Set<String> known = properties(kept, schemas);
    Set<String> said = properties(sent, schemas);
    long shared = said.stream().filter(known::contains).count();
    return shared > 0 && shared * 2 >= said.size();
  }
}
