package planted.dev.hew.flow;

/** Breaks the rule {@code mood} by a call. */
public final class FlowReadsClock {
  java.time.Instant forbidden = java.time.Instant.now();
}
