package com.example.guarded.contract;

import com.example.guarded.Token;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.web.util.UriUtils;

/** The credentials that cases ask for with {@code {{auth.scheme scope ...}}}; made up anew for each run. */
final class Credentials {
  private static final Pattern PLACE = Pattern.compile("\\{\\{auth\\.([^ }]+)((?: [^ }]+)*)}}");
  private final String readerCard = UUID.randomUUID().toString();
  private final String systemExit1HomeAuthX = UUID.randomUUID().toString();
  private final String password = UUID.randomUUID().toString();

  /** Tells the service under test which credentials are right. */
  void register(DynamicPropertyRegistry properties) {
    properties.add("api-keys.reader-card", () -> readerCard);
    properties.add("api-keys.system-exit1-home-auth-x", () -> systemExit1HomeAuthX);
    properties.add("basic.username", () -> "tester");
    properties.add("basic.password", () -> password);
    token(""); // the keys are made with the first token
    properties.add(
        "spring.security.oauth2.resourceserver.jwt.public-key-location", () -> Token.PUBLIC_KEY.toUri().toString());
  }

  /** A text of a request with every place for a credential filled in. */
  String fill(String text) {
    return PLACE
        .matcher(text)
        .replaceAll(place -> Matcher.quoteReplacement(credential(place.group(1), place.group(2))));
  }

  private String credential(String scheme, String scopes) {
    return switch (scheme) {
      case "readerCard" -> readerCard;
      case "staff" -> token(scopes);
      case "desk" ->
          Base64.getEncoder().encodeToString(("tester:" + password).getBytes(StandardCharsets.UTF_8));
      case "%22%29%3B%20System.exit%281%29%3B%20%2F%2F%20%24%7BHOME%7D%20%7B%7Bauth.x%7D%7D%"
          + "20%7C%20%60" -> systemExit1HomeAuthX;
      default -> "unknown"; // the service does not check it
    };
  }

  private static String token(String scopes) {
    try {
      return Token.withScopes(
          Arrays.stream(scopes.strip().split(" "))
              .map(scope -> UriUtils.decode(scope, StandardCharsets.UTF_8))
              .toArray(String[]::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
