package planted.dev.hew.flow;

/** Breaks the rule {@code output} by a field. */
public final class FlowPrints {
  void forbidden() {
    System.out.println();
  }
}
