package dev.hew.model;

import dev.hew.yaml.Node;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tells whether the values that a schema lists can be the constants of a type. */
final class Constants {
  /** As many as a class has room for: the JVM allows 64 KB of code to make them in. */
  private static final int MOST = 1000;

  /** What the JVM has room for in one text, in bytes. */
  private static final int LONGEST = 65_535;

  private Constants() {}

  /** Otherwise each is a plain value, which is held against the schema. */
  static boolean fit(List<Node> values) {
    return values.size() <= MOST
        && values.stream()
            .flatMap(value -> value.string().stream())
            .allMatch(text -> text.getBytes(StandardCharsets.UTF_8).length < LONGEST);
  }
}
