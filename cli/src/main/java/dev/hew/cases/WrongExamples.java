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
import dev.hew.schema.Validator;
import dev.hew.yaml.Node;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The examples and defaults of a contract that its own schemas refuse. */
public final class WrongExamples {
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
        value, errors, at -> Diagnostic.warning("example-refused", at, refused("example", errors)));
  }

  private void standard(Node value, List<String> errors) {
    report(
        value, errors, at -> Diagnostic.warning("default-refused", at, refused("default", errors)));
  }

  private static String refused(String what, List<String> errors) {
    return "its own schema refuses this " + what + ": " + errors.get(0).replaceFirst("^: ", "");
  }

  private void report(Node value, List<String> errors, Function<Position, Diagnostic> warning) {
    if (!errors.isEmpty()) {
      found.add(warning
          .apply(value.position())
          .withHint("change it or the schema; hew makes up values of its own instead"));
    }
  }
}
