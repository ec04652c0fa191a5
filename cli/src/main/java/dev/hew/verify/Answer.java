package dev.hew.verify;

import dev.hew.tree.Content;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a server answered.
 *
 * @param headers by name in lower case, each with its values in the order that they came
 */
public record Answer(int status, Map<String, List<String>> headers, Content body) {

  public Answer {
    Map<String, List<String>> lower = new LinkedHashMap<>();
    headers.forEach((name, values) -> lower
        .computeIfAbsent(name.toLowerCase(Locale.ROOT), n -> new ArrayList<>())
        .addAll(values));
    headers = Map.copyOf(lower);
  }

  /** The values of a header, whatever the case of its name; none when it is not there. */
  List<String> values(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
  }

  /** The media type without its parameters, in lower case; {@code none} when the answer does not say. */
  String mediaType() {
    return values("Content-Type").stream().findFirst().map(Answer::essence).orElse("none");
  }

  static String essence(String contentType) {
    return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }
}
