package dev.hew.schema;

import dev.hew.yaml.Node;
import java.util.Optional;

/** The outcome of looking for a value that a schema allows. */
public sealed interface Sample {

  /** The value, when there is one. */
  default Optional<Node> value() {
    return Optional.empty();
  }

  /** A value that the schema allows, proven by validation. */
  record Found(Node node) implements Sample {
    @Override
    public Optional<Node> value() {
      return Optional.of(node);
    }
  }

  /**
   * No value was found: the schema allows none, or none that hew can make.
   *
   * @param reason what was wrong with the best attempt, one line
   */
  record None(String reason) implements Sample {}
}
