package dev.hew;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import dev.hew.command.Console;
import dev.hew.command.HewCommand;
import dev.hew.disk.Folder;
import dev.hew.tree.FileTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the examples of the documentation: in a {@code console} block, what follows {@code $ hew} is run in a folder with
 * the samples' contracts and those in {@code src/test/resources/docs}, and must print what stands below it. A line
 * {@code ...} stands for any lines, {@code ...} at the end of a line for the rest of it. A server answers what is sent
 * to {@code http://localhost:8080}: at {@code /health} as {@code health.yaml} says, below {@code /broken} otherwise. A
 * block that names a file, as in {@code yaml acme/pack.yaml}, shows that file of the folder.
 */
class DocsTest {
  private static final Path TOP = Path.of("..");
  private static final String SERVER = "http://localhost:8080";
  private static final Pattern FILE = Pattern.compile("```\\w+ (\\S+)\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern BLOCK = Pattern.compile("```console\\n(.*?)```", Pattern.DOTALL);

  @TempDir
  Path folder;

  @TestFactory
  Stream<DynamicTest> examplesPrintWhatThePageSays() throws IOException {
    for (String sample : List.of("orders", "library")) {
      Path contract = TOP.resolve("generated-samples/spring-boot-" + sample + "/api/openapi.yaml");
      Files.copy(contract, folder.resolve(sample + ".yaml"));
    }
    Golden.write(
        folder, Folder.read(Path.of("src", "test", "resources", "docs")), FileTree.empty());
    List<DynamicTest> tests = new ArrayList<>();
    try (Stream<Path> pages = Files.list(TOP.resolve("docs"))) {
      for (Path page : pages.filter(p -> p.toString().endsWith(".md")).sorted().toList()) {
        Matcher file = FILE.matcher(Files.readString(page));
        while (file.find()) {
          String path = file.group(1);
          String text = file.group(2);
          tests.add(DynamicTest.dynamicTest(
              page.getFileName() + ": " + path,
              () -> assertEquals(Files.readString(folder.resolve(path)), text)));
        }
        Matcher block = BLOCK.matcher(Files.readString(page));
        while (block.find()) {
          String text = block.group(1);
          String name = page.getFileName() + ": " + text.lines().findFirst().orElseThrow();
          tests.add(DynamicTest.dynamicTest(name, () -> {
            try (TestServer server = new TestServer(DocsTest::health)) {
              check(text, server);
            }
          }));
        }
      }
    }
    assertFalse(tests.isEmpty());
    return tests.stream();
  }

  private void check(String block, TestServer server) {
    for (String part : block.split("(?m)^\\$ ")) {
      if (!part.isBlank()) {
        String command = part.lines().findFirst().orElseThrow();
        String expected = part.substring(part.indexOf('\n') + 1);
        String printed = run(command.replace(SERVER, server.url())).replace(server.url(), SERVER);
        assertTrue(
            Pattern.compile(pattern(expected), Pattern.DOTALL).matcher(printed).matches(),
            () -> command + " prints\n" + printed + "and not\n" + expected);
      }
    }
  }

  private static void health(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    int status = !exchange.getRequestMethod().equals("GET")
        ? 405
        : exchange.getRequestHeaders().getFirst("Accept").contains("json") ? 200 : 406;
    TestServer.answer(
        exchange,
        status,
        status == 200 ? "application/json" : "application/problem+json",
        "{\"status\":\"" + (path.startsWith("/broken") ? "sideways" : "up") + "\"}");
  }

  private static String pattern(String expected) {
    StringBuilder pattern = new StringBuilder();
    for (String line : expected.lines().toList()) {
      if (line.equals("...")) {
        pattern.append(".*");
      } else if (line.endsWith("...")) {
        pattern.append(Pattern.quote(line.substring(0, line.length() - 3))).append(".*");
      } else {
        pattern.append(Pattern.quote(line)).append("\n");
      }
    }
    return pattern.toString();
  }

  private String run(String command) {
    StringWriter printed = new StringWriter();
    PrintWriter out = new PrintWriter(printed);
    Console console = new Console(InputStream.nullInputStream(), out, out, folder);
    String[] words = command.split(" ");
    HewCommand.run(console, List.of(words).subList(1, words.length).toArray(String[]::new));
    // how far a run is, which a slow machine says
    String told = printed.toString().replaceAll("(?m)^\\d+ of \\d+ cases\\R", "");
    return told.replace(folder + "/", "");
  }
}
