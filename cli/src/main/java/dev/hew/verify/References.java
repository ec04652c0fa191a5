package dev.hew.verify;

import dev.hew.cases.Case;
import dev.hew.cases.Payload;
import dev.hew.yaml.JsonWriter;
import dev.hew.yaml.Node;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * @param whole the answers by step
 */
record References(List<Optional<Node>> answers, List<Answer> whole) {
  static final References NONE = new References(List.of(), List.of());

  private static final Pattern REFERENCE = Pattern.compile("\\{\\{(\\d+)\\.\\$\\.([\\w.-]+)}}");
  private static final Pattern HEADER = Pattern.compile("\\{\\{(\\d+)\\.@([\\w-]+)}}");
  private static final Pattern QUOTED = Pattern.compile("\"" + REFERENCE.pattern() + "\"");

  References {
    answers = List.copyOf(answers);
    whole = List.copyOf(whole);
  }

  /** The same with the answer of one more step. */
  References and(Answer answer) {
    List<Optional<Node>> more = new ArrayList<>(answers);
    more.add(Judge.json(answer.body().bytes()));
    List<Answer> all = new ArrayList<>(whole);
    all.add(answer);
    return new References(more, all);
  }

  /** What a request refers to and no answer gave; empty when it can be sent. */
  List<String> problems(Case.Request request) {
    Stream<MatchResult> inBody = request.body().flatMap(Payload::text).stream()
        .flatMap(t -> QUOTED.matcher(t).results());
    Stream<String> properties = Stream.concat(
            REFERENCE.matcher(request.target()).results(), inBody)
        .filter(found -> value(found.group(1), found.group(2)).isEmpty())
        .map(found -> missing(found, ""));
    Stream<String> headers = request.headers().values().stream()
        .flatMap(value -> HEADER.matcher(value).results())
        .filter(found -> header(found).isEmpty())
        .map(found -> missing(found, "@"));
    return Stream.concat(properties, headers).distinct().toList();
  }

  private static String missing(MatchResult found, String mark) {
    return "answer " + found.group(1) + " has no " + mark + found.group(2)
        + ", which the next request needs";
  }

  private Optional<String> header(MatchResult found) {
    return whole.get(Integer.parseInt(found.group(1)) - 1).values(found.group(2)).stream()
        .findFirst();
  }

  /** Values, those in the place of references; what no answer gave is missing. */
  List<Node> known(List<Node> values) {
    return values.stream()
        .flatMap(value -> {
          Optional<MatchResult> reference =
              value.string().map(REFERENCE::matcher).filter(Matcher::matches).map(m -> m);
          return reference.isEmpty()
              ? Stream.of(value)
              : value(reference.get().group(1), reference.get().group(2)).stream();
        })
        .toList();
  }

  /** The request as it is sent; it refers to nothing that no answer gave. */
  Case.Request filledIn(Case.Request request) {
    Map<String, String> headers = new LinkedHashMap<>();
    request
        .headers()
        .forEach((name, value) -> headers.put(
            name,
            HEADER
                .matcher(value)
                .replaceAll(found -> Matcher.quoteReplacement(header(found).orElseThrow()))));
    return request
        .withHeaders(headers)
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
