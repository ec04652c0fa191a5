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

  /** Those that callers send with a call, and that nobody keeps. */
  private static final Set<String> SENT = Set.of("meta", "jsonapi", "request", "trace");

  private OfTheCall() {}

  /** Whether a property of that name is said of a call: {@code statusCode}, {@code request_id}. */
  public static boolean is(String property) {
    return consists(property, WORDS);
  }

  /**
   * Whether a property of a body may stand beside what is kept: less of that is said of the call, since what is said of
   * the item would be lost.
   */
  static boolean isBesideSent(String property) {
    return consists(property, SENT);
  }

  private static boolean consists(String property, Set<String> some) {
    List<String> words = Words.of(property).words();
    return words.stream().anyMatch(some::contains)
        && words.stream().allMatch(w -> some.contains(w) || w.equals("id"));
  }

  /** Whether it may be so though it is an object. */
  static boolean mayBeObject(String property) {
    List<String> words = Words.of(property).words();
    return words.size() == 1 && OBJECTS.contains(words.get(0));
  }
}
