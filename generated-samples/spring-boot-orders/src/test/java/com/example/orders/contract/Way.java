package com.example.orders.contract;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A way through the parts of a list, as far as it was gone: no item comes twice. */
final class Way {
  private static final int LONGEST = 10_000;
  private static final Pattern NEXT = Pattern.compile("<([^>]*)>[^,<]*;\\s*rel=\"?next\"?");

  private final Case.Walk walk;
  private final List<JsonNode> awaited;
  private final List<JsonNode> unwanted;
  private final List<JsonNode> seen = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private int parts;

  /**
   * @param awaited keys that have to come by
   * @param unwanted keys that must not
   */
  Way(Case.Walk walk, List<JsonNode> awaited, List<JsonNode> unwanted) {
    this.walk = walk;
    this.awaited = awaited;
    this.unwanted = unwanted;
  }

  /** Looks at a part, and says how the next one is asked for: null when there is none. */
  Case.Request after(Case.Request request, HttpResponse<byte[]> answer) {
    parts++;
    JsonNode body = JsonMapper.shared().readTree(answer.body());
    List<JsonNode> items = at(body, walk.items()).valueStream().toList();
    for (JsonNode item : items) {
      JsonNode key = item.path(walk.key());
      if (seen.contains(key)) {
        problems.add("the item with the " + walk.key() + " " + key + " is in the list twice");
      }
      seen.add(key);
    }
    if (parts == LONGEST) {
      problems.add("the list has no end after " + parts + " parts");
    }
    return problems.isEmpty() ? next(request, answer, body, items) : null;
  }

  private Case.Request next(
      Case.Request request, HttpResponse<byte[]> answer, JsonNode body, List<JsonNode> items) {
    JsonNode told = at(body, walk.at());
    String text = told.isString() ? told.asString() : "";
    return switch (walk.by()) {
      case "cursor" -> text.isEmpty() ? null : with(request, text);
      case "link" -> text.isEmpty() ? null : linked(request, text);
      case "header" ->
          answer.headers().allValues("Link").stream()
              .map(NEXT::matcher)
              .filter(Matcher::find)
              .map(found -> linked(request, found.group(1)))
              .findFirst()
              .orElse(null);
      case "key" ->
          told.asBoolean(false) && !items.isEmpty()
              ? with(request, items.get(items.size() - 1).path(walk.key()).asString())
              : null;
      case "nothing" -> null;
      default -> items.isEmpty() ? null : with(request, Long.toString(number(request) + walk.stride()));
    };
  }

  /** What is wrong with the way as it was gone. */
  List<String> problems() {
    Stream<String> missing =
        awaited.stream()
            .filter(key -> problems.isEmpty() && !seen.contains(key))
            .map(
                key ->
                    "the item with the " + walk.key() + " " + key + ", which was added, is in none of " + parts
                        + " parts of the list");
    Stream<String> wrong =
        unwanted.stream()
            .filter(seen::contains)
            .map(
                key ->
                    "the item with the " + walk.key() + " " + key
                        + " is in the list, but not among what is asked for");
    return Stream.of(problems.stream(), missing, wrong).flatMap(all -> all).toList();
  }

  private static JsonNode at(JsonNode node, List<String> path) {
    JsonNode found = node;
    for (String name : path) {
      found = found.path(name);
    }
    return found;
  }

  private static Case.Request linked(Case.Request request, String uri) {
    return request.to(request.target().split("\\?", 2)[0] + "?" + URI.create(uri).getRawQuery());
  }

  private long number(Case.Request request) {
    String start = start();
    return Arrays.stream(request.target().split("[?&]"))
        .filter(piece -> piece.startsWith(start))
        .mapToLong(piece -> Long.parseLong(piece.substring(start.length())))
        .findFirst()
        .orElse(0);
  }

  private Case.Request with(Case.Request request, String value) {
    String[] target = request.target().split("\\?", 2);
    List<String> pieces = new ArrayList<>();
    if (target.length == 2) {
      pieces.addAll(Arrays.asList(target[1].split("&")));
      pieces.removeIf(piece -> piece.startsWith(start()));
    }
    pieces.add(start() + UriUtils.encode(value, StandardCharsets.UTF_8));
    return request.to(target[0] + "?" + String.join("&", pieces));
  }

  private String start() {
    return UriUtils.encode(walk.parameter(), StandardCharsets.UTF_8) + "=";
  }
}
