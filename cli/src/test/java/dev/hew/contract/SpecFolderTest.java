package dev.hew.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.report.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every contract in the folder is read; each says in {@code operations: N} how many operations it has. */
class SpecFolderTest {
  private static final Path FOLDER = Path.of("src/test/resources/contracts");
  private static final Pattern OPERATIONS = Pattern.compile("operations\"?: (\\d+)");

  @TestFactory
  Stream<DynamicTest> everyContractIsRead() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(FOLDER)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    assertTrue(files.size() >= 10, "the folder has lost its contracts");
    return files.stream()
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
  }

  private static void check(Path file) throws IOException {
    String text = Files.readString(file);
    Matcher expected = OPERATIONS.matcher(text);
    assertTrue(expected.find());
    Checked<Contract> contract = read(file, text);
    assertTrue(contract.ok(), () -> contract.diagnostics().toString());
    assertEquals(
        Integer.parseInt(expected.group(1)), contract.value().operations().size());
    everyReferenceHasItsSchema(contract.value());
    assertEquals(contract.value(), read(file, text).value());
  }

  private static void everyReferenceHasItsSchema(Contract contract) {
    for (Schema schema : contract.schemas().byPlace().values()) {
      schema.ref().ifPresent(contract.schemas()::at);
      schema.properties().values().forEach(p -> p.ref().ifPresent(contract.schemas()::at));
      schema.items().flatMap(Schema::ref).ifPresent(contract.schemas()::at);
    }
  }

  @Test
  void siblingsReferToEachOther() throws IOException {
    Path file = FOLDER.resolve("siblings.yaml");
    Contract contract = read(file, Files.readString(file)).value();
    assertEquals(
        List.of(
            "#/components/schemas/Local",
            "parts/path.yaml#/get/responses/200/content/application~1json/schema",
            "parts/types.json#/definitions/Thing"),
        contract.schemas().byPlace().keySet().stream()
            .map(Place::toString)
            .sorted()
            .toList());
  }

  private static Checked<Contract> read(Path file, String text) {
    return ContractReader.read(
        new Source(file.getFileName().toString(), text), path -> sibling(file, path));
  }

  private static Checked<Source> sibling(Path file, String path) {
    Path sibling = file.resolveSibling(path);
    if (!Files.exists(sibling)) {
      return Checked.failed(Diagnostic.error("spec-not-found", "there is no file `" + path + "`"));
    }
    try {
      return Checked.of(new Source(path, Files.readString(sibling)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
