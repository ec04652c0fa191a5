package dev.hew.command;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** hew's own version, from the manifest of its jar. */
final class Version implements IVersionProvider {

  static String text() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("unreleased");
  }

  @Override
  public String[] getVersion() {
    return new String[] {"hew " + text()};
  }
}
