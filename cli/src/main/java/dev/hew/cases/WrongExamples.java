package dev.hew.cases;

import dev.hew.contract.Contract;
import dev.hew.contract.Header;
import dev.hew.contract.MediaType;
import dev.hew.contract.Operation;
import dev.hew.contract.Response;
import dev.hew.contract.Schema;
import dev.hew.report.Diagnostic;
import dev.hew.report.Position;
import dev.hew.schema.Direction;
import dev.hew.schema.Subschemas;
import dev.hew.schema.Validator;
import dev.hew.yaml.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** The examples and defaults of a contract that its own schemas refuse. */
public final class WrongExamples {
  /** How the validator says that a text has not the form that {@code format} names. */
  private static final Pattern FORMAT =
      Pattern.compile("does not match the (\\S+) pattern (must be .*)$");

  private final Workshop workshop;
  private final Set<Diagnostic> found = new LinkedHashSet<>();

  private WrongExamples(Workshop workshop) {
    this.workshop = workshop;
  }

  /** A warning for each, in the order of the texts. */
  public static List<Diagnostic> of(Contract contract) {
    WrongExamples wrong = new WrongExamples(Workshop.of(contract));
    contract.operations().forEach(wrong::operation);
    wrong.workshop.bundle().schemas().definitions().values().forEach(wrong::schema);
    return wrong.found.stream()
        .sorted(Comparator.comparing(d -> d.position().orElseThrow()))
        .toList();
  }

  private void operation(Operation operation) {
    operation
        .parameters()
        .forEach(p -> examples(Optional.of(p.schema()), p.examples(), Direction.WRITE));
    operation.body().ifPresent(body -> content(body.content(), Direction.WRITE));
    for (Response response : operation.responses()) {
      content(response.content(), Direction.READ);
      for (Header header : response.headers()) {
        examples(Optional.of(header.schema()), header.examples(), Direction.READ);
      }
    }
  }

  /** What is not JSON is written in the contract as text, in whatever form it travels. */
  private void content(List<MediaType> content, Direction direction) {
    content.stream()
        .filter(MediaType::isJson)
        .forEach(media -> examples(media.schema(), media.examples(), direction));
  }

  private void examples(Optional<Schema> schema, List<Node> examples, Direction direction) {
    schema.ifPresent(s -> {
      String name = workshop.bundle().name(s, direction);
      examples.forEach(example -> example(example, validator().errors(name, example)));
    });
  }

  private void schema(Node schema) {
    schema
        .get("examples")
        .ifPresent(list ->
            list.items().forEach(example -> example(example, validator().errors(schema, example))));
    schema.get("default").ifPresent(value -> standard(value, validator().errors(schema, value)));
    Subschemas.of(schema).forEach(this::schema);
  }

  private Validator validator() {
    return workshop.validator();
  }

  private void example(Node value, List<String> errors) {
    report(
        value,
        errors,
        (at, why) -> Diagnostic.warning(
            "example-refused", at, "its own schema refuses this example: " + why));
  }

  private void standard(Node value, List<String> errors) {
    report(
        value,
        errors,
        (at, why) -> Diagnostic.warning(
            "default-refused", at, "its own schema refuses this default: " + why));
  }

  /**
   * Reports the first error, at the part of the value that it speaks of.
   *
   * @param errors each the pointer of a part, a colon and what is wrong with it
   */
  private void report(
      Node value, List<String> errors, BiFunction<Position, String, Diagnostic> warning) {
    if (errors.isEmpty()) {
      return;
    }
    String error =
        FORMAT.matcher(errors.get(0).replaceFirst("^: ", "")).replaceFirst("is no `$1`, which $2");
    found.add(warning
        .apply(part(value, errors.get(0)).position(), error)
        .withHint("change it or the schema; hew makes up values of its own instead"));
  }

  /** The part that a text starts with the JSON Pointer of, or as much of the way there as leads anywhere. */
  private static Node part(Node value, String error) {
    Node part = value;
    String rest = error;
    Optional<Step> step = step(part, rest);
    while (step.isPresent()) {
      part = step.get().value();
      rest = rest.substring(step.get().pointer().length());
      step = step(part, rest);
    }
    return part;
  }

  private record Step(String pointer, Node value) {}

  private static Optional<Step> step(Node node, String rest) {
    List<Step> steps = new ArrayList<>();
    for (Node.Entry entry : node.entries()) {
      String token = entry.key().replace("~", "~0").replace("/", "~1");
      steps.add(new Step("/" + token, entry.value()));
    }
    for (Node item : node.items()) {
      steps.add(new Step("/" + steps.size(), item));
    }
    return steps.stream()
        .filter(
            step -> rest.startsWith(step.pointer() + "/") || rest.startsWith(step.pointer() + ": "))
        .max(Comparator.comparing(step -> step.pointer().length()));
  }
}
