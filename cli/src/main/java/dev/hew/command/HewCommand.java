package dev.hew.command;

import dev.hew.flow.NewService;
import dev.hew.report.Diagnostic;
import dev.hew.report.Nearest;
import dev.hew.report.TextReport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The root of the command line. */
@Command(
    name = "hew",
    description = "Turns a service spec into a ready-to-run microservice.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = Version.class,
    usageHelpAutoWidth = true,
    footer = {"", "Example:", "  hew new openapi.yaml orders"})
public final class HewCommand implements Runnable {
  /** In the order in which the help lists them. */
  private static final Map<String, Supplier<Object>> COMMANDS = commands();

  private final Console console;

  @Spec
  private CommandSpec spec;

  @Option(
      names = "-C",
      paramLabel = "DIR",
      description = "run as if started in DIR",
      scope = ScopeType.INHERIT)
  private Path folder;

  @Option(
      names = "--debug",
      description = "show the stack trace of an error in hew",
      scope = ScopeType.INHERIT)
  private boolean debug;

  private HewCommand(Console console) {
    this.console = console;
  }

  /**
   * Runs one command line.
   *
   * @return the exit code
   */
  public static int run(Console console, String... arguments) {
    HewCommand hew = new HewCommand(console);
    CommandLine line = new CommandLine(hew);
    wanted(arguments).forEach(command -> line.addSubcommand(command.get()));
    line.setOut(console.out())
        .setErr(console.err())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler((failure, command, parsed) -> hew.failed(failure))
        .setParameterExceptionHandler(HewCommand::misused);
    int code = execute(line, arguments);
    console.out().flush();
    console.err().flush();
    return code;
  }

  private static Map<String, Supplier<Object>> commands() {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("new", NewCommand::new);
    commands.put("update", UpdateCommand::new);
    commands.put("status", StatusCommand::new);
    commands.put("why", WhyCommand::new);
    commands.put("own", OwnCommand::new);
    commands.put("undo", UndoCommand::new);
    commands.put("adopt", AdoptCommand::new);
    commands.put("check", CheckCommand::new);
    commands.put("verify", VerifyCommand::new);
    commands.put("split", SplitCommand::new);
    commands.put("stacks", StacksCommand::new);
    commands.put("doctor", DoctorCommand::new);
    commands.put("completion", CompletionCommand::new);
    return commands;
  }

  /** The commands that a command line may be about. To read the options of one takes longer than to run it. */
  private static Collection<Supplier<Object>> wanted(String... arguments) {
    String first = arguments.length == 0 ? "" : arguments[0];
    return COMMANDS.containsKey(first) && !first.equals("completion")
        ? List.of(COMMANDS.get(first))
        : COMMANDS.values();
  }

  private static int execute(CommandLine line, String... arguments) {
    try {
      return line.execute(arguments);
    } catch (StackOverflowError | OutOfMemoryError e) {
      print(
          line.getErr(),
          Diagnostic.error("input-too-large", "the input needs more memory than hew has: " + e)
              .withHint(
                  "`JAVA_TOOL_OPTIONS=-Xmx4g` gives it more; a chain of many thousand references is refused all the same"));
      return Exit.SPEC;
    }
  }

  private static void print(PrintWriter err, Diagnostic diagnostic) {
    err.print(TextReport.of(List.of(diagnostic), List.of()));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }

  Console console() {
    return console;
  }

  /**
   * Where relative paths start.
   *
   * @throws ParameterException when {@code -C} names no folder
   */
  Path folder() {
    Path start = folder == null ? console.folder() : console.folder().resolve(folder);
    if (!NewService.isFolder(start)) {
      throw new ParameterException(spec.commandLine(), "-C: there is no folder `" + folder + "`");
    }
    return start;
  }

  private int failed(Exception failure) {
    boolean machine = failure instanceof MachineException;
    print(
        console.err(),
        machine
            ? Diagnostic.error("machine-refused", failure.getMessage())
                .withHint("look at the place that it names, or write elsewhere")
            : Diagnostic.error("hew-bug", "hew failed: " + failure)
                .withHint("this is a mistake in hew, not in your input; `--debug` shows where"));
    if (debug) {
      failure.printStackTrace(console.err());
    }
    return machine ? Exit.MACHINE : Exit.BUG;
  }

  private static int misused(ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    String help = "`" + command.getCommandSpec().qualifiedName() + " --help` shows how it is used";
    String hint =
        nearest(failure, command).map(n -> "did you mean `" + n + "`? " + help).orElse(help);
    print(
        command.getErr(),
        Diagnostic.error("command-line", failure.getMessage().replaceFirst("^Error: ", ""))
            .withHint(hint));
    return Exit.USAGE;
  }

  /** The option or command that the user probably meant. */
  private static Optional<String> nearest(ParameterException failure, CommandLine command) {
    if (!(failure instanceof UnmatchedArgumentException unmatched)
        || unmatched.getUnmatched().isEmpty()) {
      return Optional.empty();
    }
    List<String> known =
        new ArrayList<>(command.getParent() == null ? COMMANDS.keySet() : Set.of());
    known.addAll(command.getCommandSpec().optionsMap().keySet());
    return Nearest.to(unmatched.getUnmatched().get(0), known);
  }
}
