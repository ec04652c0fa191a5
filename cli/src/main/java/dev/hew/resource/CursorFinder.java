package dev.hew.resource;

import dev.hew.contract.Operation;
import dev.hew.contract.Parameter;
import dev.hew.contract.Response;
import dev.hew.contract.Schema;
import dev.hew.contract.Schemas;
import dev.hew.model.Shape;
import dev.hew.model.Words;
import dev.hew.resource.Paging.Cursor;
import dev.hew.resource.Paging.Told;
import dev.hew.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the parameter of a list that says where the part before ended. What makes it one is that it is a text without a
 * meaning of its own, and that an answer says what is to stand there next time.
 */
final class CursorFinder {
  /** What a place in a list is called. */
  private static final Set<String> PLACE = Set.of(
      "cursor",
      "token",
      "after",
      "next",
      "marker",
      "bookmark",
      "continue",
      "continuation",
      "page",
      "offset",
      "start",
      "starting");

  /** What leads to another part than the next one. */
  private static final Set<String> BACK =
      Set.of("before", "previous", "prev", "first", "self", "ending", "start", "last");

  /** Room for what stands for any place in a list. */
  private static final int ROOM = 32;

  /** How deep an answer has what it says of itself. */
  private static final int DEPTH = 4;

  private final Operation list;
  private final Resource resource;
  private final Schemas schemas;

  CursorFinder(Operation list, Resource resource, Schemas schemas) {
    this.list = list;
    this.resource = resource;
    this.schemas = schemas;
  }

  /** A value of an answer, by the properties that lead there. */
  private record Said(List<String> path, Shape shape) {
    List<String> words() {
      return path.stream().flatMap(name -> Words.of(name).words().stream()).toList();
    }

    boolean isBack() {
      List<String> words = Words.of(path.get(path.size() - 1)).words();
      return words.stream().anyMatch(BACK::contains);
    }
  }

  /** The cursor among some parameters, none of which selects items. */
  Optional<Cursor> among(List<Parameter> parameters) {
    List<Said> said = new ArrayList<>();
    Form answer = Form.ofAnswer(list, schemas);
    answer
        .schema()
        .filter(s -> answer.kind() == Form.Kind.ONE)
        .ifPresent(s -> collect(s, List.of(), said));
    List<Parameter> places =
        parameters.stream().filter(p -> isPlace(Words.of(p.name()).words())).toList();
    return Stream.of(
            said.stream().flatMap(s -> handedOut(s, places, true)),
            said.stream().flatMap(s -> handedOut(s, places, false)),
            said.stream().flatMap(s -> linked(s, places)),
            inHeader(places),
            said.stream().flatMap(s -> byKey(s, places)))
        .flatMap(s -> s)
        .findFirst();
  }

  private void collect(Schema schema, List<String> path, List<Said> said) {
    Shape.of(schema, schemas).properties().forEach((name, property) -> {
      List<String> longer = Stream.concat(path.stream(), Stream.of(name)).toList();
      Shape shape = Shape.of(property, schemas);
      if (!shape.properties().isEmpty() && shape.alternatives().isEmpty()) {
        if (longer.size() < DEPTH) {
          collect(property, longer, said);
        }
      } else {
        said.add(new Said(longer, shape));
      }
    });
  }

  private static boolean isPlace(List<String> words) {
    return words.stream().anyMatch(PLACE::contains)
        && words.stream().noneMatch(w -> BACK.contains(w) && !w.equals("start"));
  }

  /** The answer has the cursor itself. */
  private Stream<Cursor> handedOut(Said said, List<Parameter> places, boolean alike) {
    boolean next = said.words().contains("next") || said.words().contains("cursor");
    if (!isFreeText(said.shape()) || said.isBack() || isLink(said)) {
      return Stream.empty();
    }
    return places.stream()
        .filter(p -> isFreeText(Shape.of(p.schema(), schemas)))
        .filter(p -> alike ? shares(p, said) : next)
        .map(p -> new Cursor(p.name(), Told.CURSOR, said.path()));
  }

  private static boolean shares(Parameter parameter, Said said) {
    List<String> words = Words.of(parameter.name()).words();
    return said.words().stream().anyMatch(w -> PLACE.contains(w) && words.contains(w));
  }

  /** The answer has the URI of the next part, in which the cursor stands. */
  private Stream<Cursor> linked(Said said, List<Parameter> places) {
    if (!said.shape().types().equals(Set.of("string"))
        || !said.words().contains("next")
        || !isLink(said)) {
      return Stream.empty();
    }
    return links(places, Told.LINK, said.path());
  }

  private Stream<Cursor> inHeader(List<Parameter> places) {
    boolean documented = list.goodAnswers().stream()
        .map(Response::headers)
        .anyMatch(all -> all.stream().anyMatch(h -> h.name().equalsIgnoreCase("Link")));
    return documented ? links(places, Told.HEADER, List.of()) : Stream.empty();
  }

  private Stream<Cursor> links(List<Parameter> places, Told told, List<String> path) {
    return places.stream()
        .filter(p -> p.name().matches("[\\w.-]+"))
        .filter(p -> isFreeText(Shape.of(p.schema(), schemas)))
        .map(p -> new Cursor(p.name(), told, path));
  }

  /** The answer says that there is more, and nothing that stands for it: the key of the last item has to. */
  private Stream<Cursor> byKey(Said said, List<Parameter> places) {
    boolean more = said.shape().types().equals(Set.of("boolean"))
        && said.words().stream().anyMatch(w -> w.equals("more") || w.equals("next"));
    Optional<Shape> key = resource
        .key()
        .flatMap(k -> resource.item().map(i -> Shape.of(i, schemas).properties().get(k)))
        .map(k -> Shape.of(k, schemas));
    if (!more || key.isEmpty()) {
      return Stream.empty();
    }
    return places.stream()
        .filter(p -> Words.of(p.name()).words().stream()
            .anyMatch(w -> w.equals("after") || w.equals("cursor")))
        .filter(p -> {
          Shape shape = Shape.of(p.schema(), schemas);
          return shape.types().equals(key.get().types())
              && shape.text("format").equals(key.get().text("format"));
        })
        .map(p -> new Cursor(p.name(), Told.KEY, said.path()));
  }

  /** Whether a text is, or is shown to be, a URI. */
  private static boolean isLink(Said said) {
    boolean named =
        said.words().stream().anyMatch(Set.of("url", "uri", "link", "links", "href")::contains);
    boolean shown = said.shape()
        .node("example")
        .flatMap(Node::string)
        .filter(e -> e.startsWith("/") || e.startsWith("http"))
        .isPresent();
    return named
        || shown
        || said.shape().text("format").filter(f -> f.startsWith("ur")).isPresent();
  }

  /** Whether any short text will do. */
  private static boolean isFreeText(Shape shape) {
    return shape.types().equals(Set.of("string"))
        && shape.values().isEmpty()
        && shape.text("pattern").isEmpty()
        && shape.text("format").isEmpty()
        && shape.largest("minLength").filter(n -> n.intValue() > 1).isEmpty()
        && shape.smallest("maxLength").filter(n -> n.intValue() < ROOM).isEmpty();
  }
}
