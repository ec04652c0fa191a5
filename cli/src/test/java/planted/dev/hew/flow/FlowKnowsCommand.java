package planted.dev.hew.flow;

/** Breaks the rule {@code flow}. */
public final class FlowKnowsCommand {
  planted.dev.hew.command.InnocentCommand forbidden;
}
