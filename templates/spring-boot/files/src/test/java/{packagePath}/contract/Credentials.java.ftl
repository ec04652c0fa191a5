[#assign security = service.security]
[#assign own = ['java.util.regex.Matcher', 'java.util.regex.Pattern', 'org.springframework.test.context.DynamicPropertyRegistry']]
[#if security.bearer]
[#assign own += ['java.nio.charset.StandardCharsets', 'java.security.KeyPair', 'java.security.KeyPairGenerator', 'java.security.NoSuchAlgorithmException', 'java.security.interfaces.RSAPrivateKey', 'java.security.interfaces.RSAPublicKey', 'java.time.Duration', 'java.time.Instant', 'java.util.Arrays', 'java.util.Base64', 'java.util.List', 'org.springframework.security.oauth2.jwt.JwtClaimsSet', 'org.springframework.security.oauth2.jwt.JwtEncoderParameters', 'org.springframework.security.oauth2.jwt.NimbusJwtEncoder', 'org.springframework.web.util.UriUtils']]
[/#if]
[#if security.basic || security.keys?has_content][#assign own += ['java.util.UUID']][/#if]
[#if security.basic && !security.bearer]
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
[#if security.bearer]
  private final KeyPair keys = keys();
  private final NimbusJwtEncoder tokens =
      NimbusJwtEncoder.withKeyPair((RSAPublicKey) keys.getPublic(), (RSAPrivateKey) keys.getPrivate()).build();
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
    properties.add("spring.security.oauth2.resourceserver.jwt.public-key-location", this::publicKey);
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

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  /** As Spring reads a resource that is no file. */
  private String publicKey() {
    String key = Base64.getMimeEncoder().encodeToString(keys.getPublic().getEncoded());
    String pem = "-----BEGIN PUBLIC KEY-----\n" + key + "\n-----END PUBLIC KEY-----\n";
    return "base64:" + Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.US_ASCII));
  }

  private String token(String scopes) {
    List<String> granted =
        Arrays.stream(scopes.strip().split(" ")).map(scope -> UriUtils.decode(scope, StandardCharsets.UTF_8)).toList();
    Instant now = Instant.now();
    JwtClaimsSet claims =
        JwtClaimsSet.builder()
            .subject("tester")
            .claim("scp", granted)
            .issuedAt(now)
            .expiresAt(now.plus(Duration.ofHours(1)))
            .build();
    return tokens.encode(JwtEncoderParameters.from(claims)).getTokenValue();
  }
[/#if]
}
