package planted.dev.hew.flow;

/** Breaks the rule {@code door-picocli}. */
public final class FlowParsesArguments {
  picocli.CommandLine forbidden;
}
