package planted.dev.hew.model;

/** Breaks the rule {@code lines}. */
public final class LineKnowsFlow {
  planted.dev.hew.flow.InnocentFlow forbidden;
}
