package dev.hew.compiler;

/** What the Java that hew runs on comes with. */
public final class JavaModule {
  private JavaModule() {}

  /**
   * Whether there is a compiler. To be asked before anything else here is touched: a small Java lacks even the types
   * that the rest is linked with.
   */
  public static boolean hasCompiler() {
    return ModuleLayer.boot().findModule("jdk.compiler").isPresent();
  }
}
