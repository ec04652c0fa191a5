package planted.dev.hew.split.graph;

/** Breaks no rule. */
public final class InnocentGraph {}
