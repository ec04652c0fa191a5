package planted.dev.hew.command;

/** Breaks no rule. */
public final class InnocentCommand {}
