package dev.hew.mutants;

import dev.hew.report.Source;
import dev.hew.schema.Values;
import dev.hew.tree.Content;
import dev.hew.verify.Answer;
import dev.hew.yaml.JsonWriter;
import dev.hew.yaml.Node;
import dev.hew.yaml.NodeReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Looks into JSON and changes it. A place is a list of keys, {@code *} for all items of a list. */
final class Json {
  private static final String ITEM = "*";

  private Json() {}

  static boolean isJson(String mediaType) {
    return mediaType.endsWith("/json") || mediaType.endsWith("+json");
  }

  static Optional<Node> read(Content body) {
    return NodeReader.json(new Source("", body.text()));
  }

  static Answer with(Answer answer, Node body) {
    return new Answer(answer.status(), answer.headers(), Content.of(JsonWriter.compact(body)));
  }

  /** Every place in a value, the value itself first. */
  static Set<List<String>> places(Node value) {
    Set<List<String>> places = new LinkedHashSet<>();
    collect(value, List.of(), places);
    return places;
  }

  private static void collect(Node value, List<String> at, Set<List<String>> places) {
    places.add(at);
    value.entries().forEach(e -> collect(e.value(), longer(at, e.key()), places));
    value.items().forEach(item -> collect(item, longer(at, ITEM), places));
  }

  static List<String> longer(List<String> at, String step) {
    List<String> longer = new ArrayList<>(at);
    longer.add(step);
    return longer;
  }

  /** The value with every value at a place replaced, or taken out of its object where there is nothing instead. */
  static Optional<Node> edited(Node value, List<String> at, Function<Node, Optional<Node>> edit) {
    if (at.isEmpty()) {
      return edit.apply(value);
    }
    List<String> rest = at.subList(1, at.size());
    if (at.get(0).equals(ITEM) && value instanceof Node.Sequence) {
      return Optional.of(Values.list(value.items().stream()
          .flatMap(item -> edited(item, rest, edit).stream())
          .toList()));
    }
    if (value.get(at.get(0)).isEmpty()) {
      return Optional.of(value);
    }
    Map<String, Node> entries = new LinkedHashMap<>();
    for (Node.Entry entry : value.entries()) {
      if (entry.key().equals(at.get(0))) {
        edited(entry.value(), rest, edit).ifPresent(v -> entries.put(entry.key(), v));
      } else {
        entries.put(entry.key(), entry.value());
      }
    }
    return Optional.of(Values.map(entries));
  }
}
