package dev.hew.command;

import dev.hew.flow.Ownership;
import dev.hew.pack.Owner;
import dev.hew.report.Checked;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code hew own}: whose a file is. */
@Command(
    name = "own",
    description = "Says whose a file is: hew's, shared, or yours and never touched again.",
    footer = {"", "Example:", "  hew own Dockerfile --by you"})
final class OwnCommand extends Shared implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "FILE", description = "a file of a service")
  private Path file;

  @Option(
      names = "--by",
      paramLabel = "hew|both|you",
      required = true,
      converter = OwnerConverter.class,
      description = "the owner from now on")
  private Owner owner;

  @Override
  public Integer call() {
    try {
      Checked<Ownership.Origin> origin = Ownership.give(folder().resolve(file), owner);
      return new OriginReport(this).show(origin);
    } catch (IOException e) {
      throw new MachineException("`" + file + "` keeps its owner: " + Ownership.reason(e), e);
    }
  }

  private static final class OwnerConverter implements ITypeConverter<Owner> {
    @Override
    public Owner convert(String word) {
      return Stream.of(Owner.values())
          .filter(owner -> owner.word().equals(word))
          .findFirst()
          .orElseThrow(() ->
              new TypeConversionException("`" + word + "` is no owner, but hew, both and you are"));
    }
  }
}
