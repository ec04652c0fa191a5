package dev.hew.verify;

import dev.hew.cases.Case;
import dev.hew.cases.Payload;
import java.util.Optional;

/** Writes a request as a command line that sends it again. */
final class Curl {
  private Curl() {}

  static String line(Case.Request request, String url) {
    StringBuilder curl = new StringBuilder("curl -i ");
    // curl waits for the body of a HEAD unless it is told otherwise
    curl.append(request.method().equals("HEAD") ? "-I" : "-X " + request.method());
    request
        .headers()
        .forEach((name, value) ->
            // curl leaves out a header without a value unless it ends in a semicolon
            curl.append(" -H ").append(quoted(value.isEmpty() ? name + ";" : name + ": " + value)));
    Optional<Payload> body = request.body();
    if (body.isPresent()) {
      Payload payload = body.get();
      curl.append(payload
          .text()
          .map(text -> " --data-raw " + quoted(text))
          .orElseGet(() -> " --data-binary @<(echo " + payload.base64() + " | base64 -d)"));
      if (request.headers().keySet().stream().noneMatch("Content-Type"::equalsIgnoreCase)) {
        curl.append(" -H 'Content-Type:'");
      }
    }
    return curl.append(' ').append(quoted(url)).toString();
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
