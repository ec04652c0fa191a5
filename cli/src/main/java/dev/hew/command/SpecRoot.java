package dev.hew.command;

import dev.hew.flow.SpecInput;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/** How a SPEC is read, wherever it stands on the command line, and how far its references may lead. */
final class SpecRoot {
  /** What a SPEC may be. */
  static final String SPEC =
      "an OpenAPI document or a hew.yaml: a file, - for standard input, REVISION:PATH or an https address";

  private final Argument<Path> root;

  SpecRoot(Arguments arguments) {
    root = arguments.option(
        Path.class, "--root", "DIR", "the folder that the contract's references may not leave");
  }

  /**
   * @param folder where relative paths start
   */
  SpecInput.Reading read(String spec, Path folder, InputStream standardInput) {
    return SpecInput.read(spec, folder, folder(folder), standardInput);
  }

  /** The folder that references may not leave; empty for the git top level around the contract. */
  Optional<Path> folder(Path start) {
    return root.value().map(start::resolve);
  }
}
