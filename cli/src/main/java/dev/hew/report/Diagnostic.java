package dev.hew.report;

import java.util.Optional;

/**
 * One problem: what it is, where it is, and what to do about it.
 *
 * @param level whether it stops the command
 * @param code a stable kebab-case name with a section of its own in {@code docs/messages.md}
 * @param message one sentence without a final full stop, user's words in backticks
 * @param position where; empty when the problem has no place in a text
 * @param length how many characters from the position on are meant; at least 1
 * @param hint what the user can do; empty when there is nothing useful to say
 */
public record Diagnostic(
    Level level,
    String code,
    String message,
    Optional<Position> position,
    int length,
    Optional<String> hint) {

  public static Diagnostic error(String code, Position position, String message) {
    return new Diagnostic(Level.ERROR, code, message, Optional.of(position), 1, Optional.empty());
  }

  public static Diagnostic error(String code, String message) {
    return new Diagnostic(Level.ERROR, code, message, Optional.empty(), 1, Optional.empty());
  }

  public static Diagnostic warning(String code, Position position, String message) {
    return new Diagnostic(Level.WARNING, code, message, Optional.of(position), 1, Optional.empty());
  }

  public static Diagnostic warning(String code, String message) {
    return new Diagnostic(Level.WARNING, code, message, Optional.empty(), 1, Optional.empty());
  }

  public Diagnostic withHint(String text) {
    return new Diagnostic(level, code, message, position, length, Optional.of(text));
  }

  public Diagnostic withLength(int characters) {
    return new Diagnostic(level, code, message, position, Math.max(1, characters), hint);
  }

  /** Enough to tell most of them apart, and a JVM need not weave it anew at every start. */
  @Override
  public int hashCode() {
    return message.hashCode();
  }

  public boolean isError() {
    return level == Level.ERROR;
  }
}
