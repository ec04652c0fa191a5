package com.example.orders.contract;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.web.util.UriUtils;

/** The credentials that cases ask for with {@code {{auth.scheme scope ...}}}; made up anew for each run. */
final class Credentials {
  private static final Pattern PLACE = Pattern.compile("\\{\\{auth\\.([^ }]+)((?: [^ }]+)*)}}");
  private final KeyPair keys = keys();
  private final NimbusJwtEncoder tokens =
      NimbusJwtEncoder.withKeyPair((RSAPublicKey) keys.getPublic(), (RSAPrivateKey) keys.getPrivate()).build();

  /** Tells the service under test which credentials are right. */
  void register(DynamicPropertyRegistry properties) {
    properties.add("spring.security.oauth2.resourceserver.jwt.public-key-location", this::publicKey);
  }

  /** A text of a request with every place for a credential filled in. */
  String fill(String text) {
    return PLACE
        .matcher(text)
        .replaceAll(place -> Matcher.quoteReplacement(credential(place.group(1), place.group(2))));
  }

  private String credential(String scheme, String scopes) {
    return switch (scheme) {
      case "bearerAuth" -> token(scopes);
      default -> "unknown"; // the service does not check it
    };
  }

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
}
