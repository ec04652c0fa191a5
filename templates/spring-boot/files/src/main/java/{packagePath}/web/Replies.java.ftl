package [=package].web;

[#assign body]
/** What controllers answer with beside items. */
final class Replies {
  private Replies() {}
[#if storage.anyLocation()]

  /** Where the item with this key is, seen from where it was added. */
  static URI location(Object key) {
    return ServletUriComponentsBuilder.fromCurrentRequestUri().pathSegment("{key}").build(key);
  }
[/#if]
[#if storage.anyLink()]

  /** Where the list goes on: the same request with a cursor; null without one. */
  static URI next(String parameter, String cursor) {
    return cursor == null
        ? null
        : ServletUriComponentsBuilder.fromCurrentRequest().replaceQueryParam(parameter, cursor).build(true).toUri();
  }
[/#if]
[#if storage.anyCursorIn('header')]

  /** The same as a header {@code Link} (RFC 8288). */
  static HttpHeaders linked(String parameter, String cursor) {
    var headers = new HttpHeaders();
    if (cursor != null) {
      headers.add(HttpHeaders.LINK, "<" + next(parameter, cursor) + ">; rel=\"next\"");
    }
    return headers;
  }
[/#if]
[#if storage.anyNumber()]

  /** What is no number is the key of nothing. */
  static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is nothing with this key.");
    }
  }
[/#if]
[#if storage.anySince()]

  /** Whether a change is later than a date of HTTP, which has no parts of seconds; what is no date counts as none. */
  static boolean isLater(OffsetDateTime change, String date) {
    try {
      Instant since = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
      return change.toInstant().truncatedTo(ChronoUnit.SECONDS).isAfter(since);
    } catch (DateTimeParseException none) {
      return false;
    }
  }
[/#if]
[#if storage.anyCondition() || storage.anySince()]

  static ResponseStatusException changed() {
    return new ResponseStatusException(HttpStatus.PRECONDITION_FAILED, "This has changed since it was read.");
  }
[/#if]
[#if storage.anyMissing()]

  static ResponseStatusException missing(String what) {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such " + what + ".");
  }
[/#if]
}
[/#assign]
[#list service.mentioned([
  'java.net.URI',
  'java.time.Instant',
  'java.time.OffsetDateTime',
  'java.time.format.DateTimeFormatter',
  'java.time.format.DateTimeParseException',
  'java.time.temporal.ChronoUnit',
  'org.springframework.http.HttpHeaders',
  'org.springframework.http.HttpStatus',
  'org.springframework.web.server.ResponseStatusException',
  'org.springframework.web.servlet.support.ServletUriComponentsBuilder'
], body) as import]
import [=import];
[/#list]

[=body][#rt]
