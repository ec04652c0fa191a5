package dev.hew.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells what happened in a case, with nothing secret in it and nothing that steers a terminal.
 *
 * @param address where the requests went
 */
public record Account(Address address, Caller caller, Mask mask) {
  /** How many characters of an answer's body are shown. */
  private static final int SHOWN = 600;

  /** What is wrong, on one line. */
  public String problems(Finding finding) {
    return mask.of(String.join("; ", finding.problems()));
  }

  /** The command line that sends the request again; empty when none was to be sent. */
  public Optional<String> curl(Finding finding) {
    return finding
        .request()
        .map(caller.masked(mask)::dressed)
        .map(request -> mask.of(Curl.line(request, address.url(request.target()))));
  }

  /** The start of the answer, as a person would look at it: one line for the status, the rest for the body. */
  public List<String> answer(Finding finding) {
    List<String> lines = new ArrayList<>();
    finding.answer().ifPresent(answer -> {
      String type = String.join(", ", answer.values("Content-Type"));
      lines.add(mask.of("HTTP " + answer.status() + (type.isEmpty() ? "" : " " + type)));
      String body = mask.of(answer.body().text());
      shortened(body).lines().filter(line -> !line.isBlank()).forEach(lines::add);
    });
    return lines;
  }

  /** What was sent, what came, and the case's place in the contract. */
  public List<String> exchange(Finding finding) {
    List<String> lines = new ArrayList<>();
    curl(finding).ifPresent(lines::add);
    lines.addAll(answer(finding));
    lines.add("the contract says so at " + finding.one().why());
    return lines;
  }

  private static String shortened(String body) {
    if (body.codePointCount(0, body.length()) <= SHOWN) {
      return body;
    }
    return body.substring(0, body.offsetByCodePoints(0, SHOWN)) + "...";
  }

  /** The case for a program; every key always there, {@code null} where there is nothing to say. */
  public Map<String, Object> data(Finding finding) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("id", finding.one().id());
    data.put("operation", finding.one().operation());
    data.put("kind", finding.one().kind().word());
    data.put("outcome", finding.outcome().word());
    data.put("why", finding.one().why());
    data.put("problems", finding.problems().stream().map(mask::of).toList());
    boolean failed = finding.failed();
    data.put("curl", failed ? curl(finding).orElse(null) : null);
    data.put("answer", failed ? String.join("\n", answer(finding)) : null);
    return data;
  }
}
