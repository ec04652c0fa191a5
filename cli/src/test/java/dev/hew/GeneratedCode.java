package dev.hew;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.tree.FileTree;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compiles the Java files of a generated service in memory, against the libraries that its pom names. */
public final class GeneratedCode {
  /** Written by the module in {@code src/test/service-classpath}. */
  private static final Path CLASS_PATH = Path.of("..", "target", "service-classpath.txt");

  /** Everything javac can warn of, and what the parent pom of a generated service adds. */
  private static final List<String> OPTIONS =
      List.of("-Xlint:all", "--release", "17", "-parameters", "-proc:none");

  private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
  private final StandardJavaFileManager standard;
  private final JavaFileManager files;
  private final List<File> jars;
  private final Map<String, InMemory> classes = new HashMap<>();

  public GeneratedCode() throws IOException {
    assertTrue(
        Files.exists(CLASS_PATH),
        () -> CLASS_PATH + " is missing: run Maven from the top of the clone");
    this.standard = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
    this.jars = libraries();
    standard.setLocation(StandardLocation.CLASS_PATH, jars);
    this.files = new ForwardingJavaFileManager<>(standard) {
      @Override
      public JavaFileObject getJavaFileForOutput(
          Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
        InMemory file = new InMemory(className, kind);
        classes.put(className, file);
        return file;
      }
    };
  }

  /**
   * The classes of a service and the libraries that it names, and nothing of hew's.
   *
   * @throws AssertionError when it does not compile without a warning
   */
  ClassLoader loaded(FileTree service) throws IOException {
    assertEquals(List.of(), problems(service));
    Map<String, InMemory> compiled = Map.copyOf(classes);
    List<URL> urls = new ArrayList<>();
    for (File jar : jars) {
      urls.add(jar.toURI().toURL());
    }
    return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader()) {
      @Override
      protected Class<?> findClass(String name) throws ClassNotFoundException {
        InMemory file = compiled.get(name);
        if (file == null) {
          return super.findClass(name);
        }
        byte[] bytes = file.bytes.toByteArray();
        return defineClass(name, bytes, 0, bytes.length);
      }
    };
  }

  /** The jars that a generated service is compiled and run with. */
  static List<File> libraries() throws IOException {
    return Stream.of(classPath().split(File.pathSeparator)).map(File::new).toList();
  }

  /** The libraries that a generated service is compiled and run with. */
  static String classPath() throws IOException {
    return Files.readString(CLASS_PATH).strip();
  }

  /**
   * What came of a compilation.
   *
   * @param problems each warning and error of the compiler, one line each
   * @param classes class files by the class's name
   */
  record Compiled(List<String> problems, Map<String, byte[]> classes) {}

  /** Several services at once, which is quicker; each must have a package of its own. */
  Compiled compiled(List<FileTree> services) {
    List<Source> sources = new ArrayList<>();
    for (int i = 0; i < services.size(); i++) {
      sources.addAll(sources(services.get(i), i + "/"));
    }
    List<String> problems = problems(sources, files);
    Map<String, byte[]> bytes = new HashMap<>();
    classes.forEach((name, file) -> bytes.put(name, file.bytes.toByteArray()));
    return new Compiled(problems, bytes);
  }

  /** Each warning and error of the compiler, one line each. */
  public List<String> problems(FileTree service) {
    return problems(sources(service, ""), files);
  }

  /** The same for some files of a service; the classes of the others lie in folders. */
  public List<String> problems(FileTree some, List<Path> others) throws IOException {
    List<File> path = new ArrayList<>(jars);
    others.forEach(folder -> path.add(folder.toFile()));
    standard.setLocation(StandardLocation.CLASS_PATH, path);
    try {
      return problems(sources(some, ""), files);
    } finally {
      standard.setLocation(StandardLocation.CLASS_PATH, jars);
    }
  }

  /** The same; the classes go to a folder. */
  public List<String> compile(FileTree service, Path folder) throws IOException {
    standard.setLocation(StandardLocation.CLASS_OUTPUT, List.of(folder.toFile()));
    return problems(sources(service, ""), standard);
  }

  private static List<Source> sources(FileTree service, String prefix) {
    return service.files().entrySet().stream()
        .filter(file -> file.getKey().value().endsWith(".java"))
        .map(file -> new Source(prefix + file.getKey().value(), file.getValue().text()))
        .toList();
  }

  private List<String> problems(List<Source> sources, JavaFileManager files) {
    classes.clear();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    boolean compiled =
        compiler.getTask(null, files, found, OPTIONS, null, sources).call();
    List<String> problems =
        found.getDiagnostics().stream().map(GeneratedCode::line).toList();
    assertTrue(compiled || !problems.isEmpty(), "a failure has a reason");
    return problems;
  }

  private static String line(Diagnostic<? extends JavaFileObject> problem) {
    String place = problem.getSource() == null
        ? ""
        : problem.getSource().getName() + ":" + problem.getLineNumber() + ": ";
    return place + problem.getKind() + ": " + problem.getMessage(Locale.ROOT);
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String path;
    private final String text;

    Source(String path, String text) {
      super(
          URI.create("memory:///"
              + java.net.URLEncoder.encode(path, StandardCharsets.UTF_8).replace("%2F", "/")),
          Kind.SOURCE);
      this.path = path;
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }

    @Override
    public String getName() {
      return path;
    }

    @Override
    public boolean isNameCompatible(String simpleName, Kind kind) {
      return path.substring(path.lastIndexOf('/') + 1).equals(simpleName + kind.extension);
    }
  }

  /** A class file. */
  private static final class InMemory extends SimpleJavaFileObject {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    InMemory(String className, Kind kind) {
      super(
          URI.create("memory:///out/"
              + java.net.URLEncoder.encode(className, StandardCharsets.UTF_8) + kind.extension),
          kind);
    }

    @Override
    public OutputStream openOutputStream() {
      bytes.reset();
      return bytes;
    }
  }
}
