package dev.hew;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.cases.Cases;
import dev.hew.flow.Verification;
import dev.hew.http.Connection;
import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import dev.hew.verify.Address;
import dev.hew.verify.Caller;
import dev.hew.verify.Finding;
import dev.hew.verify.Judge;
import dev.hew.verify.Server;
import dev.hew.verify.Trial;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A generated service, compiled and started in a process of its own, on a port of its own choice. One that keeps things
 * is started as for a local run, with a database of its own.
 */
final class RunningService implements AutoCloseable {
  private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
  private static final Pattern MAIN = Pattern.compile(
      "package ([\\w.]+);.*@SpringBootApplication\\s+public class (\\w+) ", Pattern.DOTALL);
  /** What a local run of a service that keeps things needs. */
  private static final Pattern LOCAL =
      Pattern.compile("^src/test/java/.*/(Local\\w+Application|EmbeddedDatabase)\\.java$");

  private static final Pattern LOCAL_MAIN =
      Pattern.compile("package ([\\w.]+);.*public class (Local\\w+Application) ", Pattern.DOTALL);
  private static final Pattern BESIDE = Pattern.compile(
      "<directory>\\.</directory>\\s*<targetPath>docs</targetPath>(.*?)</resource>",
      Pattern.DOTALL);
  private static final Pattern INCLUDE = Pattern.compile("<include>(.*?)</include>");
  private static final int LONGEST_START_SECONDS = 120;

  private final Process process;
  private final Path log;
  private final int port;

  private RunningService(Process process, Path log, int port) {
    this.process = process;
    this.log = log;
    this.port = port;
  }

  /**
   * Starts one.
   *
   * @param folder an empty one, which the service is written to and runs in
   * @param options for its Java machine, such as {@code -Xmx128m}
   */
  static RunningService start(FileTree service, Path folder, String... options) throws Exception {
    Golden.write(folder, service, FileTree.empty());
    Path classes = Files.createDirectories(folder.resolve("target/classes"));
    FileTree sources = below(service, "src/main/java/");
    for (Map.Entry<RelPath, Content> file : service.files().entrySet()) {
      if (LOCAL.matcher(file.getKey().value()).find()) {
        String path = file.getKey().value().substring("src/test/java/".length());
        sources = sources.with(RelPath.of(path), file.getValue());
      }
    }
    assertEquals(List.of(), new GeneratedCode().compile(sources, classes));
    Golden.write(classes, below(service, "src/main/resources/"), FileTree.empty());
    FileTree packaged = FileTree.empty();
    for (Map.Entry<RelPath, Content> file : service.files().entrySet()) {
      String path = file.getKey().value();
      if (path.startsWith("api/") || path.equals("contract/schemas.json")) {
        packaged = packaged.with(file.getKey(), file.getValue());
      }
    }
    Golden.write(classes, packaged, FileTree.empty());
    Golden.write(classes.resolve("docs"), beside(service), FileTree.empty());
    Path log = folder.resolve("target/service.log");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", classes + File.pathSeparator + classPath(service)));
    command.addAll(List.of(main(sources), "--server.port=0", "--server.address=127.0.0.1"));
    Process process = new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
    for (int i = 0; i < LONGEST_START_SECONDS * 10 && process.isAlive(); i++) {
      Matcher found = PORT.matcher(Files.readString(log));
      if (found.find()) {
        return new RunningService(process, log, Integer.parseInt(found.group(1)));
      }
      Thread.sleep(100);
    }
    process.destroyForcibly();
    throw new AssertionError("the service did not start:\n" + Files.readString(log));
  }

  int port() {
    return port;
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  /** What its contract cases find. */
  List<Finding> findings(Cases cases) throws Exception {
    Server server = Verification.server(
        Address.of(url()).value(),
        new Caller(Map.of(), List.of()),
        new Connection(Duration.ofSeconds(30)));
    return new Trial(new Judge(cases.schemas()), server).run(cases.cases(), finding -> {});
  }

  /** Those of its contract cases that fail, with what is wrong. */
  List<String> failed(Cases cases) throws Exception {
    return failed(findings(cases));
  }

  static List<String> failed(List<Finding> findings) {
    return findings.stream()
        .filter(Finding::failed)
        .map(f -> f.one().id() + ": " + f.problems() + " " + f.request() + " " + f.answer())
        .toList();
  }

  /** What the service has printed so far. */
  List<String> log() throws IOException {
    return Files.readAllLines(log);
  }

  /** The files that the pom puts beside the API page. */
  private static FileTree beside(FileTree service) {
    String pom = service.get(RelPath.of("pom.xml")).orElseThrow().text();
    Matcher resource = BESIDE.matcher(pom);
    FileTree files = FileTree.empty();
    Matcher include = INCLUDE.matcher(resource.find() ? resource.group(1) : "");
    while (include.find()) {
      Pattern selected = Pattern.compile(include.group(1).replace(".", "\\.").replace("?", "."));
      for (Map.Entry<RelPath, Content> file : service.files().entrySet()) {
        if (selected.matcher(file.getKey().value()).matches()) {
          files = files.with(file.getKey(), file.getValue());
        }
      }
    }
    return files;
  }

  /** Without the configuration of what this service's pom does not ask for, which would act up by being there. */
  private static String classPath(FileTree service) throws IOException {
    String pom = service.get(RelPath.of("pom.xml")).orElseThrow().text();
    List<String> absent = Stream.of("security", "jdbc", "flyway")
        .filter(feature -> !pom.contains("spring-boot-starter-" + feature))
        .map(feature -> "spring-boot-" + feature)
        .toList();
    return GeneratedCode.libraries().stream()
        .filter(jar -> absent.stream().noneMatch(jar.getName()::startsWith))
        .map(File::getPath)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String main(FileTree sources) {
    return Stream.of(LOCAL_MAIN, MAIN)
        .flatMap(main -> sources.files().values().stream().map(Content::text).map(main::matcher))
        .filter(Matcher::find)
        .map(found -> found.group(1) + "." + found.group(2))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no class has a main method"));
  }

  /** The files of a folder, by their paths in it. */
  private static FileTree below(FileTree tree, String folder) {
    TreeMap<RelPath, Content> files = new TreeMap<>();
    tree.files().forEach((path, content) -> {
      if (path.value().startsWith(folder)) {
        files.put(RelPath.of(path.value().substring(folder.length())), content);
      }
    });
    assertTrue(!files.isEmpty(), folder);
    return new FileTree(files);
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }
}
