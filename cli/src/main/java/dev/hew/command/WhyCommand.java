package dev.hew.command;

import dev.hew.flow.Ownership;
import dev.hew.report.Checked;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code hew why}: where a file comes from. */
@Command(
    name = "why",
    description = "Shows what a file was made of, and whose it is.",
    footer = {"", "Example:", "  hew why pom.xml"})
final class WhyCommand extends Shared implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "FILE", description = "a file of a service")
  private Path file;

  @Override
  public Integer call() {
    try {
      Checked<Ownership.Origin> origin = Ownership.of(folder().resolve(file));
      return new OriginReport(this).show(origin);
    } catch (IOException e) {
      throw new MachineException("`" + file + "` cannot be read: " + Ownership.reason(e), e);
    }
  }
}
