package dev.hew.flow;

import dev.hew.contract.Contract;
import dev.hew.contract.SecurityScheme;
import dev.hew.disk.Reasons;
import dev.hew.disk.TextFile;
import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.report.Nearest;
import dev.hew.verify.Caller;
import dev.hew.verify.Caller.Credential;
import dev.hew.verify.Mask;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes of the headers and credentials that a user named those that are sent. */
public final class Credentials {
  private static final int LONGEST = 64 * 1024;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
  private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e\\x80-\\x{ffff}]*");

  /** What looks like a scheme's name before a key; the equals signs that end a text in Base64 follow no name. */
  private static final Pattern NAMED = Pattern.compile("[A-Za-z0-9._-]+=(?!=*$).*", Pattern.DOTALL);

  private static final Pattern SECRETIVE =
      Pattern.compile(".*(auth|cookie|key|pass|secret|session|token).*", Pattern.CASE_INSENSITIVE);

  private final Contract contract;
  private final Map<String, String> environment;
  private final Path folder;
  private final List<Diagnostic> problems = new ArrayList<>();
  private final Map<String, String> headers = new LinkedHashMap<>();
  private final List<Credential> credentials = new ArrayList<>();
  private final List<String> secrets = new ArrayList<>();

  private Credentials(Contract contract, Map<String, String> environment, Path folder) {
    this.contract = contract;
    this.environment = environment;
    this.folder = folder;
  }

  /**
   * What a user named. A value {@code env:NAME} stands in the environment, {@code file:PATH} in a file.
   *
   * @param headers each {@code Name: value}
   * @param bearer a token
   * @param basic {@code user:password}
   * @param keys each an API key, after the name of its scheme and an equals sign where there are several
   */
  public record Named(
      List<String> headers, Optional<String> bearer, Optional<String> basic, List<String> keys) {}

  /** Who calls, and what of it is secret. */
  public record Known(Caller caller, Mask mask) {}

  /**
   * @param environment variables by name
   * @param folder where relative paths start
   */
  public static Checked<Known> of(
      Named named, Contract contract, Map<String, String> environment, Path folder) {
    Credentials made = new Credentials(contract, environment, folder);
    named.headers().forEach(made::header);
    named
        .bearer()
        .flatMap(token -> made.value("--bearer", token, true))
        .ifPresent(token -> made.authorization("bearer", "Bearer " + token));
    named.basic().flatMap(pair -> made.value("--basic", pair, true)).ifPresent(made::basic);
    named.keys().forEach(made::key);
    Known known = new Known(new Caller(made.headers, made.credentials), new Mask(made.secrets));
    return Checked.of(known, made.problems);
  }

  private void header(String text) {
    int colon = text.indexOf(':');
    String name = colon < 0 ? text : text.substring(0, colon).strip();
    if (colon < 0 || !NAME.matcher(name).matches()) {
      refuse(
          "`--header` takes a name, a colon and a value",
          "for example `--header 'Accept-Language: de'`");
      return;
    }
    boolean expected = usesHeader(name);
    value(
            "--header",
            text.substring(colon + 1).strip(),
            expected || SECRETIVE.matcher(name).matches())
        .ifPresent(value -> {
          if (expected) {
            credentials.add(new Credential("header", name, "", value));
          } else {
            headers.put(name, value);
          }
        });
  }

  private void basic(String pair) {
    int colon = pair.indexOf(':');
    if (colon < 0) {
      refuse(
          "`--basic` takes a user, a colon and a password",
          "`env:NAME` or `file:PATH` keeps them out of the list of processes");
      return;
    }
    secrets.add(pair.substring(colon + 1));
    authorization(
        "basic",
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
  }

  /** For the operations that the contract asks it for; where the contract knows of no such thing, for all. */
  private void authorization(String scheme, String value) {
    boolean expected = contract.securitySchemes().values().stream()
        .anyMatch(
            s -> s.scheme().orElse("bearer").equals(scheme) && usesHeader(s, "Authorization"));
    if (expected) {
      credentials.add(new Credential("header", "Authorization", scheme, value));
    } else {
      headers.put("Authorization", value);
    }
  }

  private void key(String text) {
    Map<String, SecurityScheme> schemes = contract.securitySchemes().entrySet().stream()
        .filter(e -> e.getValue().type().equals("apiKey"))
        .collect(Collectors.toMap(
            Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
    int equals = text.indexOf('=');
    String name = equals < 0 ? "" : text.substring(0, equals);
    boolean named = schemes.containsKey(name);
    if (schemes.isEmpty()) {
      refuse("the contract has no API key", "`--header` sends any other header");
      return;
    }
    if (!named && (schemes.size() > 1 || NAMED.matcher(text).matches())) {
      refuse(name, schemes.keySet());
      return;
    }
    SecurityScheme scheme =
        named ? schemes.get(name) : schemes.values().iterator().next();
    value("--api-key", named ? text.substring(equals + 1) : text, true)
        .ifPresent(value -> credentials.add(new Credential(
            scheme.in().orElse("header"), scheme.parameter().orElse("key"), "", value)));
  }

  /** A name that is near none of the contract's is not repeated: it may be part of a key that holds an equals sign. */
  private void refuse(String name, Set<String> schemes) {
    String all = schemes.stream().map(n -> "`" + n + "`").collect(Collectors.joining(", "));
    Nearest.to(name, schemes)
        .ifPresentOrElse(
            near -> refuse(
                "the contract has no API key `" + name + "`", "did you mean `" + near + "`?"),
            () -> refuse(
                name.isEmpty()
                    ? "`--api-key` has to say which of the contract's API keys it is"
                    : "what stands before the equals sign is none of the contract's API keys",
                "`--api-key NAME=KEY`, with " + (schemes.size() > 1 ? "one of " : "") + all));
  }

  private boolean usesHeader(String name) {
    return contract.securitySchemes().values().stream().anyMatch(s -> usesHeader(s, name));
  }

  private static boolean usesHeader(SecurityScheme scheme, String name) {
    return switch (scheme.type()) {
      case "http", "oauth2", "openIdConnect" -> name.equalsIgnoreCase("Authorization");
      case "apiKey" ->
        scheme.in().orElse("header").equals("header")
            && name.equalsIgnoreCase(scheme.parameter().orElse("key"));
      default -> false;
    };
  }

  /** What a value stands for; noted when there is no such thing. */
  private Optional<String> value(String option, String text, boolean secret) {
    boolean referred = text.startsWith("env:") || text.startsWith("file:");
    Optional<String> value = text.startsWith("env:")
        ? variable(text.substring("env:".length()))
        : text.startsWith("file:") ? file(text.substring("file:".length())) : Optional.of(text);
    if (value.filter(Predicate.not(v -> VALUE.matcher(v).matches())).isPresent()) {
      refuse(
          "the value of `" + option + "` holds a line end or another control character",
          "a header is one line");
      return Optional.empty();
    }
    value.filter(v -> secret || referred).ifPresent(v -> {
      secrets.add(v);
      secrets.add(v.substring(v.indexOf(' ') + 1));
    });
    return value;
  }

  private Optional<String> variable(String name) {
    Optional<String> value = Optional.ofNullable(environment.get(name));
    if (value.isEmpty()) {
      refuse(
          "the environment has no variable `" + name + "`",
          Nearest.to(name, environment.keySet())
              .map(n -> "did you mean `" + n + "`?")
              .orElse("`export " + name + "=...` sets it"));
    }
    return value;
  }

  private Optional<String> file(String path) {
    try {
      return Optional.of(TextFile.read(folder.resolve(path), LONGEST).replaceFirst("\\R$", ""));
    } catch (IOException e) {
      refuse(
          "`" + path + "` cannot be read: " + Reasons.of(e),
          "the file holds the value and nothing else");
    } catch (InvalidPathException e) {
      refuse(
          "`" + path + "` is no path: " + e.getReason(),
          "the file holds the value and nothing else");
    }
    return Optional.empty();
  }

  private void refuse(String why, String hint) {
    problems.add(Diagnostic.error("caller-value", why).withHint(hint));
  }
}
