package dev.hew.command;

import dev.hew.flow.SpecInput;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** SPEC as an option, and how far its references may lead. */
final class SpecOption {
  @Option(
      names = "--spec",
      paramLabel = "SPEC",
      required = true,
      description =
          "an OpenAPI document or a hew.yaml: a file, - for standard input, REVISION:PATH or an https address")
  private String spec;

  @Option(
      names = "--root",
      paramLabel = "DIR",
      description = "the folder that the contract's references may not leave")
  private Path root;

  /**
   * @param folder where relative paths start
   */
  SpecInput.Reading read(Path folder, InputStream standardInput) {
    return SpecInput.read(
        spec, folder, Optional.ofNullable(root).map(folder::resolve), standardInput);
  }

  @Override
  public String toString() {
    return spec;
  }
}
