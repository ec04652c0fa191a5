package dev.hew.command;

import dev.hew.flow.SpecInput;
import java.io.InputStream;
import java.nio.file.Path;

/** The argument SPEC, and how far its references may lead. */
final class SpecArgument {
  private final Argument<String> spec;
  private final SpecRoot root;

  SpecArgument(Arguments arguments) {
    spec = arguments.position(String.class, "SPEC", SpecRoot.SPEC);
    root = new SpecRoot(arguments);
  }

  /**
   * @param folder where relative paths start
   */
  SpecInput.Reading read(Path folder, InputStream standardInput) {
    return root.read(spec.required(), folder, standardInput);
  }

  @Override
  public String toString() {
    return spec.required();
  }
}
