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

/** The cases of requests that are meant for one version of an item, or for one time: RFC 9110, section 13. */
final class Versions {
  static final String IF_MATCH = "If-Match";
  private static final String IF_NONE_MATCH = "If-None-Match";
  private static final String ETAG = "ETag";
  private static final String IF_MODIFIED = "If-Modified-Since";
  private static final String IF_UNMODIFIED = "If-Unmodified-Since";
  private static final String LAST_MODIFIED = "Last-Modified";

  /** A time before anything changed. */
  private static final String EARLY = "Thu, 01 Jan 1970 00:00:00 GMT";

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
    return tells(operation, ETAG);
  }

  private static boolean tells(Operation operation, String header) {
    return operation.successes().stream()
        .allMatch(r -> r.headers().stream().anyMatch(h -> h.name().equalsIgnoreCase(header)));
  }

  /** What stands for the tag that a step is answered with. */
  static String tagOf(int step) {
    return told(step, ETAG);
  }

  private static String told(int step, String header) {
    return "{{" + step + ".@" + header + "}}";
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
          .flatMap(p -> unchanged(resource, operation, p, ETAG, OTHER, "versions"))
          .ifPresent(found::add);
    }
    if (member.role() == Role.READ && operation.documents(304) && tells(operation, LAST_MODIFIED)) {
      operation
          .header(IF_MODIFIED)
          .flatMap(p -> unchanged(resource, operation, p, LAST_MODIFIED, EARLY, "times"))
          .ifPresent(found::add);
    }
    if (operation.documents(412)) {
      operation
          .header(IF_UNMODIFIED)
          .flatMap(p -> late(resource, operation, p))
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
    if (before.isEmpty() || bare.isEmpty() || !takes(header.schema(), OTHER)) {
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
      Resource resource,
      Operation operation,
      Parameter header,
      String tells,
      String other,
      String name) {
    Optional<Preparation.Before> before = preparation.added(resource);
    Optional<Case.Step> bare = plain.apply(operation);
    if (before.isEmpty() || bare.isEmpty() || !takes(header.schema(), other)) {
      return Optional.empty();
    }
    Case.Step step = Preparation.placed(bare.get(), operation, before.get().path());
    List<Case.Step> steps = new ArrayList<>(before.get().steps());
    steps.add(step);
    Case.Request again = with(step, header, told(steps.size(), tells)).request();
    Case.Expect nothing = new Case.Expect(List.of("304"), List.of(), Optional.empty(), List.of());
    steps.add(new Case.Step(again, nothing, List.of()));
    steps.add(with(step, header, other));
    return Optional.of(new States.Found(operation, name, steps));
  }

  /** A change is refused that is meant for an item as it was long ago, and made where nothing has changed since. */
  private Optional<States.Found> late(Resource resource, Operation operation, Parameter header) {
    Optional<Preparation.Before> before = preparation.added(resource);
    Optional<Operation> read = resource.first(Role.READ).filter(o -> tells(o, LAST_MODIFIED));
    Optional<Case.Step> reading = read.flatMap(plain);
    Optional<Case.Step> bare = plain.apply(operation);
    if (before.isEmpty() || bare.isEmpty() || !takes(header.schema(), EARLY)) {
      return Optional.empty();
    }
    Case.Step step = Preparation.placed(bare.get(), operation, before.get().path());
    List<Case.Step> steps = new ArrayList<>(before.get().steps());
    steps.add(refused(step, operation, header, EARLY));
    if (reading.isPresent()) {
      steps.add(Preparation.placed(reading.get(), read.get(), before.get().path()));
      steps.add(with(step, header, told(steps.size(), LAST_MODIFIED)));
    }
    return Optional.of(new States.Found(operation, "times", steps));
  }

  private boolean takes(Schema schema, String value) {
    String name = workshop.bundle().name(schema, Direction.WRITE);
    return workshop.validator().isValid(name, Values.text(value));
  }

  private static Case.Step with(Case.Step step, Parameter header, String tag) {
    Map<String, String> headers = new LinkedHashMap<>(step.request().headers());
    headers.put(header.name(), tag);
    return step.with(step.request().withHeaders(headers));
  }
}
