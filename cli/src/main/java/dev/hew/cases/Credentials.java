package dev.hew.cases;

import dev.hew.contract.Contract;
import dev.hew.contract.Operation;
import dev.hew.contract.SecurityScheme;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Dummy credentials of the right form, for the first way in that an operation offers.
 *
 * @param query pieces {@code name=value}, escaped
 * @param cookies pieces {@code name=value}, escaped
 */
record Credentials(Map<String, String> headers, List<String> query, List<String> cookies) {

  static Credentials of(Operation operation, Contract contract) {
    Map<String, String> headers = new LinkedHashMap<>();
    List<String> query = new ArrayList<>();
    List<String> cookies = new ArrayList<>();
    operation.security().stream()
        .limit(1)
        .flatMap(requirement -> requirement.schemes().keySet().stream())
        .map(contract.securitySchemes()::get)
        .filter(java.util.Objects::nonNull)
        .forEach(scheme -> add(scheme, headers, query, cookies));
    return new Credentials(headers, query, cookies);
  }

  private static void add(
      SecurityScheme scheme,
      Map<String, String> headers,
      List<String> query,
      List<String> cookies) {
    switch (scheme.type()) {
      case "http" ->
        headers.put(
            "Authorization",
            switch (scheme.scheme().orElse("bearer")) {
              case "basic" -> "Basic aGV3Omhldw==";
              case "bearer" -> "Bearer hew";
              case "digest" ->
                "Digest username=\"hew\", realm=\"hew\", nonce=\"hew\", uri=\"/\", response=\""
                    + "0".repeat(32) + "\"";
              default -> Names.safe(scheme.scheme().orElse("")) + " hew";
            });
      case "oauth2", "openIdConnect" -> headers.put("Authorization", "Bearer hew");
      case "apiKey" -> {
        String name = scheme.parameter().orElse("key");
        switch (scheme.in().orElse("header")) {
          case "query" -> query.add(Wire.escape(name, "") + "=hew");
          case "cookie" -> cookies.add(name + "=hew");
          default -> headers.put(name, "hew");
        }
      }
      default -> {}
    }
  }
}
