package dev.hew.command;

import dev.hew.flow.SpecInput;
import java.io.InputStream;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** SPEC as an option, and how far its references may lead. */
final class SpecOption {
  @Option(names = "--spec", paramLabel = "SPEC", required = true, description = SpecRoot.SPEC)
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
