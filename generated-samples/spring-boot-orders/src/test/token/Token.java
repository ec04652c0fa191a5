import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;

/**
 * Makes a token (JWT) for a local run, with the scopes that it is given:
 * {@code java src/test/token/Token.java read write}.
 *
 * <p>The keys are made on first use, below {@code target}: no other service takes these tokens, no clone has the keys.
 */
public final class Token {
  /** Signs. */
  private static final Path PRIVATE_KEY = Path.of("target", "token", "private.der");

  /** What the service has to be told. */
  private static final Path PUBLIC_KEY = Path.of("target", "token", "public.pem");

  private static final byte[] HEADER = "{\"alg\":\"RS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8);

  private Token() {}

  public static void main(String[] scopes) throws IOException, GeneralSecurityException {
    System.out.println(withScopes(scopes));
  }

  /** A token that is valid for a day. */
  private static String withScopes(String... scopes) throws IOException, GeneralSecurityException {
    Instant now = Instant.now();
    String granted =
        Arrays.stream(scopes)
            .map(scope -> "\"" + scope.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
            .collect(Collectors.joining(","));
    String claims =
        String.format(
            "{\"sub\":\"local\",\"scp\":[%s],\"iat\":%d,\"exp\":%d}",
            granted, now.getEpochSecond(), now.plus(Duration.ofDays(1)).getEpochSecond());
    String signed = base64(HEADER) + "." + base64(claims.getBytes(StandardCharsets.UTF_8));
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(privateKey());
    signature.update(signed.getBytes(StandardCharsets.US_ASCII));
    return signed + "." + base64(signature.sign());
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static PrivateKey privateKey() throws IOException, GeneralSecurityException {
    if (!Files.exists(PRIVATE_KEY) || !Files.exists(PUBLIC_KEY)) {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      KeyPair keys = generator.generateKeyPair();
      Files.createDirectories(PRIVATE_KEY.getParent());
      Files.write(PRIVATE_KEY, keys.getPrivate().getEncoded());
      String pem = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(keys.getPublic().getEncoded());
      Files.writeString(PUBLIC_KEY, "-----BEGIN PUBLIC KEY-----\n" + pem + "\n-----END PUBLIC KEY-----\n");
    }
    return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(Files.readAllBytes(PRIVATE_KEY)));
  }
}
