package dev.hew.cases;

import dev.hew.contract.Contract;
import dev.hew.contract.MediaType;
import dev.hew.contract.Operation;
import dev.hew.contract.Parameter;
import dev.hew.contract.Place;
import dev.hew.contract.RequestBody;
import dev.hew.contract.Response;
import dev.hew.resource.Resources;
import dev.hew.schema.Direction;
import dev.hew.schema.SchemaSet;
import dev.hew.yaml.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The cases that prove a contract.
 *
 * @param cases by operation in the order of the contract
 * @param schemas what the cases name
 */
public record Cases(List<Case> cases, SchemaSet schemas) {
  private static final String SHUT =
      "asks for different credentials in the same place of a request, which nobody can send";

  /** Not found, conflict, gone, and a precondition that failed or is missing. */
  private static final Set<String> BY_STATE = Set.of("404", "409", "410", "412", "428");

  public Cases {
    cases = List.copyOf(cases);
  }

  /** The cases of a server that keeps nothing. */
  public static Cases of(Contract contract) {
    return of(contract, new Resources(List.of()), Workshop.of(contract));
  }

  /**
   * @param kept what the server keeps
   */
  static Cases of(Contract contract, Resources kept, Workshop workshop) {
    List<Case> cases = new Builder(contract, kept, workshop).build();
    return new Cases(cases, workshop.bundle().schemas().closure(named(cases)));
  }

  private static Set<String> named(List<Case> cases) {
    Set<String> names = new HashSet<>();
    for (Case one : cases) {
      for (Case.Step step : one.steps()) {
        step.request().schema().ifPresent(names::add);
        step.request().violates().ifPresent(names::add);
        List<Case.Expect> expects = new ArrayList<>(step.alternatives());
        expects.add(step.expect());
        for (Case.Expect expect : expects) {
          expect.schema().ifPresent(names::add);
          expect.headers().forEach(header -> names.add(header.schema()));
        }
      }
    }
    return names;
  }

  private static final class Builder {
    private final Contract contract;
    private final Workshop workshop;
    private final Expectations expectations;
    private final Negatives negatives;
    private final Boundaries boundaries;
    private final AuthCases auth;
    private final States states;
    private final Map<Place, String> names;
    private final Set<String> ids = new HashSet<>();
    private final List<Case> cases = new ArrayList<>();

    Builder(Contract contract, Resources kept, Workshop workshop) {
      this.contract = contract;
      this.workshop = workshop;
      this.expectations = new Expectations(workshop.bundle());
      this.negatives = new Negatives(contract, workshop, expectations);
      this.auth = new AuthCases(contract, expectations);
      this.boundaries = new Boundaries(workshop, contract.operations().size());
      this.states = new States(kept, workshop, contract.schemas(), expectations, this::plain);
      this.names = Names.operations(contract);
    }

    List<Case> build() {
      Set<String> paths = new HashSet<>();
      for (Operation operation : contract.operations()) {
        Optional<String> exempt = impossible(operation);
        if (exempt.isPresent()) {
          exempt(operation, "success", exempt.get(), operation.place());
          continue;
        }
        Draft draft = draft(operation);
        Draft accepting = accepting(operation, draft);
        if (AuthCases.isShut(operation, contract)) {
          exempt(operation, "success", SHUT, operation.place());
          refusals(operation, accepting);
          continue;
        }
        successes(operation, draft);
        refusals(operation, accepting);
        negatives
            .of(operation, accepting, paths.add(operation.path().text()))
            .forEach(n -> add(
                operation,
                n.kind(),
                n.name(),
                new Case.Step(n.request(), n.expect(), List.of()),
                n.why()));
      }
      states
          .cases()
          .forEach(found -> add(
              found.operation(),
              Case.Kind.STATE,
              "state." + found.name(),
              found.steps(),
              found.operation().place()));
      return cases;
    }

    private void refusals(Operation operation, Draft accepting) {
      auth.refused(operation, accepting)
          .forEach(r -> add(
              operation,
              Case.Kind.AUTH,
              r.name(),
              new Case.Step(r.draft().request(), r.expect(), List.of()),
              operation.place()));
    }

    private void add(Operation operation, Case.Kind kind, String what, Case.Step step, Place why) {
      List<Case.Step> steps =
          kind == Case.Kind.SUCCESS ? states.steps(operation, step) : List.of(step);
      add(operation, kind, what, steps, why);
    }

    private void add(
        Operation operation, Case.Kind kind, String what, List<Case.Step> steps, Place why) {
      cases.add(new Case(
          id(operation, what),
          Workshop.title(operation),
          kind,
          Optional.empty(),
          steps,
          text(why)));
    }

    /** The first right request of an operation, with the answer that it should get. */
    private Optional<Case.Step> plain(Operation operation) {
      Optional<Response> success = operation.successes().stream().findFirst();
      if (success.isEmpty() || impossible(operation).isPresent()) {
        return Optional.empty();
      }
      Optional<MediaType> media = success.get().content().stream().findFirst();
      Draft draft =
          aimed(draft(operation), success.get(), media, operation.successes().size() > 1);
      return Optional.of(
          new Case.Step(draft.request(), expectations.of(success.get(), media), List.of()));
    }

    private void exempt(Operation operation, String what, String reason, Place why) {
      cases.add(new Case(
          id(operation, what),
          Workshop.title(operation),
          Case.Kind.SUCCESS,
          Optional.of(reason),
          List.of(),
          text(why)));
    }

    private String id(Operation operation, String what) {
      return Names.unique(names.get(operation.place()) + "." + Names.safe(what), ids);
    }

    /** The pointer, after the document where that is not the root. */
    private static String text(Place place) {
      return place.toString();
    }

    private Optional<String> impossible(Operation operation) {
      if (Expectations.onlyInformational(operation)) {
        return Optional.of(
            "documents only informational (1XX) responses, which no client sees as an answer");
      }
      for (Parameter parameter : operation.parameters()) {
        if (parameter.required() && workshop.value(parameter).isEmpty()) {
          return Optional.of(
              "no value is known for the required " + parameter.in().word() + " parameter `"
                  + parameter.name() + "`: " + workshop.reason(parameter));
        }
      }
      List<MediaType> media = operation
          .body()
          .filter(RequestBody::required)
          .map(RequestBody::content)
          .orElse(List.of());
      if (!media.isEmpty()
          && media.stream()
              .allMatch(m -> workshop.bodies().body(m, Direction.WRITE).isEmpty())) {
        return Optional.of("no value is known for the required body: "
            + workshop.bodies().reason(media.get(0), Direction.WRITE));
      }
      return Optional.empty();
    }

    /** What every request of the operation has: the required parameters and the first body that can be made. */
    private Draft draft(Operation operation) {
      Map<Parameter, Node> values = new LinkedHashMap<>();
      operation.parameters().stream()
          .filter(Parameter::required)
          .forEach(p -> values.put(p, workshop.value(p).orElseThrow()));
      Optional<Bodies.Body> body = operation.body().stream()
          .flatMap(b -> b.content().stream())
          .flatMap(m -> workshop.bodies().body(m, Direction.WRITE).stream())
          .findFirst();
      return new Draft(
          operation,
          operation.method(),
          values,
          AuthCases.usual(operation, contract),
          Map.of(),
          body);
    }

    /** The documented refusals of a right request that hang on what the server holds. */
    private static Stream<Response> byState(Operation operation, List<Response> successes) {
      return operation.responses().stream()
          .filter(r -> BY_STATE.contains(r.status().text()) && !successes.contains(r));
    }

    private void successes(Operation operation, Draft draft) {
      List<Response> responses = operation.successes();
      if (responses.isEmpty()) {
        Case.Expect nothing =
            new Case.Expect(List.of("204"), List.of(), Optional.empty(), List.of());
        Case.Step step =
            new Case.Step(draft.withHeader("Accept", "*/*").request(), nothing, List.of());
        add(operation, Case.Kind.SUCCESS, "204", step, operation.place());
        return;
      }
      boolean first = true;
      for (Response response : responses) {
        List<Optional<MediaType>> forms = new ArrayList<>();
        response.content().forEach(m -> forms.add(Optional.of(m)));
        if (forms.isEmpty()) {
          forms.add(Optional.empty());
        }
        for (int i = 0; i < forms.size(); i++) {
          Optional<MediaType> media = forms.get(i);
          String name =
              response.status() + (i == 0 ? "" : "." + media.orElseThrow().essence());
          Optional<MediaType> unknown =
              media.filter(m -> workshop.bodies().body(m, Direction.READ).isEmpty());
          if (unknown.isPresent()) {
            exempt(
                operation,
                name,
                "no answer is known that the schema allows: "
                    + workshop.bodies().reason(unknown.get(), Direction.READ),
                response.place());
            continue;
          }
          Optional<String> header = Examples.unknownHeader(response, workshop);
          if (header.isPresent()) {
            exempt(operation, name, header.get(), response.place());
            continue;
          }
          Case.Expect expect = expectations.of(response, media);
          List<Case.Expect> others = Stream.concat(
                  responses.stream().filter(r -> r != response), byState(operation, responses))
              .map(expectations::of)
              .toList();
          Draft ready = aimed(draft, response, media, responses.size() > 1);
          add(
              operation,
              Case.Kind.SUCCESS,
              name,
              new Case.Step(ready.request(), expect, others),
              response.place());
          if (first) {
            first = false;
            variations(operation, ready, expect, others, response);
          }
        }
      }
    }

    /** The same request with everything that is optional, and in every other representation. */
    private void variations(
        Operation operation,
        Draft draft,
        Case.Expect expect,
        List<Case.Expect> others,
        Response response) {
      Draft full = draft;
      for (Parameter parameter : operation.parameters()) {
        Optional<Node> value = parameter.required() ? Optional.empty() : workshop.value(parameter);
        full = value.isPresent() ? full.with(parameter, value.get()) : full;
      }
      if (full != draft) {
        add(
            operation,
            Case.Kind.SUCCESS,
            response.status() + ".all-parameters",
            new Case.Step(full.request(), expect, others),
            response.place());
      }
      for (AuthCases.Admitted way : auth.admitted(operation)) {
        Draft other = draft.withCredentials(way.credentials());
        add(
            operation,
            Case.Kind.AUTH,
            way.name(),
            states.steps(operation, new Case.Step(other.request(), expect, others)),
            operation.place());
      }
      for (Boundaries.Positive positive : boundaries.of(operation, draft)) {
        add(
            operation,
            Case.Kind.SUCCESS,
            response.status() + "." + positive.name(),
            new Case.Step(positive.draft().request(), expect, others),
            positive.why());
      }
      List<MediaType> content = operation.body().map(RequestBody::content).orElse(List.of());
      for (MediaType media : content) {
        Optional<Bodies.Body> body = workshop.bodies().body(media, Direction.WRITE);
        boolean other =
            draft.body().map(b -> body.isPresent() && !b.equals(body.get())).orElse(false);
        if (other) {
          add(
              operation,
              Case.Kind.SUCCESS,
              response.status() + ".from." + media.essence(),
              new Case.Step(draft.withBody(body).request(), expect, others),
              media.place());
        }
      }
      // an optional form is not left out: hardly a contract means it, as optional is what OpenAPI
      // assumes
      boolean optional = operation.body().filter(b -> !b.required()).isPresent();
      if (optional && draft.body().filter(b -> b.schema().isPresent()).isPresent()) {
        add(
            operation,
            Case.Kind.SUCCESS,
            response.status() + ".without-body",
            new Case.Step(
                draft.withBody(Optional.empty()).request(),
                expect,
                states.orRefused(operation, others)),
            response.place());
      }
    }

    private static Draft aimed(
        Draft draft, Response response, Optional<MediaType> media, boolean several) {
      Draft accepting = draft.withHeader("Accept", media.map(MediaType::type).orElse("*/*"));
      return several && !response.status().isDefault()
          ? accepting.withHeader("Prefer", "code=" + Expectations.code(response.status()))
          : accepting;
    }

    /** Takes what the operation answers with when all goes well, and any error. */
    private static Draft accepting(Operation operation, Draft draft) {
      List<String> types = new ArrayList<>();
      operation.responses().forEach(r -> r.content().forEach(m -> types.add(m.type())));
      types.add(Expectations.PROBLEM);
      return draft.withHeader(
          "Accept", String.join(", ", types.stream().distinct().toList()));
    }
  }
}
