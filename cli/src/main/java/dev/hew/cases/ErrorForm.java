package dev.hew.cases;

import dev.hew.contract.Schema;
import dev.hew.contract.Schemas;
import dev.hew.contract.Status;
import dev.hew.model.Shape;
import dev.hew.schema.Values;
import dev.hew.yaml.Node;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The form of a documented error, made of one example that the contract gives for errors of every kind: what the example
 * says of its own cause must not be said of another.
 */
final class ErrorForm {
  /** Where an error schema most often has room for a message, the most telling name first. */
  private static final List<String> MESSAGES =
      List.of("detail", "message", "error_description", "description", "reason", "title", "error");

  private static final Set<String> NUMBERS = Set.of("status", "code", "statusCode", "status_code");

  /** The reason phrases of RFC 9110, section 15. */
  private static final Map<String, String> REASONS = Map.ofEntries(
      Map.entry("400", "Bad Request"),
      Map.entry("401", "Unauthorized"),
      Map.entry("402", "Payment Required"),
      Map.entry("403", "Forbidden"),
      Map.entry("404", "Not Found"),
      Map.entry("405", "Method Not Allowed"),
      Map.entry("406", "Not Acceptable"),
      Map.entry("409", "Conflict"),
      Map.entry("410", "Gone"),
      Map.entry("412", "Precondition Failed"),
      Map.entry("413", "Content Too Large"),
      Map.entry("415", "Unsupported Media Type"),
      Map.entry("422", "Unprocessable Content"),
      Map.entry("428", "Precondition Required"),
      Map.entry("429", "Too Many Requests"),
      Map.entry("500", "Internal Server Error"),
      Map.entry("501", "Not Implemented"),
      Map.entry("502", "Bad Gateway"),
      Map.entry("503", "Service Unavailable"),
      Map.entry("504", "Gateway Timeout"));

  private static final int SHORTEST_REASON = 4;
  private static final int LONGEST_REASON = 31;

  private final Schemas schemas;

  ErrorForm(Schemas schemas) {
    this.schemas = schemas;
  }

  /** The property of an error that may hold any text; empty where the error is a text itself, and may be any. */
  Optional<String> message(Schema schema, Node example) {
    if (example.string().isPresent()) {
      return Optional.of("")
          .filter(x -> takesAnyText(schema) && none(schema, "allOf", "anyOf", "oneOf", "not"));
    }
    return MESSAGES.stream()
        .filter(name -> example.get(name).isPresent()
            && property(schema, name).filter(this::takesAnyText).isPresent())
        .findFirst();
  }

  /**
   * The properties that say which error of a status it is, and what each of them says: {@code status} the number, {@code title} its
   * reason phrase, {@code code} the same as an identifier.
   */
  Map<String, String> marks(Status status, Schema schema, Node example) {
    Map<String, String> marks = new LinkedHashMap<>();
    for (Node.Entry entry : example.entries()) {
      property(schema, entry.key())
          .flatMap(property -> mark(entry.key(), property, status))
          .ifPresent(mark -> marks.put(entry.key(), mark));
    }
    message(schema, example).ifPresent(marks::remove);
    return marks;
  }

  /**
   * Whether an example may be of an error with this status: it says no other where it says one, and its title is more than
   * what stands for any text.
   */
  boolean isOf(Status status, Schema schema, Node example) {
    return marks(status, schema, example).entrySet().stream().allMatch(mark -> {
      Object said = example.get(mark.getKey()).orElseThrow() instanceof Node.Scalar scalar
          ? scalar.value()
          : null;
      return mark.getValue().equals("status")
          ? !(said instanceof BigInteger number)
              || number.bitLength() > 10
              || number.intValue() < 100
              || number.intValue() > 599
              || status.covers(number.intValue())
          : !"string".equals(said);
    });
  }

  /** The example for this status: what is required, the message, and the status itself where there is room for it. */
  Node of(Status status, Schema schema, Node example) {
    if (!status.isDefault() && status.hundreds() < 4) {
      return example;
    }
    String reason = REASONS.getOrDefault(status.text(), "Error");
    Optional<String> message = message(schema, example);
    if (!(example instanceof Node.Mapping)) {
      return message.isPresent() ? Values.text(reason) : example;
    }
    boolean chosen = !Shape.of(schema, schemas).alternatives().isEmpty();
    Map<String, String> marks = marks(status, schema, example);
    Map<String, Node> fields = new LinkedHashMap<>();
    for (Node.Entry entry : example.entries()) {
      String name = entry.key();
      if (message.filter(name::equals).isPresent()) {
        fields.put(name, Values.text(reason));
      } else if (marks.containsKey(name)) {
        fields.put(name, said(marks.get(name), status, reason));
      } else if (chosen || isRequired(schema, name)) { // any part may tell which alternative it is
        fields.put(name, entry.value());
      }
    }
    return Values.map(fields);
  }

  private static Node said(String mark, Status status, String reason) {
    return switch (mark) {
      case "status" -> Values.number(status.code(500));
      case "title" -> Values.text(reason);
      default -> Values.text(reason.toLowerCase(Locale.ROOT).replace(' ', '-'));
    };
  }

  private Optional<String> mark(String name, Schema property, Status status) {
    if (NUMBERS.contains(name) && takes(property, status)) {
      return Optional.of("status");
    }
    if (!takesReasons(property)) {
      return Optional.empty();
    }
    return switch (name) {
      case "title" -> Optional.of("title");
      case "code", "error" -> Optional.of("code");
      default -> Optional.empty();
    };
  }

  private Optional<Schema> property(Schema schema, String name) {
    Schema own = schemas.resolve(schema);
    return own.property(name)
        .map(schemas::resolve)
        .or(() ->
            own.allOf().stream().flatMap(part -> property(part, name).stream()).findFirst());
  }

  private boolean isRequired(Schema schema, String name) {
    Schema own = schemas.resolve(schema);
    return own.required().contains(name)
        || own.allOf().stream().anyMatch(part -> isRequired(part, name));
  }

  private boolean takesAnyText(Schema property) {
    return property.types().contains("string")
        && none(property, "enum", "const", "pattern", "format", "maxLength", "minLength");
  }

  /** Whether a property has room for each reason phrase: from {@code Gone} to {@code Request Header Fields Too Large}. */
  private static boolean takesReasons(Schema property) {
    return property.types().contains("string")
        && none(property, "enum", "const", "pattern", "format")
        && property.number("maxLength").map(n -> n.intValue() >= LONGEST_REASON).orElse(true)
        && property
            .number("minLength")
            .map(n -> n.intValue() <= SHORTEST_REASON)
            .orElse(true);
  }

  /** Whether a property has room for each code of an error that a status covers. */
  private static boolean takes(Schema property, Status status) {
    BigDecimal least = BigDecimal.valueOf(status.code(400));
    BigDecimal most = status.isDefault()
        ? BigDecimal.valueOf(599)
        : least.add(BigDecimal.valueOf(status.isRange() ? 99 : 0));
    boolean number = property.types().contains("integer") || property.types().contains("number");
    return number
        && none(property, "enum", "const", "multipleOf")
        && property.number("minimum").map(n -> n.compareTo(least) <= 0).orElse(true)
        && property.number("exclusiveMinimum").map(n -> n.compareTo(least) < 0).orElse(true)
        && property.number("maximum").map(n -> n.compareTo(most) >= 0).orElse(true)
        && property.number("exclusiveMaximum").map(n -> n.compareTo(most) > 0).orElse(true);
  }

  private static boolean none(Schema property, String... keywords) {
    return List.of(keywords).stream().allMatch(k -> property.keyword(k).isEmpty());
  }
}
