[#assign security = service.security]
[#assign own = ['java.util.regex.Matcher', 'java.util.regex.Pattern', 'org.springframework.test.context.DynamicPropertyRegistry']]
[#if security.bearer]
[#assign own += [package + '.Token', 'java.io.IOException', 'java.io.UncheckedIOException', 'java.nio.charset.StandardCharsets', 'java.security.GeneralSecurityException', 'java.util.Arrays', 'org.springframework.web.util.UriUtils']]
[/#if]
[#if security.basic || security.keys?has_content][#assign own += ['java.util.UUID']][/#if]
[#if security.basic]
[#assign own += ['java.nio.charset.StandardCharsets', 'java.util.Base64']]
[/#if]
package [=package].contract;

[#list service.sorted(own) as import]
import [=import];
[/#list]

/** The credentials that cases ask for with {@code {{auth.scheme scope ...}}}; made up anew for each run. */
final class Credentials {
  private static final Pattern PLACE = Pattern.compile("\\{\\{auth\\.([^ }]+)((?: [^ }]+)*)}}");
[#list security.keys as key]
  private final String [=key.member] = UUID.randomUUID().toString();
[/#list]
[#if security.basic]
  private final String password = UUID.randomUUID().toString();
[/#if]

  /** Tells the service under test which credentials are right. */
  void register(DynamicPropertyRegistry properties) {
[#list security.keys as key]
    properties.add("api-keys.[=key.property]", () -> [=key.member]);
[/#list]
[#if security.basic]
    properties.add("basic.username", () -> "tester");
    properties.add("basic.password", () -> password);
[/#if]
[#if security.bearer]
    token(""); // the keys are made with the first token
    properties.add(
        "spring.security.oauth2.resourceserver.jwt.public-key-location", () -> Token.PUBLIC_KEY.toUri().toString());
[/#if]
  }

  /** A text of a request with every place for a credential filled in. */
  String fill(String text) {
    return PLACE
        .matcher(text)
        .replaceAll(place -> Matcher.quoteReplacement(credential(place.group(1), place.group(2))));
  }

  private String credential(String scheme, String scopes) {
    return switch (scheme) {
[#list security.schemes as scheme]
[#switch scheme.kind]
[#case 'bearer']
      case [=scheme.written.literal()] -> token(scopes);
[#break]
[#case 'basic']
      case [=scheme.written.literal()] ->
          Base64.getEncoder().encodeToString(("tester:" + password).getBytes(StandardCharsets.UTF_8));
[#break]
[#case 'key']
      case [=scheme.written.literal()] -> [=security.key(scheme).member];
[#break]
[/#switch]
[/#list]
      default -> "unknown"; // the service does not check it
    };
  }
[#if security.bearer]

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
[/#if]
}
