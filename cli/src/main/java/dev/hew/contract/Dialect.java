package dev.hew.contract;

import java.util.Optional;
import java.util.regex.Pattern;

/** The version of the language that a document is written in. */
enum Dialect {
  SWAGGER_2_0,
  OPENAPI_3_0,
  OPENAPI_3_1,
  OPENAPI_3_2;

  private static final Pattern V3 = Pattern.compile("3\\.([0-2])(\\.\\d+.*)?");

  /** The dialect of a version as written under {@code openapi}. */
  static Optional<Dialect> ofOpenapi(String version) {
    var matcher = V3.matcher(version.strip());
    return matcher.matches()
        ? Optional.of(values()[1 + matcher.group(1).charAt(0) - '0'])
        : Optional.empty();
  }

  boolean isSwagger() {
    return this == SWAGGER_2_0;
  }

  /** Whether schemas are JSON Schema 2020-12 as they stand. */
  boolean isModern() {
    return compareTo(OPENAPI_3_1) >= 0;
  }
}
