package planted.dev.hew.disk;

/** Breaks the rule {@code edges}. */
public final class EdgeKnowsRule {
  planted.dev.hew.contract.InnocentContract forbidden;
}
