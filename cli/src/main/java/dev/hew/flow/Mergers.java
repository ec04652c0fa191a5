package dev.hew.flow;

import dev.hew.compiler.JavaModule;
import dev.hew.compiler.JavaOutline;
import dev.hew.merge.Labels;
import dev.hew.merge.Merger;
import java.util.Optional;

/** Makes mergers that know the parts of Java texts, where this Java has a compiler that finds them. */
final class Mergers {
  private Mergers() {}

  static Merger of(Labels labels) {
    return JavaModule.hasCompiler()
        ? new Merger(labels, JavaOutline::of)
        : new Merger(labels, text -> Optional.empty());
  }
}
