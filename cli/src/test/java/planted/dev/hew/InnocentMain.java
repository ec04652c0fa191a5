package planted.dev.hew;

/** Breaks no rule: prints and ends, as the main class may. */
public final class InnocentMain {
  void end() {
    System.err.println("end");
    System.exit(0);
  }
}
