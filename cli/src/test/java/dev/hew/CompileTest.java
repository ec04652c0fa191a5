package dev.hew;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.flow.Generation;
import dev.hew.flow.NewService;
import dev.hew.flow.SpecInput;
import dev.hew.report.Checked;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Generated services compile against the real libraries without a warning and keep to the style that hew promises: the
 * samples, the contracts in {@code src/test/resources/services}, and those of the cases that are about names and texts.
 */
class CompileTest {
  private static final Path CONTRACTS = Path.of("src", "test", "resources", "services");
  private static final Path CASES = Path.of("src", "test", "resources", "cases");
  private static final List<String> NASTY_CASES = List.of(
      "hostile-text",
      "names-collide",
      "names-differ-in-case",
      "names-reserved",
      "names-with-paths",
      "properties-300",
      "ref-for-all-new");
  private static final int SHOWN = 60;

  @TestFactory
  Stream<DynamicTest> compilesWithoutWarning() throws IOException {
    GeneratedCode compiler = new GeneratedCode();
    return contracts().stream()
        .map(spec -> DynamicTest.dynamicTest(name(spec), () -> {
          FileTree service = generated(spec);
          expectNone(spec, compiler.problems(service));
        }));
  }

  @TestFactory
  Stream<DynamicTest> keepsToTheStyle() throws IOException {
    return contracts().stream()
        .map(spec -> DynamicTest.dynamicTest(name(spec), () -> {
          FileTree service = generated(spec);
          List<String> violations = new ArrayList<>();
          service
              .files()
              .forEach((path, content) ->
                  violations.addAll(GeneratedStyle.violations(path, content.text())));
          expectNone(spec, violations);
        }));
  }

  /** The class path that services are compiled with here is the one that the pom of a service with everything asks for. */
  @Test
  void classPathIsThatOfTheGeneratedPom() throws IOException {
    String own = Files.readString(Path.of("src", "test", "service-classpath", "pom.xml"));
    String generated = generated(CONTRACTS.resolve("changes.yaml"))
        .get(RelPath.of("pom.xml"))
        .orElseThrow()
        .text();
    for (String part : List.of("parent", "dependencies")) {
      assertEquals(element(part, generated), element(part, own), part);
    }
  }

  @Test
  void compilerSeesWarnings() throws IOException {
    FileTree service = FileTree.empty()
        .with(
            RelPath.of("src/main/java/A.java"),
            dev.hew.tree.Content.of(
                "class A {\n  java.util.List<String> raw = new java.util.ArrayList();\n}\n"));
    assertFalse(new GeneratedCode().problems(service).isEmpty());
  }

  @Test
  void styleSeesEachViolation() {
    RelPath java = RelPath.of("src/main/java/A.java");
    Map<String, String> planted = Map.of(
        "tab", "class A {\n\tint a;\n}\n",
        "trailing", "class A { \n}\n",
        "blank lines", "class A {\n\n\n}\n",
        "newline", "class A {}",
        "columns", "class A {\n  // " + "x ".repeat(60) + "y\n}\n",
        "sorted", "import b.B;\nimport a.A;\n\nclass C {\n  A a;\n  B b;\n}\n",
        "unused", "import a.A;\n\nclass C {}\n");
    planted.forEach((what, text) -> assertTrue(
        GeneratedStyle.violations(java, text).stream().anyMatch(v -> v.contains(what)),
        what + " is not seen"));
    assertEquals(
        List.of(),
        GeneratedStyle.violations(
            java,
            "import a.A;\n\nclass C {\n  A a; // https://example.org/" + "x".repeat(120)
                + "\n}\n"));
  }

  /** Every contract that is compiled here. */
  static List<Path> contracts() throws IOException {
    List<Path> all = new ArrayList<>();
    SamplesTest.samples().forEach(sample -> all.add(sample.resolve("hew.yaml")));
    try (Stream<Path> files = Files.list(CONTRACTS)) {
      files.sorted().forEach(all::add);
    }
    NASTY_CASES.forEach(
        name -> all.add(CASES.resolve(name).resolve("given").resolve("openapi.yaml")));
    return all;
  }

  static String name(Path spec) {
    return spec.startsWith(CONTRACTS)
        ? spec.getFileName().toString()
        : spec.subpath(1, spec.getNameCount()).toString();
  }

  static FileTree generated(Path spec) {
    Checked<SpecInput> input = SpecInput.read(
            spec.toString(), Path.of(""), Optional.empty(), InputStream.nullInputStream())
        .input();
    Checked<Generation> made =
        input.then(i -> NewService.plan(i, Optional.empty(), Map.of(), "test"));
    assertTrue(made.ok(), () -> made.diagnostics().toString());
    return made.value().tree();
  }

  private static void expectNone(Path spec, List<String> problems) {
    int count = problems.size();
    List<String> first = problems.subList(0, Math.min(SHOWN, count));
    assertTrue(
        problems.isEmpty(),
        () -> name(spec) + ", " + count + " problems:\n" + String.join("\n", first));
  }

  /** Without scopes: some contracts need a library at run time that others need in tests only. */
  private static String element(String name, String pom) {
    Matcher found =
        Pattern.compile("<" + name + ">.*</" + name + ">", Pattern.DOTALL).matcher(pom);
    assertTrue(found.find(), name);
    return found.group().replaceAll("\\s+|<scope>\\w+</scope>", "");
  }
}
