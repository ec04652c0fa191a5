package dev.hew.command;

import dev.hew.flow.Ownership;
import dev.hew.flow.Placed;
import dev.hew.report.Checked;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** {@code hew why}: where a file comes from. */
final class WhyCommand extends Shared implements Callable<Integer> {

  private final Argument<Path> file =
      arguments().position(Path.class, "FILE", "a file of a service");

  WhyCommand() {
    super("why", "Shows what a file was made of, and whose it is.", "hew why pom.xml");
  }

  @Override
  public Integer call() {
    Path file = this.file.required();
    try {
      Checked<Ownership.Descent> origin = Ownership.of(folder().resolve(file), packs(false));
      return new OriginReport(this, Placed.named(file.toString(), folder(), folder())).show(origin);
    } catch (IOException e) {
      throw new MachineException("`" + file + "` cannot be read: " + Ownership.reason(e), e);
    }
  }
}
