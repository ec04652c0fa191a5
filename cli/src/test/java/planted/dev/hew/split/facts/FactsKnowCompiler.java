package planted.dev.hew.split.facts;

/** Breaks the rule {@code door-compiler}. */
public final class FactsKnowCompiler {
  com.sun.source.tree.Tree forbidden;
}
