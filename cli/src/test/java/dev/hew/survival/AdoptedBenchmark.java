package dev.hew.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.command.Console;
import dev.hew.command.HewCommand;
import dev.hew.disk.Folder;
import dev.hew.survival.Survival.Start;
import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code mvn -Psurvival verify} adopts a service that OpenAPI Generator made: not a byte of it changes, and updates that
 * follow take no line away.
 */
class AdoptedBenchmark {
  @TempDir
  Path top;

  @Test
  void aServiceOfOpenApiGeneratorIsAdoptedAndMerged() throws Exception {
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "off");
    Start petstore = Survival.starts().stream()
        .filter(start -> start.name().equals("petstore"))
        .findFirst()
        .orElseThrow();
    FileTree made;
    try (OtherGenerator generator =
        new OtherGenerator(OthersBenchmark.JAR, top.resolve("generated"))) {
      made = generator.made(petstore.contract()).orElseThrow();
    }
    Path service = Files.createDirectory(top.resolve("pets"));
    for (Map.Entry<RelPath, Content> file : made.files().entrySet()) {
      Path path = service.resolve(file.getKey().value());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue().bytes());
    }
    Path contract = Files.writeString(service.resolve("petstore.yaml"), petstore.contract());
    FileTree before = visible(service);
    assertEquals(
        0, hew("adopt", "pets", "pets/petstore.yaml", "--set", "package=org.openapitools"));
    assertEquals(before, visible(service));

    for (ContractChange change : ContractChange.all().subList(0, 2)) {
      Files.writeString(contract, change.applied(Files.readString(contract), new Random(1)));
      FileTree old = visible(service);
      assertEquals(0, hew("update", "pets"), change.name());
      FileTree now = visible(service);
      assertTrue(!now.equals(old), change.name());
      old.files().forEach((path, content) -> {
        if (!path.value().equals("petstore.yaml")) {
          Map<String, Long> is = lines(now.get(path).orElseThrow());
          lines(content)
              .forEach((line, count) -> assertTrue(
                  is.getOrDefault(line, 0L) >= count,
                  () -> change.name() + ": " + path + " has lost " + line));
        }
      });
    }
  }

  private static Map<String, Long> lines(Content content) {
    return content
        .text()
        .lines()
        .filter(line -> !line.isBlank())
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  private int hew(String... arguments) {
    StringWriter printed = new StringWriter();
    PrintWriter out = new PrintWriter(printed);
    int code = HewCommand.run(new Console(InputStream.nullInputStream(), out, out, top), arguments);
    assertTrue(code == 0, () -> List.of(arguments) + " printed\n" + printed);
    return code;
  }

  /** What is in the service, hew's own aside. */
  private static FileTree visible(Path service) throws IOException {
    TreeMap<RelPath, Content> files = new TreeMap<>(Folder.read(service).files());
    files
        .keySet()
        .removeIf(path -> path.value().startsWith(".hew/") || path.value().equals("hew.yaml"));
    return new FileTree(files);
  }
}
