package planted.dev.hew.contract;

/** Breaks no rule. */
public final class InnocentContract {}
