package com.example.orders.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The answers that the contract documents, read from {@code answers.json}. */
public final class Answers {
  private static final Map<String, List<Answer>> BY_OPERATION = read();

  private Answers() {}

  private static Map<String, List<Answer>> read() {
    try (InputStream in = Answers.class.getResourceAsStream("/answers.json")) {
      return JsonMapper.shared().readValue(in, new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The answer that documents a status: the status itself before its range, the range before {@code default}.
   *
   * @param operation the name of the operation's method
   */
  public static Optional<Answer> documented(String operation, int status) {
    return BY_OPERATION.getOrDefault(operation, List.of()).stream()
        .filter(answer -> answer.covers(status))
        .min((a, b) -> Integer.compare(vagueness(a), vagueness(b)));
  }

  private static int vagueness(Answer answer) {
    return answer.status().equals("default") ? 2 : answer.status().endsWith("XX") ? 1 : 0;
  }

  /** An example of success or, if none is documented, of the first other answer. */
  static Answer example(String operation, Optional<String> preferredStatus) {
    List<Answer> answers =
        BY_OPERATION.getOrDefault(operation, List.of()).stream().filter(a -> !a.status().startsWith("1")).toList();
    return answers.stream()
        .filter(a -> preferredStatus.filter(a.status()::equals).isPresent())
        .findFirst()
        .or(() -> answers.stream().filter(a -> a.status().startsWith("2")).findFirst())
        .or(() -> answers.stream().filter(a -> a.status().equals("default")).findFirst())
        .or(() -> answers.stream().findFirst())
        .orElse(new Answer("204", Map.of(), List.of()));
  }
}
