package dev.hew.cases;

import dev.hew.report.Source;
import dev.hew.yaml.JsonWriter;
import dev.hew.yaml.NodeReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes one right request of each operation as a person would send it by hand, in the format that IntelliJ's HTTP Client
 * and the REST Client of Visual Studio Code share. Host and credentials are variables.
 */
public final class RequestFile {
  /** A place for a credential; what follows the scheme's name are scopes. */
  private static final Pattern CREDENTIAL = Pattern.compile("\\{\\{auth\\.([^ }]+)[^}]*}}");

  /** A place for what an earlier answer held, with the last name of its path. */
  private static final Pattern EARLIER = Pattern.compile("\\{\\{\\d+\\.[^}]*?(\\w+)\\W*}}");

  private static final Pattern BREAK = Pattern.compile("\\R|\\p{Cntrl}");

  private static final Pattern VARIABLE = Pattern.compile("\\{\\w+}");

  /** A line that is taken for something else than a part of the body. */
  private static final Pattern MARKUP = Pattern.compile("(?m)^\\s*(?:#|//|[<>?&])");

  private static final Pattern NOT_IN_PATHS = Pattern.compile("[^\\w/%~.:@!$&'()*+,;=-]+");

  private RequestFile() {}

  /**
   * The variable for the host, and the requests in the order of the cases, each with a blank line before it.
   *
   * @param basePath the path that all operations stand under, percent-encoded
   */
  public static String text(List<Case> cases, String basePath) {
    StringBuilder out = new StringBuilder();
    out.append("@host = http://localhost:8080").append(encoded(basePath)).append('\n');
    Set<String> written = new LinkedHashSet<>();
    for (Case one : cases) {
      if (one.kind() == Case.Kind.SUCCESS
          && !one.steps().isEmpty()
          && written.add(one.operation())) {
        request(one.steps().get(one.steps().size() - 1).request(), one.operation(), out);
      }
    }
    return out.toString();
  }

  private static void request(Case.Request request, String operation, StringBuilder out) {
    out.append("\n### ").append(line(operation)).append('\n');
    String target = filled(named(request.target(), operation));
    out.append(request.method()).append(" {{host}}").append(target).append('\n');
    request.headers().forEach((name, value) -> {
      if (isPlain(value)) {
        out.append(name).append(": ").append(line(filled(value))).append('\n');
      }
    });
    request
        .body()
        .ifPresent(body -> out.append('\n')
            .append(written(body).orElse("# Its body holds what cannot stand in this file."))
            .append('\n'));
  }

  /** The target with what comes from an earlier answer called as the contract calls it. */
  private static String named(String target, String operation) {
    String[] names = operation.substring(operation.indexOf(' ') + 1).split("/");
    String[] segments = target.split("/", -1);
    for (int i = 0; i < Math.min(names.length, segments.length); i++) {
      if (VARIABLE.matcher(names[i]).matches() && EARLIER.matcher(segments[i]).matches()) {
        segments[i] = "{" + names[i] + "}";
      }
    }
    return String.join("/", segments);
  }

  private static Optional<String> written(Payload body) {
    return body.text()
        .filter(RequestFile::isPlain)
        .map(text ->
            NodeReader.json(new Source("body", text)).map(JsonWriter::pretty).orElse(text))
        .map(text -> filled(text).lines().collect(Collectors.joining("\n")))
        .filter(text -> !MARKUP.matcher(text).find());
  }

  /** Whether nothing but the places that cases leave would be taken for a variable. */
  private static boolean isPlain(String text) {
    return !EARLIER
        .matcher(CREDENTIAL.matcher(text).replaceAll(""))
        .replaceAll("")
        .contains("{{");
  }

  private static String filled(String text) {
    return EARLIER.matcher(CREDENTIAL.matcher(text).replaceAll("{{$1}}")).replaceAll("{{$1}}");
  }

  /** A path with what may stand in none percent-encoded. */
  private static String encoded(String path) {
    return NOT_IN_PATHS
        .matcher(path)
        .replaceAll(
            odd -> URLEncoder.encode(odd.group(), StandardCharsets.UTF_8).replace("+", "%20"));
  }

  private static String line(String text) {
    return BREAK.matcher(text).replaceAll(" ");
  }
}
