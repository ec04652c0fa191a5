package dev.hew;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.disk.Folder;
import dev.hew.flow.Generation;
import dev.hew.flow.NewService;
import dev.hew.flow.SpecInput;
import dev.hew.report.Checked;
import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every folder in {@code generated-samples} is what hew makes of the {@code hew.yaml} in it, byte for byte. The
 * contract and the {@code hew.yaml} are written by hand; everything beside them is generated.
 */
class SamplesTest {
  private static final Path SAMPLES = Path.of("..", "generated-samples");

  /** Left behind by a build of the sample, and ignored by git. */
  private static final String BUILD = "target/";

  /** The folders of all samples, in the order of their names. */
  static List<Path> samples() throws IOException {
    try (Stream<Path> folders = Files.list(SAMPLES)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    }
  }

  /** What hew makes of a sample now. */
  static Generation generated(Path sample) throws IOException {
    Checked<SpecInput> input = SpecInput.read(
            "hew.yaml", sample, Optional.empty(), InputStream.nullInputStream())
        .input();
    Checked<Generation> made =
        input.then(i -> NewService.plan(i, Optional.empty(), Map.of(), hewVersion()));
    assertTrue(made.ok(), () -> made.diagnostics().toString());
    return made.value();
  }

  @Test
  void thereAreSamples() throws IOException {
    assertFalse(samples().isEmpty());
  }

  @TestFactory
  Stream<DynamicTest> sampleIsWhatHewMakes() throws IOException {
    return samples().stream()
        .map(s -> DynamicTest.dynamicTest(s.getFileName().toString(), () -> check(s)));
  }

  private static void check(Path sample) throws IOException {
    FileTree wanted = generated(sample).tree();
    FileTree found = withoutBuild(Folder.read(sample));
    if (Golden.ACCEPT) {
      Golden.write(sample, wanted, found);
      found = withoutBuild(Folder.read(sample));
    }
    Golden.expectNone(
        sample.getFileName() + " is not what hew makes of it",
        Golden.differences(wanted, found),
        SamplesTest.class);
  }

  private static FileTree withoutBuild(FileTree tree) {
    TreeMap<RelPath, Content> kept = new TreeMap<>(tree.files());
    kept.keySet().removeIf(path -> path.value().startsWith(BUILD));
    return new FileTree(kept);
  }

  /** The version that the lock of a sample names: the one in the pom, as it would be from hew's jar. */
  private static String hewVersion() {
    try {
      String pom = Files.readString(Path.of("pom.xml"));
      Matcher version = Pattern.compile("<parent>.*?<version>([^<]+)</version>", Pattern.DOTALL)
          .matcher(pom);
      assertTrue(version.find(), "the pom names its parent's version");
      return version.group(1);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
