package dev.hew.mutants;

import dev.hew.cases.Case;
import dev.hew.contract.Operation;
import dev.hew.contract.Parameter;
import dev.hew.contract.Parameter.Style;
import dev.hew.contract.PathTemplate;
import dev.hew.report.Source;
import dev.hew.schema.Values;
import dev.hew.yaml.Node;
import dev.hew.yaml.NodeReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a server reads of a parameter from a request. */
final class Arrived {
  private Arrived() {}

  /** Whether the parameter's text can be told from the rest of a request without more ado. */
  static boolean readable(Parameter parameter) {
    return parameter.content().isEmpty()
        && (parameter.style() == Style.FORM || parameter.style() == Style.SIMPLE);
  }

  /** Whether a text can break the constraint: every text is a text, and one that is there is at least one item. */
  static boolean shows(Relaxed relaxed) {
    String keyword = relaxed.constraint().substring(relaxed.constraint().lastIndexOf('/') + 1);
    String rule = relaxed.rule() instanceof Node.Scalar scalar ? scalar.raw() : "";
    return switch (keyword) {
      case "type" -> List.of("integer", "number", "boolean").contains(rule);
      case "minItems" -> !rule.equals("1");
      default -> true;
    };
  }

  /** Whether there is anything of the parameter. */
  static boolean is(Parameter parameter, Case.Request request) {
    return switch (parameter.in()) {
      case QUERY ->
        pieces(query(request), "&")
            .anyMatch(
                p -> p[0].equals(parameter.name()) || p[0].startsWith(parameter.name() + "["));
      case HEADER -> RequestMutants.header(request, parameter.name()).isPresent();
      case COOKIE ->
        RequestMutants.header(request, "Cookie").stream()
            .flatMap(c -> pieces(c, "; "))
            .anyMatch(p -> p[0].equals(parameter.name()));
      case PATH -> true;
    };
  }

  /** Everything that the parameter's text may stand for; nothing when it is not there. */
  static List<Node> readings(Parameter parameter, Operation operation, Case.Request request) {
    List<String> texts = switch (parameter.in()) {
      case QUERY -> named(pieces(query(request), "&"), parameter.name());
      case COOKIE ->
        named(
            RequestMutants.header(request, "Cookie").stream().flatMap(c -> pieces(c, "; ")),
            parameter.name());
      case HEADER -> RequestMutants.header(request, parameter.name()).stream().toList();
      case PATH -> path(parameter, operation, request).stream().toList();
    };
    if (texts.isEmpty()) {
      return List.of();
    }
    List<String> parts = texts.size() > 1
        ? texts
        : Arrays.stream(texts.get(0).split(",", -1)).map(String::strip).toList();
    List<String> whole = texts;
    return Stream.of(
            texts.stream().map(Values::text),
            texts.stream().map(Arrived::scalar),
            Stream.of(
                Values.texts(parts),
                Values.list(parts.stream().map(Arrived::scalar).toList())),
            Stream.of(
                Values.texts(whole),
                Values.list(whole.stream().map(Arrived::scalar).toList())))
        .flatMap(nodes -> nodes)
        .toList();
  }

  private static Node scalar(String text) {
    return NodeReader.json(new Source("", text))
        .filter(node -> node instanceof Node.Scalar)
        .orElseGet(() -> Values.text(text));
  }

  private static String query(Case.Request request) {
    int mark = request.target().indexOf('?');
    return mark < 0 ? "" : request.target().substring(mark + 1);
  }

  private static Stream<String[]> pieces(String text, String delimiter) {
    return Arrays.stream(text.split(delimiter))
        .filter(piece -> !piece.isEmpty())
        .map(piece -> piece.split("=", 2))
        .map(p -> new String[] {decoded(p[0]), p.length == 1 ? "" : decoded(p[1])});
  }

  private static List<String> named(Stream<String[]> pieces, String name) {
    return pieces.filter(p -> p[0].equals(name)).map(p -> p[1]).toList();
  }

  private static Optional<String> path(
      Parameter parameter, Operation operation, Case.Request request) {
    List<PathTemplate.Part> parts = operation.path().parts();
    String pattern = parts.stream()
        .map(part -> !part.variable()
            ? Pattern.quote(part.text())
            : part.text().equals(parameter.name()) ? "(.*)" : ".*")
        .collect(Collectors.joining());
    Matcher matcher = Pattern.compile(pattern).matcher(request.target().split("\\?", 2)[0]);
    return matcher.matches() ? Optional.of(decoded(matcher.group(1))) : Optional.empty();
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
