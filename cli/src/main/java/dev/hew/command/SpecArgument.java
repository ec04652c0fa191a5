package dev.hew.command;

import dev.hew.flow.SpecInput;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The argument SPEC, and how far its references may lead. */
final class SpecArgument {
  @Parameters(
      index = "0",
      paramLabel = "SPEC",
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
