package dev.hew.mutants;

import dev.hew.tree.FileTree;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A generated service: built with its own build, started from its own jar. */
final class RunningService implements AutoCloseable {
  private static final Pattern STARTED =
      Pattern.compile("Tomcat started on port (\\d+) \\(http\\) with context path '(.*)'");

  private final Process process;
  private final String url;

  private RunningService(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  /**
   * Writes, builds and starts a service.
   *
   * @param folder a new one
   */
  static RunningService start(FileTree service, Path folder)
      throws IOException, InterruptedException {
    for (var file : service.files().entrySet()) {
      Path path = folder.resolve(file.getKey().value());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue().bytes());
    }
    Path log = folder.resolve("build.log");
    int built = new ProcessBuilder("mvn", "-B", "-ntp", "-DskipTests", "package")
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start()
        .waitFor();
    if (built != 0) {
      throw new IOException("the service cannot be built:\n" + Files.readString(log));
    }
    return started(jar(folder.resolve("target")));
  }

  private static Path jar(Path target) throws IOException {
    try (Stream<Path> files = Files.list(target)) {
      return files.filter(f -> f.toString().endsWith(".jar")).findFirst().orElseThrow();
    }
  }

  private static RunningService started(Path jar) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process = new ProcessBuilder(
            java, "-jar", jar.toString(), "--server.port=0", "--server.address=127.0.0.1")
        .redirectErrorStream(true)
        .start();
    BufferedReader output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    List<String> lines = new ArrayList<>();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      lines.add(line);
      Matcher started = STARTED.matcher(line);
      if (started.find()) {
        drain(output);
        String path = started.group(2).equals("/") ? "" : started.group(2);
        return new RunningService(process, "http://127.0.0.1:" + started.group(1) + path);
      }
    }
    process.destroy();
    throw new IOException("the service does not start:\n" + String.join("\n", lines));
  }

  /** A process whose output nobody reads stands still. */
  private static void drain(BufferedReader output) {
    Thread reader = new Thread(
        () -> {
          try {
            output.transferTo(Writer.nullWriter());
          } catch (IOException e) {
            return; // it was stopped
          }
        },
        "service output");
    reader.setDaemon(true);
    reader.start();
  }

  String url() {
    return url;
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }
}
