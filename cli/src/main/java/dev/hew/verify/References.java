package dev.hew.verify;

import dev.hew.cases.Case;
import dev.hew.cases.Payload;
import dev.hew.yaml.JsonWriter;
import dev.hew.yaml.Node;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the answers of a case gave, for the requests that refer to it as {@link Case.Request} describes. The runner in a
 * generated service does the same by the same rules; {@code JudgesAgreeTest} holds the two together.
 *
 * @param answers the JSON bodies by step; empty for an answer that has none
 */
record References(List<Optional<Node>> answers) {
  static final References NONE = new References(List.of());

  private static final Pattern REFERENCE = Pattern.compile("\\{\\{(\\d+)\\.\\$\\.([\\w.-]+)}}");
  private static final Pattern QUOTED = Pattern.compile("\"" + REFERENCE.pattern() + "\"");

  References {
    answers = List.copyOf(answers);
  }

  /** The same with the answer of one more step. */
  References and(Answer answer) {
    List<Optional<Node>> more = new ArrayList<>(answers);
    more.add(Judge.json(answer.body().bytes()));
    return new References(more);
  }

  /** What a request refers to and no answer gave; empty when it can be sent. */
  List<String> problems(Case.Request request) {
    Stream<MatchResult> inBody = request.body().flatMap(Payload::text).stream()
        .flatMap(t -> QUOTED.matcher(t).results());
    return Stream.concat(REFERENCE.matcher(request.target()).results(), inBody)
        .filter(found -> value(found.group(1), found.group(2)).isEmpty())
        .map(found -> "answer " + found.group(1) + " has no " + found.group(2)
            + ", which the next request needs")
        .distinct()
        .toList();
  }

  /** The request as it is sent; it refers to nothing that no answer gave. */
  Case.Request filledIn(Case.Request request) {
    return request
        .withTarget(replaced(REFERENCE, request.target(), References::escaped))
        .withBody(request
            .body()
            .map(body -> body.text()
                .map(text -> Payload.of(replaced(QUOTED, text, JsonWriter::compact)))
                .orElse(body)));
  }

  private String replaced(Pattern pattern, String text, Function<Node, String> written) {
    return pattern
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(
            written.apply(value(found.group(1), found.group(2)).orElseThrow())));
  }

  private Optional<Node> value(String step, String path) {
    Optional<Node> value = answers.get(Integer.parseInt(step) - 1);
    for (String name : path.split("\\.")) {
      value = value.flatMap(v -> v.get(name));
    }
    return value;
  }

  private static String escaped(Node value) {
    String text = value.string().orElseGet(() -> JsonWriter.compact(value));
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }
}
