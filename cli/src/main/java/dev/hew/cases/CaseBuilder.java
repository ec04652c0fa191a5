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
import dev.hew.yaml.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Works out the cases of a contract, operation by operation. */
final class CaseBuilder {
  private static final String SHUT =
      "asks for different credentials in the same place of a request, which nobody can send";

  /** Not found, conflict, gone, and a precondition that failed or is missing. */
  private static final Set<String> BY_STATE = Set.of("404", "409", "410", "412", "428");

  private final Contract contract;
  private final Workshop workshop;
  private final Drafts drafts;
  private final Patches patches;
  private final Expectations expectations;
  private final Refusals refusals;
  private final Boundaries boundaries;
  private final AuthCases auth;
  private final States states;
  private final Map<Place, String> names;
  private final Set<String> ids = new HashSet<>();
  private final List<Case> cases = new ArrayList<>();

  CaseBuilder(
      Contract contract,
      Resources kept,
      Resources perhaps,
      int given,
      Workshop workshop,
      Refusals refusals) {
    this.contract = contract;
    this.workshop = workshop;
    this.drafts = new Drafts(contract, workshop);
    this.patches = new Patches(
        kept, drafts, new ItemBodies(contract.schemas(), workshop.bundle()), workshop);
    this.expectations = new Expectations(workshop.bundle());
    this.refusals = refusals;
    this.auth = new AuthCases(contract, expectations);
    this.states = new States(
        kept,
        perhaps,
        given,
        workshop,
        contract.schemas(),
        expectations,
        this::plain,
        this::adding);
    this.boundaries = new Boundaries(workshop, contract.operations().size(), states::isGiven);
    this.names = Names.operations(contract);
  }

  List<Case> build() {
    for (Operation operation : contract.operations()) {
      Optional<String> exempt = drafts.impossible(operation);
      if (exempt.isPresent()) {
        exempt(operation, "success", exempt.get(), operation.place());
        continue;
      }
      Draft draft = patches.applicable(drafts.draft(operation));
      Draft accepting = Drafts.accepting(operation, draft);
      if (AuthCases.isShut(operation, contract)) {
        exempt(operation, "success", SHUT, operation.place());
        refusals(operation, accepting);
        continue;
      }
      successes(operation, draft);
      refusals(operation, accepting);
      refusals
          .of(operation, accepting)
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
        id(operation, what), Workshop.title(operation), kind, Optional.empty(), steps, text(why)));
  }

  /** The first right request of an operation, with the answer that it should get. */
  private Optional<Case.Step> plain(Operation operation) {
    return plain(operation, operation.successes().stream().findFirst());
  }

  /** The first right request of an operation that adds what it sends, with the answer that tells so where there is one. */
  private Optional<Case.Step> adding(Operation operation) {
    Optional<Response> created = operation.successes().stream()
        .filter(r -> r.status().text().equals("201"))
        .findFirst();
    return plain(operation, created.or(() -> operation.successes().stream().findFirst()));
  }

  private Optional<Case.Step> plain(Operation operation, Optional<Response> success) {
    if (success.isEmpty() || drafts.impossible(operation).isPresent()) {
      return Optional.empty();
    }
    Optional<MediaType> media = success.get().content().stream().findFirst();
    Draft draft = Drafts.aimed(
        patches.applicable(drafts.draft(operation)),
        success.get(),
        media,
        operation.successes().size() > 1);
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

  /** The documented refusals of a right request that hang on what the server holds. */
  private static Stream<Response> byState(Operation operation, List<Response> successes) {
    return operation.responses().stream()
        .filter(r -> BY_STATE.contains(r.status().text()) && !successes.contains(r));
  }

  private void successes(Operation operation, Draft draft) {
    List<Response> responses = operation.successes();
    if (responses.isEmpty()) {
      Case.Expect nothing = new Case.Expect(List.of("204"), List.of(), Optional.empty(), List.of());
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
        Draft ready = Drafts.aimed(draft, response, media, responses.size() > 1);
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
      Optional<Node> value = operation.demands(parameter) || states.isGiven(operation, parameter)
          ? Optional.empty()
          : workshop.value(parameter);
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
    for (Boundaries.Positive positive :
        patches.isPatch(draft) ? List.<Boundaries.Positive>of() : boundaries.of(operation, draft)) {
      if (!patches.fits(positive.draft())) {
        continue;
      }
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
      Draft other = body.isPresent() ? patches.applicable(draft.withBody(body)) : draft;
      if (draft.body().isPresent() && !other.body().equals(draft.body())) {
        add(
            operation,
            Case.Kind.SUCCESS,
            response.status() + ".from." + media.essence(),
            new Case.Step(other.request(), expect, others),
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
}
