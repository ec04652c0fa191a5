package dev.hew;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the script of the distribution starts Java: with one that only says how it was called. */
class StartScriptTest {
  private static final int LONGEST_SECONDS = 60;

  @TempDir
  private Path folder;

  @BeforeEach
  void install() throws IOException {
    write("hew/lib/hew-1.jar", "no jar");
    write("java/release", "JAVA_VERSION=\"17.0.15\"\n");
    write("java/bin/java", "#!/bin/sh\necho \"$*\"\n");
    write("hew/bin/hew", Files.readString(Path.of("src/main/dist/bin/hew")));
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    assertTrue(file.toFile().setExecutable(true));
  }

  private String start(Path cache, Map<String, String> environment) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder("sh", folder.resolve("hew/bin/hew").toString(), "stacks");
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.contains("JAVA") || name.startsWith("LC_"));
    builder.environment().put("JAVA_HOME", folder.resolve("java").toString());
    builder.environment().put("XDG_CACHE_HOME", cache.toString());
    builder.environment().putAll(environment);
    Path out = folder.resolve("out.txt");
    Process process =
        builder.redirectErrorStream(true).redirectOutput(out.toFile()).start();
    assertEquals(0, process.waitFor(), () -> "see " + out);
    return Files.readString(out);
  }

  /** What the first start, in the background, says of the jars that its archive is for. */
  private String listing(String zone) throws Exception {
    Path cache = folder.resolve("cache" + zone);
    start(cache, Map.of("TZ", zone));
    for (int i = 0; i < LONGEST_SECONDS * 20; i++) {
      try (Stream<Path> files = Files.walk(cache)) {
        for (Path file : files.toList()) {
          if (file.toString().endsWith(".jsa.for")) {
            return Files.readString(file);
          }
        }
      }
      Thread.sleep(50);
    }
    throw new AssertionError("the first start left nothing behind");
  }

  @Test
  void onlyAChoiceOfCollectorIsOne() throws Exception {
    String own = "-XX:+UseParallelGC";
    for (String other : new String[] {"-XX:+UseGCOverheadLimit", "-XX:+UseNUMA -Dx=GC", ""}) {
      String call = start(folder.resolve("cache"), Map.of("JDK_JAVA_OPTIONS", other));
      assertTrue(call.contains(own), other + ": " + call);
    }
    for (String other : new String[] {"-XX:+UseZGC", "-Dx=y -XX:+UseG1GC"}) {
      String call = start(folder.resolve("cache"), Map.of("JAVA_TOOL_OPTIONS", other));
      assertFalse(call.contains(own), other + ": " + call);
    }
  }

  @Test
  void archiveStaysInTheCacheHoweverJavaIsNamed() throws Exception {
    String up = "../".repeat(folder.getNameCount() + 4);
    for (String home : new String[] {
      folder + "/hew/../java",
      folder + "/./java",
      folder + "/hew/" + up + folder.toString().substring(1) + "/java"
    }) {
      Path cache = Files.createTempDirectory(folder, "cache");
      start(cache, Map.of("JAVA_HOME", home));
      Path real = folder.toRealPath();
      Path made = Path.of(cache + "/hew/start" + real + "/hew" + real + "/java/bin");
      assertTrue(Files.isDirectory(made), () -> made + " for " + home);
    }
  }

  @Test
  void theJarsAreTheSameInAnotherTimeZone() throws Exception {
    assertEquals(listing("UTC0"), listing("XYZ-9"));
  }
}
