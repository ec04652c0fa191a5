package dev.hew.compiler;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import dev.hew.code.SourceFile;
import dev.hew.report.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticListener;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** Parses Java texts with the compiler of the JDK that hew runs on; nothing is resolved and no class file is read. */
public final class JavaParser {
  private static final List<String> OPTIONS =
      List.of("-proc:none", "-Xlint:none", "-Xmaxerrs", "1000000");

  private JavaParser() {}

  /**
   * What the files say, in the order given. A file that breaks the grammar is there with what could be read and its
   * flaws; one that the compiler cannot bear is there with nothing else.
   *
   * @throws IllegalStateException when this Java has no compiler
   */
  public static List<SourceFile> parse(List<Source> files) {
    if (files.isEmpty()) {
      return List.of(); // the compiler takes nothing for a mistake
    }
    JavaCompiler compiler = compiler();
    try {
      return parse(compiler, files);
    } catch (RuntimeException | AssertionError | StackOverflowError e) {
      // the compiler breaks down in many ways on text that is no Java; the file that did it says so
      if (files.size() > 1) {
        return files.stream().flatMap(file -> parse(List.of(file)).stream()).toList();
      }
      SourceFile.Flaw flaw = new SourceFile.Flaw(1, "the compiler gives up: " + e);
      return List.of(new SourceFile(files.get(0).name(), "", List.of(), List.of(), List.of(flaw)));
    }
  }

  /** What a reader finds in the tree of one text; nothing when the text breaks the grammar or the reader finds nothing. */
  static <T> Optional<T> tree(
      String text, BiFunction<CompilationUnitTree, SourcePositions, T> reader) {
    JavaCompiler compiler = compiler();
    List<Diagnostic<? extends JavaFileObject>> errors = new ArrayList<>();
    JavacTask task = task(compiler, errors::add, List.of(new Text(0, "Unit.java", text)));
    try {
      CompilationUnitTree unit = task.parse().iterator().next();
      return errors.stream().anyMatch(e -> e.getKind() == Diagnostic.Kind.ERROR)
          ? Optional.empty()
          : Optional.ofNullable(reader.apply(unit, Trees.instance(task).getSourcePositions()));
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot fail to be read", e);
    } catch (RuntimeException | AssertionError | StackOverflowError e) {
      // the compiler breaks down in many ways on text that is no Java
      return Optional.empty();
    }
  }

  /** Where the compiler breaks down it prints how, which nobody is to see; what it throws says enough. */
  private static JavacTask task(
      JavaCompiler compiler, DiagnosticListener<JavaFileObject> listener, List<Text> texts) {
    return (JavacTask) compiler.getTask(Writer.nullWriter(), null, listener, OPTIONS, null, texts);
  }

  private static JavaCompiler compiler() {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new IllegalStateException("this Java has no compiler");
    }
    return compiler;
  }

  private static List<SourceFile> parse(JavaCompiler compiler, List<Source> files) {
    Map<URI, List<SourceFile.Flaw>> flaws = new HashMap<>();
    Map<URI, String> names = new HashMap<>();
    List<Text> texts = new ArrayList<>();
    for (Source file : files) {
      Text text = new Text(texts.size(), "Unit.java", file.text());
      texts.add(text);
      names.put(text.toUri(), file.name());
    }
    JavacTask task = task(compiler, diagnostic -> note(diagnostic, flaws), texts);
    Trees trees = Trees.instance(task);
    List<SourceFile> parsed = new ArrayList<>();
    try {
      for (CompilationUnitTree unit : task.parse()) {
        URI text = unit.getSourceFile().toUri();
        parsed.add(new UnitReader(unit, trees.getSourcePositions())
            .read(names.get(text), flaws.getOrDefault(text, List.of())));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot fail to be read", e);
    }
    return parsed;
  }

  private static void note(
      Diagnostic<? extends JavaFileObject> diagnostic, Map<URI, List<SourceFile.Flaw>> flaws) {
    if (diagnostic.getKind() == Diagnostic.Kind.ERROR && diagnostic.getSource() != null) {
      String message =
          diagnostic.getMessage(Locale.ROOT).lines().findFirst().orElse("").strip();
      flaws
          .computeIfAbsent(diagnostic.getSource().toUri(), s -> new ArrayList<>())
          .add(new SourceFile.Flaw((int) Math.max(1, diagnostic.getLineNumber()), message));
    }
  }

  /** A text as the compiler wants it; the compiler wraps it, so that its address tells which it is. */
}
