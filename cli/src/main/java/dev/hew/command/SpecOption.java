package dev.hew.command;

import dev.hew.flow.SpecInput;
import java.io.InputStream;
import java.nio.file.Path;

/** SPEC as an option, and how far its references may lead. */
final class SpecOption {
  private final Argument<String> spec;
  private final SpecRoot root;

  SpecOption(Arguments arguments) {
    spec = arguments.required(text -> text, "--spec", "SPEC", SpecRoot.SPEC);
    root = new SpecRoot(arguments);
  }

  /**
   * @param folder where relative paths start
   */
  SpecInput.Reading read(Path folder, InputStream standardInput) {
    return root.read(spec.required(), folder, standardInput);
  }
}
