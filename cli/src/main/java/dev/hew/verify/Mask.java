package dev.hew.verify;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Keeps secrets out of what is printed, wherever they stand in it: a server may well repeat what it was sent. */
public final class Mask {
  private static final String MASK = "***";

  private final List<String> forms;

  /**
   * @param secrets as the user gave them
   */
  public Mask(List<String> secrets) {
    this.forms = secrets.stream()
        .flatMap(Mask::forms)
        .filter(form -> !form.isEmpty())
        .distinct()
        .sorted(Comparator.comparing(String::length).reversed())
        .toList();
  }

  /** A secret as it may travel: plain, in a URL, in a text of JSON, in basic authentication. */
  private static Stream<String> forms(String secret) {
    String escaped = URLEncoder.encode(secret, StandardCharsets.UTF_8);
    return Stream.of(
        secret,
        escaped,
        escaped.replace("+", "%20"),
        secret.replace("\\", "\\\\").replace("\"", "\\\""),
        Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)));
  }

  /** The text with each secret in it replaced. */
  public String of(String text) {
    String masked = text;
    for (String form : forms) {
      masked = masked.replace(form, MASK);
    }
    return masked;
  }
}
