package org.example.library.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Answers for operations that are yet to be written; the header {@code Hew-Stub} says so. */
final class Stub {
  private static final String CODE = "code=";

  private Stub() {}

  /**
   * The contract's example of success. A caller may ask for another documented status with {@code Prefer: code=...}.
   *
   * <p>The body is the example as it is to be sent, not a {@code T}: do not look into it.
   *
   * @param operation the name of the operation's method
   */
  @SuppressWarnings("unchecked")
  static <T> ResponseEntity<T> answer(String operation) {
    HttpServletRequest request =
        ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    Optional<String> status =
        Optional.ofNullable(request.getHeader("Prefer")).stream()
            .flatMap(preferences -> Arrays.stream(preferences.split("[,;]")))
            .map(String::strip)
            .filter(preference -> preference.startsWith(CODE))
            .map(preference -> preference.substring(CODE.length()))
            .findFirst();
    List<MediaType> accepted = MediaType.parseMediaTypes(request.getHeader(HttpHeaders.ACCEPT));

    Answer answer = Answers.example(operation, status);
    ResponseEntity.BodyBuilder response =
        ResponseEntity.status(answer.code()).headers(answer.httpHeaders()).header("Hew-Stub", "true");
    return (ResponseEntity<T>)
        answer
            .bodyFor(accepted)
            .map(body -> response.contentType(body.mediaType()).body((Object) body.bytes()))
            .orElseGet(response::build);
  }
}
