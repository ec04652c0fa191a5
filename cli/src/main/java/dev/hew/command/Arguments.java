package dev.hew.command;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/**
 * What a command is called and takes. Declared by values: to read the same from picocli's annotations takes longer than
 * most commands take.
 *
 * <p>Nothing of picocli's is implemented by a lambda: its classes are of Java 5, and the archive of classes that the start
 * script keeps leaves out those that lambdas implement, with all that belongs to them.
 */
final class Arguments {
  /** Everything is made before picocli sees it; its own factory looks through all jars for classes of Groovy. */
  private static final IFactory FACTORY = new IFactory() {
    @Override
    public <K> K create(Class<K> type) throws ReflectiveOperationException {
      return type.getDeclaredConstructor().newInstance();
    }
  };

  static {
    // no argument is a time; to look how times are read takes longer than to parse a command line
    System.setProperty("picocli.converters.excludes", "java\\.time\\..*");
  }

  /**
   * What reads a word.
   *
   * @param type throws {@link picocli.CommandLine.TypeConversionException} with what is wrong with it
   */
  private record Converter<T>(Function<String, T> type) implements ITypeConverter<T> {
    @Override
    public T convert(String word) {
      return type.apply(word);
    }
  }

  private final CommandSpec spec;
  private int positions;

  /**
   * @param command what is run: a {@link Runnable} or a {@link java.util.concurrent.Callable} of the exit code
   * @param example a command line
   */
  Arguments(Object command, String name, String description, String example) {
    spec = CommandSpec.wrapWithoutInspection(command, FACTORY).name(name);
    spec.usageMessage()
        .description(description)
        .footer("", "Example:", "  " + example)
        .autoWidth(true);
    spec.versionProvider(new Version());
  }

  /** Says more below what the command takes. */
  Arguments withNote(String note) {
    spec.usageMessage()
        .footer(Stream.concat(Stream.of("", note), Stream.of(spec.usageMessage().footer()))
            .toArray(String[]::new));
    return this;
  }

  /** Lists the options in the order of their declaration; else by name. */
  Arguments unsorted() {
    spec.usageMessage().sortOptions(false).sortSynopsis(false);
    return this;
  }

  /** A command that only others below it do something for. */
  Arguments withCommands(List<Arguments> commands) {
    spec.usageMessage().synopsisSubcommandLabel("COMMAND");
    commands.forEach(command -> spec.addSubcommand(command.spec.name(), command.line()));
    return this;
  }

  CommandSpec spec() {
    return spec;
  }

  /** The command as picocli runs it. */
  CommandLine line() {
    spec.addOption(OptionSpec.builder("-h", "--help")
        .usageHelp(true)
        .type(boolean.class)
        .description("Show this help message and exit.")
        .build());
    spec.addOption(OptionSpec.builder("-V", "--version")
        .versionHelp(true)
        .type(boolean.class)
        .description("Print version information and exit.")
        .build());
    return new CommandLine(spec, FACTORY);
  }

  /** What is to be thrown when the arguments do not go together. */
  ParameterException misused(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  Argument<Boolean> flag(String name, String description) {
    return add(
        OptionSpec.builder(name).type(boolean.class).description(description).build());
  }

  <T> Argument<T> option(Class<T> type, String name, String label, String description) {
    return add(option(name, label, description).type(type).build());
  }

  <T> Argument<T> option(Function<String, T> type, String name, String label, String description) {
    return add(read(type, name, label, description).build());
  }

  /** An option without which the command cannot be. */
  <T> Argument<T> required(
      Function<String, T> type, String name, String label, String description) {
    return add(read(type, name, label, description).required(true).build());
  }

  private static <T> OptionSpec.Builder read(
      Function<String, T> type, String name, String label, String description) {
    return option(name, label, description)
        .type(Object.class)
        .converters(new Converter<>(type))
        .completionCandidates(words(label));
  }

  /** An option that may be given several times. */
  <T> Argument<List<T>> options(
      Function<String, T> type, String name, String label, String description) {
    return add(option(name, label, description)
        .type(ArrayList.class)
        .auxiliaryTypes(Object.class)
        .converters(new Converter<>(type))
        .build());
  }

  /** What a shell may complete: the words of {@code one|other}. */
  private static List<String> words(String label) {
    return label.contains("|") ? List.of(label.split("\\|")) : List.of();
  }

  private static OptionSpec.Builder option(String name, String label, String description) {
    return OptionSpec.builder(name).paramLabel(label).description(description);
  }

  /** The next positional argument. */
  <T> Argument<T> position(Class<T> type, String label, String description) {
    return add(position(label, description).type(type).arity("1").required(true).build());
  }

  /** The next positional argument, which may be left out. */
  <T> Argument<T> optionalPosition(Class<T> type, String label, String description) {
    return add(position(label, description).type(type).arity("0..1").build());
  }

  /** All positional arguments, one at least. */
  Argument<List<String>> positions(String label, String description) {
    return add(PositionalParamSpec.builder()
        .paramLabel(label)
        .description(description)
        .type(ArrayList.class)
        .auxiliaryTypes(String.class)
        .arity("1..*")
        .required(true)
        .build());
  }

  private PositionalParamSpec.Builder position(String label, String description) {
    return PositionalParamSpec.builder()
        .index(String.valueOf(positions++))
        .paramLabel(label)
        .description(description);
  }

  /** An option of this command and of all below it. */
  <T> Argument<T> everywhere(Class<T> type, String name, String label, String description) {
    return add(
        option(name, label, description).type(type).scopeType(ScopeType.INHERIT).build());
  }

  /** A flag that goes together with few others, to be given to {@link #atMostOne}. */
  Argument<Boolean> alternative(String name, String description) {
    return new Argument<>(
        OptionSpec.builder(name).type(boolean.class).description(description).build());
  }

  /** Says that of these flags at most one may be set. */
  @SafeVarargs
  final void atMostOne(Argument<Boolean>... flags) {
    ArgGroupSpec.Builder group = ArgGroupSpec.builder().exclusive(true).multiplicity("0..1");
    Stream.of(flags).map(Argument::spec).forEach(group::addArg);
    spec.addArgGroup(group.build());
  }

  private <T> Argument<T> add(ArgSpec argument) {
    spec.add(argument);
    return new Argument<>(argument);
  }
}
