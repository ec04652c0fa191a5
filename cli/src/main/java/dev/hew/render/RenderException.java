package dev.hew.render;

/** A template or expression of a pack that cannot be evaluated, with the template's own place in it. */
public final class RenderException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient String template;
  private final int line;
  private final int column;

  RenderException(String template, int line, int column, String message, Throwable cause) {
    super(message, cause);
    this.template = template;
    this.line = line;
    this.column = column;
  }

  /** The template's path in the pack, or the expression itself. */
  public String template() {
    return template;
  }

  /** Counts from 1. */
  public int line() {
    return line;
  }

  /** Counts from 1. */
  public int column() {
    return column;
  }
}
