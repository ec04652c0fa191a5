package dev.hew;

import dev.hew.contract.Contract;
import dev.hew.flow.Generation;
import dev.hew.flow.NewService;
import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Makes services of documents of the corpus, compiles them, and sends their examples through the generated types. */
final class CorpusRun {
  /** So many Java files are compiled at once. */
  private static final int BATCH = 1500;

  private final Corpus corpus;
  private final Path resources;
  private final GeneratedCode compiler = new GeneratedCode();
  private final URLClassLoader libraries;
  private final List<Made> waiting = new ArrayList<>();
  private int number;

  /** What became of a document. */
  enum Kind {
    /** The service compiles without a warning. */
    COMPILED,
    /** hew refused it, in words. */
    REFUSED,
    /** The compiler has something against the service. */
    BROKEN,
    /** hew broke down. */
    CRASHED
  }

  /**
   * @param completed whether the document has no operations of its own; hew alone would refuse it
   * @param reasons why it was refused, did not compile or crashed, the first few
   * @param seconds of the processor that hew took to make the service
   * @param trips the examples that went through the generated types
   */
  record Outcome(
      String file,
      Kind kind,
      boolean completed,
      List<String> reasons,
      double seconds,
      CorpusRoundTrip.Result trips) {}

  private record Made(
      String file, double seconds, boolean completed, Contract contract, FileTree service) {}

  /**
   * @param resources an empty folder for what services look for on the class path
   */
  CorpusRun(Corpus corpus, Path resources) throws IOException {
    this.corpus = corpus;
    this.resources = resources;
    List<URL> urls = new ArrayList<>();
    for (File jar : GeneratedCode.libraries()) {
      urls.add(jar.toURI().toURL());
    }
    this.libraries =
        new URLClassLoader(urls.toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
  }

  /** One outcome for each document, not always in their order. */
  void of(List<String> files, Consumer<Outcome> outcomes) throws Exception {
    for (String file : files) {
      make(file, outcomes);
      if (waiting.stream().mapToInt(m -> m.service().files().size() / 2).sum() > BATCH) {
        compile(outcomes);
      }
    }
    compile(outcomes);
  }

  private void make(String file, Consumer<Outcome> outcomes) {
    double begin = seconds();
    try {
      Map<String, String> options = Map.of("package", "corpus.s" + number++);
      Checked<Corpus.Input> input = corpus.input(file);
      Checked<Generation> made =
          input.then(i -> NewService.plan(i.spec(), Optional.empty(), options, "test"));
      double seconds = seconds() - begin;
      if (made.ok()) {
        Corpus.Input from = input.value();
        waiting.add(new Made(
            file,
            seconds,
            from.completed(),
            from.spec().contract(),
            made.value().tree()));
      } else {
        List<String> reasons = made.diagnostics().stream()
            .filter(Diagnostic::isError)
            .map(d -> d.code() + ": " + d.message())
            .toList();
        outcomes.accept(outcome(file, Kind.REFUSED, reasons, seconds));
      }
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError crash) {
      String place = crash.getStackTrace().length == 0 ? "" : " at " + crash.getStackTrace()[0];
      double seconds = seconds() - begin;
      outcomes.accept(outcome(file, Kind.CRASHED, List.of(crash + place), seconds));
    }
  }

  /** The processor's time, which does not hang on what else the machine is doing. */
  private static double seconds() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
  }

  private static Outcome outcome(String file, Kind kind, List<String> reasons, double seconds) {
    return new Outcome(
        file, kind, false, reasons, seconds, new CorpusRoundTrip.Result(0, List.of()));
  }

  /** All at once, and one by one where that fails: an error in one service hides what else there is. */
  private void compile(Consumer<Outcome> outcomes) throws Exception {
    if (waiting.isEmpty()) {
      return;
    }
    List<FileTree> services = new ArrayList<>(List.of(helper()));
    waiting.forEach(made -> services.add(made.service()));
    GeneratedCode.Compiled all = compiler.compiled(services);
    for (Made made : waiting) {
      GeneratedCode.Compiled own =
          all.problems().isEmpty() ? all : compiler.compiled(List.of(helper(), made.service()));
      outcomes.accept(
          own.problems().isEmpty()
              ? new Outcome(
                  made.file(),
                  Kind.COMPILED,
                  made.completed(),
                  List.of(),
                  made.seconds(),
                  trips(made, own.classes()))
              : outcome(made.file(), Kind.BROKEN, own.problems(), made.seconds()));
    }
    waiting.clear();
  }

  private static FileTree helper() throws IOException {
    String text = Files.readString(Path.of("src", "test", "resources", "corpus", "Again.java"));
    return FileTree.empty().with(RelPath.of("Again.java"), Content.of(text));
  }

  private CorpusRoundTrip.Result trips(Made made, Map<String, byte[]> classes) throws Exception {
    Path folder = Files.createTempDirectory(resources, "service");
    for (var file : made.service().files().entrySet()) {
      String path = file.getKey().value();
      if (path.startsWith("src/main/resources/")) {
        Path target = folder.resolve(path.substring("src/main/resources/".length()));
        Files.createDirectories(target.getParent());
        Files.write(target, file.getValue().bytes());
      }
    }
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (ServiceLoader loader = new ServiceLoader(folder, libraries, classes)) {
      thread.setContextClassLoader(loader);
      return CorpusRoundTrip.of(made.contract(), made.service(), loader);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** The classes of a service that were compiled in memory. */
  private static final class ServiceLoader extends URLClassLoader {
    private final Map<String, byte[]> classes;

    ServiceLoader(Path resources, ClassLoader libraries, Map<String, byte[]> classes)
        throws MalformedURLException {
      super(new URL[] {resources.toUri().toURL()}, libraries);
      this.classes = classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] bytes = classes.get(name);
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }
  }
}
