package dev.hew.verify;

import dev.hew.cases.Case;
import dev.hew.schema.Values;
import dev.hew.yaml.JsonWriter;
import dev.hew.yaml.Node;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A way through the parts of a list, as far as it was gone. The runner in a generated service goes the same way. Not safe
 * for threads.
 */
final class Way {
  /** How many parts a list may have before it seems to have no end. */
  private static final int LONGEST = 10_000;

  private static final Pattern NEXT = Pattern.compile("<([^>]*)>[^,<]*;\\s*rel=\"?next\"?");

  private final Case.Walk walk;
  private final List<Node> awaited;
  private final List<Node> unwanted;
  private final Set<String> seen = new HashSet<>();
  private final List<String> problems = new ArrayList<>();
  private int parts;

  /**
   * @param awaited keys that have to come by
   * @param unwanted keys that must not
   */
  Way(Case.Walk walk, List<Node> awaited, List<Node> unwanted) {
    this.walk = walk;
    this.awaited = awaited;
    this.unwanted = unwanted;
  }

  /**
   * Looks at a part.
   *
   * @param request that it answers
   * @return the request for the next part; empty when there is none
   */
  Optional<Case.Request> after(Case.Request request, Answer answer) {
    parts++;
    Optional<Node> body = Judge.json(answer.body().bytes());
    List<Node> items = body.flatMap(b -> at(b, walk.items())).map(Node::items).orElse(List.of());
    for (Node item : items) {
      String key = item.get(walk.key()).map(JsonWriter::compact).orElse("null");
      if (!seen.add(key)) {
        problems.add("the item with the " + walk.key() + " " + key + " is in the list twice");
      }
    }
    if (parts == LONGEST) {
      problems.add("the list has no end after " + parts + " parts");
    }
    return problems.isEmpty() ? next(request, answer, body, items) : Optional.empty();
  }

  private Optional<Case.Request> next(
      Case.Request request, Answer answer, Optional<Node> body, List<Node> items) {
    Optional<Node> told = body.flatMap(b -> at(b, walk.at()));
    Optional<String> text = told.flatMap(Node::string).filter(t -> !t.isEmpty());
    return switch (walk.by()) {
      case NOTHING -> Optional.empty();
      case CURSOR -> text.map(t -> with(request, t));
      case LINK -> text.flatMap(t -> linked(request, t));
      case HEADER ->
        answer.values("Link").stream()
            .map(NEXT::matcher)
            .filter(Matcher::find)
            .findFirst()
            .flatMap(found -> linked(request, found.group(1)));
      case KEY ->
        told.filter(t -> Values.same(t, Values.bool(true)) && !items.isEmpty())
            .flatMap(t -> items.get(items.size() - 1).get(walk.key()))
            .map(key -> with(request, key.string().orElseGet(() -> JsonWriter.compact(key))));
      case NUMBER -> items.isEmpty() ? Optional.empty() : Optional.of(further(request));
    };
  }

  /** What is wrong with the way as it was gone. */
  List<String> problems() {
    List<String> all = new ArrayList<>(problems);
    awaited.stream()
        .map(JsonWriter::compact)
        .filter(key -> problems.isEmpty() && !seen.contains(key))
        .forEach(key -> all.add("the item with the " + walk.key() + " " + key
            + ", which was added, is in none of " + parts + " parts of the list"));
    unwanted.stream()
        .map(JsonWriter::compact)
        .filter(seen::contains)
        .forEach(key -> all.add("the item with the " + walk.key() + " " + key
            + " is in the list, but not among what is asked for"));
    return all;
  }

  private static Optional<Node> at(Node node, List<String> path) {
    Optional<Node> found = Optional.of(node);
    for (String name : path) {
      found = found.flatMap(n -> n.get(name));
    }
    return found;
  }

  private Optional<Case.Request> linked(Case.Request request, String uri) {
    try {
      String query = URI.create(uri).getRawQuery();
      String path = request.target().split("\\?", 2)[0];
      return Optional.of(request.withTarget(query == null ? path : path + "?" + query));
    } catch (IllegalArgumentException e) {
      problems.add("the next part of the list is at no URI: " + e.getMessage());
      return Optional.empty();
    }
  }

  private Case.Request further(Case.Request request) {
    String start = escaped(walk.parameter()) + "=";
    long number = Arrays.stream(request.target().split("[?&]"))
        .filter(piece -> piece.startsWith(start))
        .mapToLong(piece -> Long.parseLong(piece.substring(start.length())))
        .findFirst()
        .orElse(0);
    return with(request, "" + (number + walk.stride()));
  }

  private Case.Request with(Case.Request request, String value) {
    String[] parts = request.target().split("\\?", 2);
    String start = escaped(walk.parameter()) + "=";
    List<String> pieces = new ArrayList<>();
    if (parts.length == 2) {
      pieces.addAll(Arrays.asList(parts[1].split("&")));
      pieces.removeIf(piece -> piece.startsWith(start));
    }
    pieces.add(start + escaped(value));
    return request.withTarget(parts[0] + "?" + String.join("&", pieces));
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }
}
