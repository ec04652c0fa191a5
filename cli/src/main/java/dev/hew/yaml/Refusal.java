package dev.hew.yaml;

import dev.hew.report.Diagnostic;

/** Ends the reading of a text at once; caught by {@link NodeReader}, which returns the diagnostic. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Diagnostic diagnostic;

  Refusal(Diagnostic diagnostic) {
    this(diagnostic, null);
  }

  Refusal(Diagnostic diagnostic, Throwable cause) {
    super(diagnostic.message(), cause);
    this.diagnostic = diagnostic;
  }

  Diagnostic diagnostic() {
    return diagnostic;
  }
}
