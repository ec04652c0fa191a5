package dev.hew.command;

import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;

/**
 * An option or positional argument of a command, and what it was given once the command line is parsed.
 *
 * @param <T> the type of what it is given; a list where it may be given several times
 */
final class Argument<T> {
  private final ArgSpec spec;

  Argument(ArgSpec spec) {
    this.spec = spec;
  }

  ArgSpec spec() {
    return spec;
  }

  /** What it was given; empty when it was not. */
  Optional<T> value() {
    return Optional.ofNullable(spec.getValue());
  }

  /** What an argument without which no command line is parsed was given. */
  T required() {
    return value().orElseThrow();
  }

  /** What it was given, or else this. */
  T or(T other) {
    return value().orElse(other);
  }

  /** Whether a flag stands on the command line. */
  boolean isSet() {
    return Boolean.TRUE.equals(spec.getValue());
  }
}
