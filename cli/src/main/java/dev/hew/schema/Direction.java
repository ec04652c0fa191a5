package dev.hew.schema;

/** Which way a value travels, seen from the server. */
public enum Direction {
  /** In an answer: {@code writeOnly} properties stay away. */
  READ,
  /** In a request: {@code readOnly} properties stay away. */
  WRITE;

  /** The keyword of the properties that do not travel this way. */
  public String hiddenBy() {
    return this == READ ? "writeOnly" : "readOnly";
  }
}
