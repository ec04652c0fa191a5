package dev.hew.cases;

import dev.hew.contract.SecurityScheme;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where a request has room for a credential: {@code {{auth.scheme}}}, with scopes where a token is to have them. Scheme
 * and scopes are percent-encoded.
 */
public final class CredentialPlace {
  private static final Pattern PLACE = Pattern.compile("(Basic )?\\{\\{auth\\.[^{}]*}}");
  private static final Pattern WHOLE = Pattern.compile("([^ ]+ )?\\{\\{auth\\.[^{}]*}}");
  private static final String NOBODY = "hew";
  private static final String NOBODY_WITH_PASSWORD = "Basic aGV3Omhldw==";

  private CredentialPlace() {}

  static String of(SecurityScheme scheme, Set<String> scopes) {
    String all = scopes.stream().map(s -> " " + Wire.escape(s, ":/")).collect(Collectors.joining());
    return "{{auth." + scheme.slug() + all + "}}";
  }

  /** Whether the value of a header, parameter or cookie is a place, after the name of an HTTP scheme or alone. */
  public static boolean is(String value) {
    return WHOLE.matcher(value).matches();
  }

  /** The text with a credential of the right form, but of nobody, in each place. */
  public static String filledByNobody(String text) {
    return PLACE
        .matcher(text)
        .replaceAll(place ->
            place.group(1) == null ? NOBODY : Matcher.quoteReplacement(NOBODY_WITH_PASSWORD));
  }
}
