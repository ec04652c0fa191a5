package dev.hew.resource;

import dev.hew.model.Words;
import java.util.List;
import java.util.Set;

/** What is said of a call, and not of what is kept, as far as the names of properties tell. */
public final class OfTheCall {
  private static final Set<String> WORDS = Set.of(
      "message",
      "messages",
      "msg",
      "success",
      "ok",
      "status",
      "code",
      "error",
      "errors",
      "detail",
      "details",
      "warnings",
      "meta",
      "metadata",
      "links",
      "included",
      "jsonapi",
      "timestamp",
      "request",
      "trace",
      "version");

  /** Those that may be objects. */
  private static final Set<String> OBJECTS =
      Set.of("error", "errors", "meta", "metadata", "links", "included", "jsonapi");

  private OfTheCall() {}

  /** Whether a property of that name is said of a call: {@code statusCode}, {@code request_id}. */
  public static boolean is(String property) {
    List<String> words = Words.of(property).words();
    return words.stream().anyMatch(WORDS::contains)
        && words.stream().allMatch(w -> WORDS.contains(w) || w.equals("id"));
  }

  /** Whether it may be so though it is an object. */
  static boolean mayBeObject(String property) {
    List<String> words = Words.of(property).words();
    return words.size() == 1 && OBJECTS.contains(words.get(0));
  }
}
