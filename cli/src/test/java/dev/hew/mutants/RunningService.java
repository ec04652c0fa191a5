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
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A generated service, built and started as its README says for a local run. */
final class RunningService implements AutoCloseable {
  private static final Pattern STARTED =
      Pattern.compile("Tomcat started on port (\\d+) \\(http\\) with context path '(.*)'");

  /** What the service is told to take for each user, password and key. */
  static final String SECRET = "kill-rate";

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z0-9_]+)(?::[^}]*)?}");

  private final Process process;
  private final String url;

  private RunningService(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  /**
   * Writes, builds and starts a service, with its own database where it stores something.
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
    token(folder, List.of()); // the key that the service checks tokens with has to be there
    return started(folder);
  }

  /** One that stores something brings its database for the local run. */
  private static String goal(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("src/test"))) {
      boolean stores = files.anyMatch(f -> f.endsWith("EmbeddedDatabase.java"));
      return stores ? "spring-boot:test-run" : "spring-boot:run";
    }
  }

  private static RunningService started(Path folder) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("mvn", "-B", "-ntp", goal(folder))
        .directory(folder.toFile())
        .redirectErrorStream(true);
    builder.environment().put("SERVER_PORT", "0");
    builder.environment().put("SERVER_ADDRESS", "127.0.0.1");
    Path settings = folder.resolve("src/main/resources/application.yaml");
    Matcher variable = VARIABLE.matcher(Files.readString(settings));
    while (variable.find()) {
      builder.environment().put(variable.group(1), setting(variable.group(1), folder));
    }
    Process process = builder.start();
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

  private static String setting(String variable, Path folder) {
    return switch (variable) {
      case "JWT_ISSUER_URI" -> "";
      case "JWT_PUBLIC_KEY" -> folder.resolve("target/token/public.pem").toUri().toString();
      default -> SECRET;
    };
  }

  /** A token that the service takes; empty when it takes none. Its own helper makes it, and the keys when there are none. */
  static Optional<String> token(Path folder, List<String> scopes)
      throws IOException, InterruptedException {
    try (Stream<Path> files = Files.walk(folder.resolve("src/test"))) {
      Optional<Path> helper = files.filter(f -> f.endsWith("Token.java")).findFirst();
      if (helper.isEmpty()) {
        return Optional.empty();
      }
      List<String> command = new ArrayList<>(List.of(java(), helper.get().toString()));
      command.addAll(scopes);
      Process process = new ProcessBuilder(command).directory(folder.toFile()).start();
      String token =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (process.waitFor() != 0) {
        throw new IOException("no token could be made");
      }
      return Optional.of(token);
    }
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
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
