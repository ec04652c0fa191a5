package org.example.library.contract;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.test.context.DynamicPropertyRegistry;

/** The credentials that cases ask for with {@code {{auth.scheme scope ...}}}; made up anew for each run. */
final class Credentials {
  private static final Pattern PLACE = Pattern.compile("\\{\\{auth\\.([^ }]+)((?: [^ }]+)*)}}");
  private final String readerCard = UUID.randomUUID().toString();

  /** Tells the service under test which credentials are right. */
  void register(DynamicPropertyRegistry properties) {
    properties.add("api-keys.reader-card", () -> readerCard);
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
      default -> "unknown"; // the service does not check it
    };
  }
}
