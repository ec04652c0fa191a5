package dev.hew.compiler;

import com.sun.source.util.JavacTask;
import dev.hew.report.Position;
import dev.hew.report.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Asks the compiler of the JDK what it makes of Java texts of which it sees no library, and makes no class files. */
public final class JavaCheck {
  /** All errors of all files, whatever else is wrong. */
  private static final List<String> OPTIONS = List.of(
      "-proc:none",
      "-implicit:none",
      "-Xlint:none",
      "-Xmaxerrs",
      "1000000",
      "-XDshould-stop.ifError=ATTR");

  private static final String NO_OVERRIDE = "compiler.err.method.does.not.override.superclass";
  private static final Pattern LITERAL = Pattern.compile("\"(?:\\\\.|[^\"\\\\\n])*\"");
  private static final Pattern DECLARED = Pattern.compile("(?<=[\\s>\\]])\\w+(?=\\s*\\()");

  private JavaCheck() {}

  /**
   * An error. That a method overrides none is said of its name; the compiler says it of an {@code @Override}, and one of
   * these is like the other.
   *
   * @param file the name of the text
   * @param line from 1
   * @param column from 1
   * @param what the compiler's words in one line
   * @param where what it says of the class or variable that was asked; empty when it says nothing
   */
  public record Problem(String file, int line, int column, String what, String where) {}

  /**
   * What the compiler says.
   *
   * @param problems the errors; none when it could not be asked
   * @param unknown why it could not be asked
   */
  public record Findings(List<Problem> problems, Optional<String> unknown) {
    public Findings {
      problems = List.copyOf(problems);
    }

    private static Findings unknown(String why) {
      return new Findings(List.of(), Optional.of(why));
    }
  }

  /**
   * The errors of some texts that belong together. Since libraries are missing there are many; those that two versions
   * of the same code do not share are what the difference brings about.
   *
   * @param files named by their paths
   * <p>Only where {@link JavaModule#hasCompiler}.
   *
   * @return none, and why, when the compiler breaks down on one of them
   */
  public static Findings of(List<Source> files) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<Problem> problems = new ArrayList<>();
    List<Text> texts = new ArrayList<>();
    // the compiler wraps a text, so that its address tells which it is
    Map<URI, Source> names = new HashMap<>();
    for (Source file : files) {
      Text text = new Text(texts.size(), file.name().replaceAll(".*/", ""), file.text());
      texts.add(text);
      names.put(text.toUri(), file);
    }
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(d -> {}, Locale.ROOT, StandardCharsets.UTF_8)) {
      manager.setLocation(StandardLocation.CLASS_PATH, List.of());
      JavacTask task = (JavacTask) compiler.getTask(
          Writer.nullWriter(),
          manager,
          diagnostic -> note(diagnostic, names, problems),
          OPTIONS,
          null,
          texts);
      task.analyze();
      return new Findings(problems, Optional.empty());
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot fail to be read", e);
    } catch (RuntimeException | AssertionError | StackOverflowError e) {
      // the compiler breaks down in many ways on text that is no Java
      return Findings.unknown(
          "the compiler broke down on it (" + e.getClass().getSimpleName() + ")");
    }
  }

  private static void note(
      Diagnostic<? extends JavaFileObject> diagnostic,
      Map<URI, Source> names,
      List<Problem> problems) {
    if (diagnostic.getKind() != Diagnostic.Kind.ERROR || diagnostic.getSource() == null) {
      return;
    }
    List<String> words = diagnostic
        .getMessage(Locale.ROOT)
        .lines()
        .map(line -> line.strip().replaceAll("\\s+", " ").replaceAll(";$", ""))
        .filter(line -> !line.isEmpty())
        .toList();
    String location = "location: ";
    Source file = names.get(diagnostic.getSource().toUri());
    Position place = place(diagnostic, file);
    problems.add(new Problem(
        file.name(),
        place.line(),
        place.column(),
        words.stream()
            .filter(line -> !line.startsWith(location))
            .map(line -> line.startsWith("symbol: ") ? line.substring(8) : line)
            .collect(Collectors.joining("; "))
            .replace("cannot find symbol; ", "cannot find "),
        words.stream()
            .filter(line -> line.startsWith(location))
            .map(line -> line.substring(location.length()))
            .findFirst()
            .orElse("")));
  }

  private static Position place(Diagnostic<? extends JavaFileObject> diagnostic, Source file) {
    String text = file.text();
    int at = (int) diagnostic.getPosition();
    if (NO_OVERRIDE.equals(diagnostic.getCode()) && at >= 0 && at < text.length()) {
      String bare = LITERAL
          .matcher(text.substring(at))
          .replaceAll(literal -> " ".repeat(literal.group().length()));
      Matcher name = DECLARED.matcher(bare);
      if (name.find()) {
        int start = at + name.start();
        String before = text.substring(0, start);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return new Position(
            file.name(), line, columns(before.substring(before.lastIndexOf('\n') + 1)) + 1);
      }
    }
    int line = (int) Math.max(1, diagnostic.getLineNumber());
    int column = (int) Math.max(1, diagnostic.getColumnNumber());
    return new Position(file.name(), line, column);
  }

  /** How wide a text is to the compiler. */
  static int columns(String text) {
    int column = 0;
    for (int i = 0; i < text.length(); i++) {
      column = text.charAt(i) == '\t' ? column / 8 * 8 + 8 : column + 1;
    }
    return column;
  }
}
