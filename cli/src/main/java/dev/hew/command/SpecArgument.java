package dev.hew.command;

import dev.hew.flow.SpecInput;
import java.io.InputStream;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The argument SPEC, and how far its references may lead. */
final class SpecArgument {
  @Parameters(index = "0", paramLabel = "SPEC", description = SpecRoot.SPEC)
  private String spec;

  @Mixin
  private SpecRoot root;

  /**
   * @param folder where relative paths start
   */
  SpecInput.Reading read(Path folder, InputStream standardInput) {
    return root.read(spec, folder, standardInput);
  }

  @Override
  public String toString() {
    return spec;
  }
}
