package dev.hew.cases;

import dev.hew.contract.Operation;
import dev.hew.contract.Parameter;
import dev.hew.contract.Schema;
import dev.hew.resource.Resource;
import dev.hew.resource.Role;
import dev.hew.schema.Direction;
import dev.hew.schema.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The cases of requests that are meant for one version of an item: RFC 9110, section 13. */
final class Versions {
  static final String IF_MATCH = "If-Match";
  private static final String IF_NONE_MATCH = "If-None-Match";
  private static final String ETAG = "ETag";

  /** The tag of no version. */
  private static final String OTHER = "\"hew\"";

  private final Workshop workshop;
  private final Preparation preparation;
  private final Expectations expectations;
  private final Function<Operation, Optional<Case.Step>> plain;

  Versions(
      Workshop workshop,
      Preparation preparation,
      Expectations expectations,
      Function<Operation, Optional<Case.Step>> plain) {
    this.workshop = workshop;
    this.preparation = preparation;
    this.expectations = expectations;
    this.plain = plain;
  }

  /** Whether the good answers of an operation say which version they are about. */
  static boolean tells(Operation operation) {
    return operation.successes().stream()
        .allMatch(r -> r.headers().stream().anyMatch(h -> h.name().equalsIgnoreCase(ETAG)));
  }

  /** What stands for the tag that a step is answered with. */
  static String tagOf(int step) {
    return "{{" + step + ".@" + ETAG + "}}";
  }

  /** Whether a request says which version it is meant for. */
  static boolean isMeant(Case.Step step) {
    return step.request().headers().keySet().stream().anyMatch(IF_MATCH::equalsIgnoreCase);
  }

  /** The step, meant for another version where it is meant for one at all. */
  static Case.Step meant(Case.Step step, String tag) {
    Map<String, String> headers = new LinkedHashMap<>(step.request().headers());
    headers.replaceAll((name, value) -> name.equalsIgnoreCase(IF_MATCH) ? tag : value);
    return step.with(step.request().withHeaders(headers));
  }

  /** The cases of one member of a resource. */
  List<States.Found> cases(Resource resource, Resource.Member member) {
    Operation operation = member.operation();
    List<States.Found> found = new ArrayList<>();
    if (operation.documents(412)) {
      operation.header(IF_MATCH).flatMap(p -> changed(resource, member, p)).ifPresent(found::add);
    }
    if (member.role() == Role.READ && operation.documents(304) && tells(operation)) {
      operation
          .header(IF_NONE_MATCH)
          .flatMap(p -> unchanged(resource, operation, p))
          .ifPresent(found::add);
    }
    return found;
  }

  /** A change is refused while it is meant for a version that never was, and for one that is no more. */
  private Optional<States.Found> changed(
      Resource resource, Resource.Member member, Parameter header) {
    Operation operation = member.operation();
    Optional<Preparation.Before> before = preparation.told(resource);
    Optional<Case.Step> bare = plain.apply(operation);
    if (before.isEmpty() || bare.isEmpty() || !takes(header.schema())) {
      return Optional.empty();
    }
    Case.Step step = Preparation.placed(bare.get(), operation, before.get().path());
    String tag = before.get().tag().orElseThrow();
    List<Case.Step> steps = new ArrayList<>(before.get().steps());
    steps.add(refused(step, operation, header, OTHER));
    steps.add(with(step, header, tag));
    if (member.role() != Role.DELETE && !tag.equals("*")) {
      steps.add(refused(step, operation, header, tag));
    }
    return Optional.of(new States.Found(operation, "versions", steps));
  }

  private Case.Step refused(Case.Step step, Operation operation, Parameter header, String tag) {
    Case.Request request = States.anyAnswer(with(step, header, tag).request(), operation);
    return new Case.Step(request, expectations.refusal(operation, 412), List.of());
  }

  /** What is known already is not sent again, and anything else is. */
  private Optional<States.Found> unchanged(
      Resource resource, Operation operation, Parameter header) {
    Optional<Preparation.Before> before = preparation.added(resource);
    Optional<Case.Step> bare = plain.apply(operation);
    if (before.isEmpty() || bare.isEmpty() || !takes(header.schema())) {
      return Optional.empty();
    }
    Case.Step step = Preparation.placed(bare.get(), operation, before.get().path());
    List<Case.Step> steps = new ArrayList<>(before.get().steps());
    steps.add(step);
    Case.Request again = with(step, header, tagOf(steps.size())).request();
    Case.Expect nothing = new Case.Expect(List.of("304"), List.of(), Optional.empty(), List.of());
    steps.add(new Case.Step(again, nothing, List.of()));
    steps.add(with(step, header, OTHER));
    return Optional.of(new States.Found(operation, "versions", steps));
  }

  private boolean takes(Schema schema) {
    String name = workshop.bundle().name(schema, Direction.WRITE);
    return workshop.validator().isValid(name, Values.text(OTHER));
  }

  private static Case.Step with(Case.Step step, Parameter header, String tag) {
    Map<String, String> headers = new LinkedHashMap<>(step.request().headers());
    headers.put(header.name(), tag);
    return step.with(step.request().withHeaders(headers));
  }
}
