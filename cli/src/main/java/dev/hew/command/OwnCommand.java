package dev.hew.command;

import dev.hew.flow.Ownership;
import dev.hew.flow.Placed;
import dev.hew.pack.Owner;
import dev.hew.report.Checked;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.TypeConversionException;

/** {@code hew own}: whose a file is. */
final class OwnCommand extends Shared implements Callable<Integer> {

  private final Argument<Path> file =
      arguments().position(Path.class, "FILE", "a file of a service");
  private final Argument<Owner> owner =
      arguments().required(OwnCommand::owner, "--by", "hew|both|you", "the owner from now on");

  OwnCommand() {
    super(
        "own",
        "Says whose a file is: hew's, shared, or yours and never touched again.",
        "hew own Dockerfile --by you");
  }

  @Override
  public Integer call() {
    Path file = this.file.required();
    try {
      Checked<Ownership.Descent> origin =
          Ownership.give(folder().resolve(file), owner.required(), packs(false));
      return new OriginReport(this, Placed.named(file.toString(), folder(), folder())).show(origin);
    } catch (IOException e) {
      throw new MachineException("`" + file + "` keeps its owner: " + Ownership.reason(e), e);
    }
  }

  private static Owner owner(String word) {
    return Stream.of(Owner.values())
        .filter(owner -> owner.word().equals(word))
        .findFirst()
        .orElseThrow(() ->
            new TypeConversionException("`" + word + "` is no owner, but hew, both and you are"));
  }
}
