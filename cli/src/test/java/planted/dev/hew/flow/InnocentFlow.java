package planted.dev.hew.flow;

/** Breaks no rule. */
public final class InnocentFlow {}
