package dev.hew.contract;

import dev.hew.contract.Difference.Detail;
import dev.hew.contract.Difference.Kind;
import dev.hew.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * In what two contracts differ: operations by method and path (one whose path changed by its id), schemas by their place.
 * It says what is otherwise, and not whether that breaks anybody. Examples, comments and the order of things are no
 * differences.
 */
public final class Differences {
  private final Contract before;
  private final Contract after;
  private final List<Difference> all = new ArrayList<>();

  private Differences(Contract before, Contract after) {
    this.before = before;
    this.after = after;
  }

  /** The differences: the contract as such, its operations, its schemas, each in the order of the newer one. */
  public static List<Difference> between(Contract before, Contract after) {
    Differences differences = new Differences(before, after);
    differences.whole();
    differences.operations();
    differences.schemas();
    return List.copyOf(differences.all);
  }

  private void whole() {
    List<Detail> details = new ArrayList<>();
    changed(details, "", "title", before.info().title(), after.info().title());
    changed(details, "", "version", before.info().version(), after.info().version());
    changed(
        details, "", "description", before.info().description(), after.info().description());
    changed(details, "", "servers", before.servers(), after.servers());
    changed(details, "", "tags", before.tags(), after.tags());
    parts(
        details,
        "security scheme",
        before.securitySchemes(),
        after.securitySchemes(),
        (was, is) ->
            Alike.nodes(was.node(), is.node()) ? Optional.empty() : Optional.of("changed"));
    if (!details.isEmpty()) {
      all.add(new Difference(
          Kind.CHANGED, "contract", after.info().title(), new Place("", ""), details));
    }
  }

  private void operations() {
    Map<String, Operation> was = Alike.byKey(before.operations(), Differences::call);
    Map<String, Operation> is = Alike.byKey(after.operations(), Differences::call);
    Set<String> paired = new LinkedHashSet<>();
    is.forEach((call, operation) -> {
      Optional<Operation> older = Optional.ofNullable(was.get(call))
          .or(() -> was.values().stream()
              .filter(o -> o.operationId().isPresent())
              .filter(o -> o.operationId().equals(operation.operationId()))
              .filter(o -> !is.containsKey(call(o)))
              .findFirst());
      older.ifPresentOrElse(
          o -> {
            paired.add(call(o));
            changed("operation", call, operation.place(), details(o, operation));
          },
          () -> add(Kind.ADDED, "operation", call, operation.place()));
    });
    was.forEach((call, operation) -> {
      if (!paired.contains(call)) {
        add(Kind.REMOVED, "operation", call, operation.place());
      }
    });
  }

  private static String call(Operation operation) {
    return operation.method() + " " + operation.path().text();
  }

  private static List<Detail> details(Operation was, Operation is) {
    List<Detail> details = new ArrayList<>();
    if (!call(was).equals(call(is))) {
      details.add(new Detail("", call(was), "was its method and path"));
    }
    changed(details, "", "operationId", was.operationId(), is.operationId());
    changed(details, "", "tags", was.tags(), is.tags());
    changed(details, "", "summary", was.summary(), is.summary());
    changed(details, "", "description", was.description(), is.description());
    changed(details, "", "deprecated", was.deprecated(), is.deprecated());
    changed(
        details,
        "",
        "security",
        new LinkedHashSet<>(was.security()),
        new LinkedHashSet<>(is.security()));
    List<Detail> parameters = new ArrayList<>();
    parts(
        parameters,
        "parameter",
        Alike.byKey(was.parameters(), p -> p.in().word() + " " + p.name()),
        Alike.byKey(is.parameters(), p -> p.in().word() + " " + p.name()),
        (a, b) -> Alike.parameters(a, b)
            ? Optional.empty()
            : Optional.of(
                a.required() == b.required()
                    ? "changed"
                    : b.required() ? "required now" : "no longer required"));
    for (Detail detail : parameters) {
      String[] words = detail.name().split(" ", 2);
      details.add(new Detail(words[0] + " parameter", words[1], detail.what()));
    }
    body(details, was.body(), is.body());
    parts(
        details,
        "answer",
        Alike.byKey(was.responses(), r -> r.status().text()),
        Alike.byKey(is.responses(), r -> r.status().text()),
        (a, b) -> Alike.responses(a, b) ? Optional.empty() : Optional.of("changed"));
    return details;
  }

  private static void body(
      List<Detail> details, Optional<RequestBody> was, Optional<RequestBody> is) {
    if (was.isPresent() != is.isPresent()) {
      details.add(new Detail("", "requestBody", is.isPresent() ? "added" : "removed"));
    } else if (was.isPresent()
        && !(was.get().required() == is.get().required()
            && was.get().description().equals(is.get().description())
            && Alike.contents(was.get().content(), is.get().content()))) {
      details.add(new Detail("", "requestBody", "changed"));
    }
  }

  private void schemas() {
    Map<Place, Schema> was = before.schemas().byPlace();
    Map<Place, Schema> is = after.schemas().byPlace();
    is.forEach((place, schema) -> {
      if (was.containsKey(place)) {
        changed("schema", name(place), place, details(was.get(place), schema));
      } else {
        add(Kind.ADDED, "schema", name(place), place);
      }
    });
    was.forEach((place, schema) -> {
      if (!is.containsKey(place)) {
        add(Kind.REMOVED, "schema", name(place), place);
      }
    });
  }

  /** A schema of the components by its name, any other by its place. */
  private static String name(Place place) {
    List<String> tokens = place.tokens();
    boolean named = tokens.size() == 3 && tokens.get(0).equals("components")
        || tokens.size() == 2 && tokens.get(0).equals("definitions");
    return named ? tokens.get(tokens.size() - 1) : place.toString();
  }

  private static List<Detail> details(Schema was, Schema is) {
    List<Detail> details = new ArrayList<>();
    parts(details, "property", was.properties(), is.properties(), (a, b) -> {
      Set<String> keywords = keywords(a.node(), b.node());
      return keywords.isEmpty()
          ? Optional.empty()
          : Optional.of("changed: " + String.join(", ", keywords));
    });
    Renamed.of(was, is).forEach((name, renamed) -> {
      if (renamed.said()) {
        details.remove(new Detail("property", renamed.former(), "removed"));
      }
      details.replaceAll(detail -> detail.equals(new Detail("property", name, "added"))
          ? new Detail("property", name, renamed.words())
          : detail);
    });
    Set<String> needed = is.required();
    was.required().stream()
        .filter(name -> !needed.contains(name) && is.properties().containsKey(name))
        .forEach(name -> details.add(new Detail("property", name, "no longer required")));
    needed.stream()
        .filter(name -> !was.required().contains(name) && was.properties().containsKey(name))
        .forEach(name -> details.add(new Detail("property", name, "required now")));
    for (String keyword : keywords(was.node(), is.node())) {
      if (!keyword.equals("properties") && !keyword.equals("required")) {
        details.add(new Detail("", keyword, "changed"));
      }
    }
    return details;
  }

  /** The keywords that two schemas do not have in common. */
  private static Set<String> keywords(Node was, Node is) {
    Set<String> keywords = new LinkedHashSet<>();
    if (was.entries().isEmpty() || is.entries().isEmpty()) {
      if (!Alike.nodes(was, is)) {
        keywords.add("schema");
      }
      return keywords;
    }
    was.entries().forEach(e -> keywords.add(e.key()));
    is.entries().forEach(e -> keywords.add(e.key()));
    keywords.removeIf(key ->
        key.startsWith("example") || Alike.optional(was.get(key), is.get(key), Alike::nodes));
    return keywords;
  }

  private static <T> void parts(
      List<Detail> details,
      String part,
      Map<String, T> was,
      Map<String, T> is,
      BiFunction<T, T, Optional<String>> change) {
    is.forEach((name, item) -> {
      if (!was.containsKey(name)) {
        details.add(new Detail(part, name, "added"));
      } else {
        change.apply(was.get(name), item).ifPresent(c -> details.add(new Detail(part, name, c)));
      }
    });
    was.keySet().stream()
        .filter(name -> !is.containsKey(name))
        .forEach(name -> details.add(new Detail(part, name, "removed")));
  }

  private static void changed(
      List<Detail> details, String part, String name, Object was, Object is) {
    if (!was.equals(is)) {
      details.add(new Detail(part, name, "changed"));
    }
  }

  private void changed(String subject, String name, Place place, List<Detail> details) {
    if (!details.isEmpty()) {
      all.add(new Difference(Kind.CHANGED, subject, name, place, details));
    }
  }

  private void add(Kind kind, String subject, String name, Place place) {
    all.add(new Difference(kind, subject, name, place, List.of()));
  }
}
