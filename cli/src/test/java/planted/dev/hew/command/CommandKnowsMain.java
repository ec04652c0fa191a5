package planted.dev.hew.command;

/** Breaks the rule {@code shell}. */
public final class CommandKnowsMain {
  planted.dev.hew.InnocentMain forbidden;
}
