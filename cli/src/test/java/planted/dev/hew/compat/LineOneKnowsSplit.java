package planted.dev.hew.compat;

/** Breaks the rule {@code line-one}. */
public final class LineOneKnowsSplit {
  planted.dev.hew.split.graph.InnocentGraph forbidden;
}
