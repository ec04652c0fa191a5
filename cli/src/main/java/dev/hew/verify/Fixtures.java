package dev.hew.verify;

import dev.hew.cases.Case;
import dev.hew.cases.Payload;
import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.report.Nearest;
import dev.hew.yaml.JsonWriter;
import dev.hew.yaml.Node;
import dev.hew.yaml.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the contract cannot tell about a server, laid over the cases before they are sent. The runner of a generated
 * service reads the same file in the same way; {@code docs/fixtures.md} describes it.
 */
public final class Fixtures {
  private static final List<String> KEYS =
      List.of("path", "query", "headers", "body", "status", "exempt");

  private Fixtures() {}

  /**
   * The cases with what a fixtures file says about them, in their order.
   *
   * @param file a mapping; a name in it that no case has is an error
   */
  public static Checked<List<Case>> laidOver(List<Case> cases, Node file) {
    List<Diagnostic> problems = new ArrayList<>();
    Table table = new Table(problems);
    List<Case> laid = new ArrayList<>(cases);
    if (!(file instanceof Node.Mapping) && !empty(file)) {
      problems.add(Diagnostic.error(
          "fixture-value", file.position(), "fixtures are a mapping of cases or operations"));
    }
    for (Node.Entry entry : file.entries()) {
      String name = entry.key();
      if (cases.stream().noneMatch(one -> isCalled(one, name))) {
        problems.add(unknown(entry, cases));
      }
      table.onlyKeys(entry.value(), KEYS);
      Optional<Fixture> fixture = Fixture.read(entry.value(), table, problems);
      fixture.ifPresent(f ->
          laid.replaceAll(one -> isCalled(one, name) ? with(one, f, one.id().equals(name)) : one));
    }
    return Checked.of(List.copyOf(laid), problems);
  }

  private static boolean empty(Node node) {
    return node instanceof Node.Scalar scalar && scalar.value() == null;
  }

  /** By its id, by what its id starts with up to a dot, or by its operation. */
  private static boolean isCalled(Case one, String name) {
    return one.operation().equals(name) || one.id().equals(name) || one.id().startsWith(name + ".");
  }

  private static Diagnostic unknown(Node.Entry entry, List<Case> cases) {
    Set<String> names = new LinkedHashSet<>();
    cases.forEach(one -> names.addAll(Selection.names(one)));
    Diagnostic unknown = Diagnostic.error(
            "case-unknown",
            entry.keyPosition(),
            "no case and no operation is called `" + entry.key() + "`")
        .withLength(entry.key().length());
    return Nearest.to(entry.key(), names)
        .map(near -> unknown.withHint("did you mean `" + near + "`?"))
        .orElse(unknown);
  }

  /** One entry of the file. */
  private record Fixture(
      Map<String, String> path,
      Map<String, String> query,
      Map<String, String> headers,
      Optional<Node> body,
      Optional<String> status,
      Optional<String> exempt) {

    static Optional<Fixture> read(Node node, Table table, List<Diagnostic> problems) {
      if (!(node instanceof Node.Mapping)) {
        problems.add(Diagnostic.error(
            "fixture-value",
            node.position(),
            "a fixture is a mapping of " + String.join(", ", KEYS)));
        return Optional.empty();
      }
      Optional<String> status = node.get("status").map(Table::raw);
      if (status.filter(s -> !s.matches("[1-5]\\d\\d")).isPresent()) {
        problems.add(Diagnostic.error(
            "fixture-value",
            node.get("status").get().position(),
            "`status` must be a status code"));
      }
      return Optional.of(new Fixture(
          texts(node, "path", table),
          texts(node, "query", table),
          texts(node, "headers", table),
          node.get("body"),
          status,
          node.get("exempt").map(Table::raw)));
    }

    private static Map<String, String> texts(Node node, String key, Table table) {
      Map<String, String> texts = new LinkedHashMap<>();
      table.entries(node, key).forEach(e -> texts.put(e.key(), Table.raw(e.value())));
      return texts;
    }
  }

  /**
   * A fixture for many cases leaves alone what one of them is about: its wrong parameter, or its wrong body. The steps
   * before a case's last only prepare it: they take the fixture's headers and nothing else.
   */
  private static Case with(Case one, Fixture fixture, boolean byId) {
    Optional<String> exempt = fixture.exempt().or(one::exempt);
    List<Case.Step> steps = new ArrayList<>(one.steps());
    steps.replaceAll(step -> step.with(withHeaders(one, step.request(), fixture, byId)));
    if (!steps.isEmpty()) {
      steps.add(last(one, steps.remove(steps.size() - 1), fixture, byId));
    }
    return new Case(
        one.id(),
        one.operation(),
        one.kind(),
        exempt,
        exempt.isPresent() ? List.of() : steps,
        one.why());
  }

  private static Case.Request withHeaders(
      Case one, Case.Request request, Fixture fixture, boolean byId) {
    Map<String, String> headers = new LinkedHashMap<>(request.headers());
    (byId ? fixture.headers() : others(one, "header-", fixture.headers()))
        .forEach((name, value) -> {
          headers.keySet().removeIf(name::equalsIgnoreCase);
          headers.put(name, value);
        });
    return request.withHeaders(headers);
  }

  private static Case.Step last(Case one, Case.Step step, Fixture fixture, boolean byId) {
    boolean whole = byId || one.kind() == Case.Kind.SUCCESS;
    Case.Request request = step.request();
    Optional<Payload> body = fixture
        .body()
        .filter(b -> whole)
        .map(b -> Payload.of(b.string().orElseGet(() -> JsonWriter.compact(b))));
    Case.Request laid = request
        .withTarget(Target.of(one.operation(), request.target())
            .withPath(byId ? fixture.path() : others(one, "path-", fixture.path()))
            .withQuery(byId ? fixture.query() : others(one, "query-", fixture.query()))
            .text())
        .withBody(body.or(request::body));
    return whole && fixture.status().isPresent()
        ? new Case.Step(laid, expect(step, fixture.status().get()), List.of())
        : step.with(laid);
  }

  /** The values of all parameters but the one that the case is about. */
  private static Map<String, String> others(Case one, String place, Map<String, String> values) {
    Map<String, String> others = new LinkedHashMap<>(values);
    others
        .keySet()
        .removeIf(name -> (one.id() + ".").contains("." + place + name + ".")
            || one.id().endsWith(".missing-" + place + name));
    return others;
  }

  /** What the contract documents for a status of this request; the status alone where it documents nothing for it. */
  private static Case.Expect expect(Case.Step step, String status) {
    List<Case.Expect> all = new ArrayList<>(List.of(step.expect()));
    all.addAll(step.alternatives());
    return all.stream()
        .filter(expect -> expect.status().contains(status))
        .findFirst()
        .orElse(new Case.Expect(List.of(status), List.of(), Optional.empty(), List.of()));
  }
}
