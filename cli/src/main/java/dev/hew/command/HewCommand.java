package dev.hew.command;

import dev.hew.flow.NewService;
import dev.hew.report.Diagnostic;
import dev.hew.report.Nearest;
import dev.hew.report.TextReport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The root of the command line. */
public final class HewCommand implements Runnable {
  /** In the order in which the help lists them. */
  private static final List<String> COMMANDS = List.of(
      "new",
      "update",
      "status",
      "why",
      "own",
      "undo",
      "adopt",
      "check",
      "verify",
      "split",
      "stacks",
      "doctor",
      "completion");

  private final Console console;
  private final Arguments arguments = new Arguments(
      this,
      "hew",
      "Turns a service spec into a ready-to-run microservice.",
      "hew new openapi.yaml orders");
  private final Argument<Path> folder =
      arguments.everywhere(Path.class, "-C", "DIR", "run as if started in DIR");
  private final Argument<Boolean> debug =
      arguments.everywhere(boolean.class, "--debug", "", "show the stack trace of an error in hew");

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
    CommandLine line = hew.arguments
        .withCommands(wanted(arguments).stream().map(HewCommand::command).toList())
        .line();
    line.setOut(console.out())
        .setErr(console.err())
        .setExecutionExceptionHandler(hew.new Failed())
        .setParameterExceptionHandler(new Misused());
    int code = execute(line, arguments);
    console.out().flush();
    console.err().flush();
    return code;
  }

  private static Arguments command(String name) {
    return switch (name) {
      case "new" -> new NewCommand().arguments();
      case "update" -> new UpdateCommand().arguments();
      case "status" -> new StatusCommand().arguments();
      case "why" -> new WhyCommand().arguments();
      case "own" -> new OwnCommand().arguments();
      case "undo" -> new UndoCommand().arguments();
      case "adopt" -> new AdoptCommand().arguments();
      case "check" -> new CheckCommand().arguments();
      case "verify" -> new VerifyCommand().arguments();
      case "split" -> new SplitCommand().arguments();
      case "stacks" -> new StacksCommand().arguments();
      case "doctor" -> new DoctorCommand().arguments();
      case "completion" -> new CompletionCommand().arguments();
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** The commands that a command line may be about. To declare the options of all takes longer than to run one. */
  private static List<String> wanted(String... arguments) {
    String first = arguments.length == 0 ? "" : arguments[0];
    return COMMANDS.contains(first) && !first.equals("completion") ? List.of(first) : COMMANDS;
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
    throw arguments.misused("a command is missing");
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
    Path start = folder.value().map(console.folder()::resolve).orElse(console.folder());
    if (!NewService.isFolder(start)) {
      throw arguments.misused("-C: there is no folder `" + folder.required() + "`");
    }
    return start;
  }

  private final class Failed implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(
        Exception failure, CommandLine command, ParseResult parsed) {
      return failed(failure);
    }
  }

  private static final class Misused implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
      return misused(failure);
    }
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
    if (debug.isSet()) {
      failure.printStackTrace(console.err());
    }
    return machine ? Exit.MACHINE : Exit.BUG;
  }

  private static int misused(ParameterException failure) {
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
    List<String> known = new ArrayList<>(command.getParent() == null ? COMMANDS : List.of());
    known.addAll(command.getCommandSpec().optionsMap().keySet());
    return Nearest.to(unmatched.getUnmatched().get(0), known);
  }
}
