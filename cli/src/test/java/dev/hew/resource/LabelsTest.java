package dev.hew.resource;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.contract.Operation;
import dev.hew.flow.SpecInput;
import dev.hew.report.Checked;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The recogniser calls stored what a person would, as {@code resources/own.tsv} has it for the contracts here.
 *
 * <p>{@code resources/outside.tsv} has the same for contracts of others, which are not part of this repository. Where
 * they are at hand: {@code mvn test -Dtest=LabelsTest -Dsurefire.failIfNoSpecifiedTests=false -Dhew.labelled=FOLDER}.
 */
class LabelsTest {
  private static final Path LABELS = Path.of("src", "test", "resources", "resources");

  private record Label(String contract, String operation, String role) {}

  private static List<Label> labels(String file) throws IOException {
    return Files.readAllLines(LABELS.resolve(file)).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split("\t"))
        .map(c -> new Label(c[0], c[1] + " " + c[2], c[3]))
        .toList();
  }

  private static Map<String, String> recognised(Path contract) {
    Checked<SpecInput> input = SpecInput.read(
            contract.toString(), Path.of(""), Optional.empty(), InputStream.nullInputStream())
        .input();
    Resources resources = Resources.of(input.value().contract(), Map.of());
    Map<String, String> roles = new LinkedHashMap<>();
    for (Operation operation : input.value().contract().operations()) {
      roles.put(
          operation.method() + " " + operation.path().text(),
          resources.role(operation).map(Role::word).orElse("-"));
    }
    return roles;
  }

  @Test
  void ownContractsAsAPersonWould() throws IOException {
    score(
        "own.tsv",
        contract -> contract.startsWith("spring-boot-")
            ? Path.of("..", "generated-samples", contract, "api", "openapi.yaml")
            : Path.of("src", "test", "resources").resolve(contract));
  }

  @Test
  @EnabledIfSystemProperty(
      named = "hew.labelled",
      matches = ".+",
      disabledReason = "the contracts of others are not part of this repository")
  void contractsOfOthersAsAPersonWould() throws IOException {
    Path folder = Path.of(System.getProperty("hew.labelled"));
    score("outside.tsv", folder::resolve);
  }

  private static void score(String file, Function<String, Path> where) throws IOException {
    Map<String, Map<String, String>> known = new LinkedHashMap<>();
    List<String> wrong = new ArrayList<>();
    int stored = 0;
    int called = 0;
    int right = 0;
    for (Label label : labels(file)) {
      String found = known
          .computeIfAbsent(label.contract(), c -> recognised(where.apply(c)))
          .get(label.operation());
      stored += label.role().equals("-") ? 0 : 1;
      called += found.equals("-") ? 0 : 1;
      right += !found.equals("-") && found.equals(label.role()) ? 1 : 0;
      if (!found.equals(label.role())) {
        wrong.add(label + " is called " + found);
      }
    }
    assertFalse(known.isEmpty());
    System.out.printf(
        "%s: stored=%d called=%d right=%d recall=%d%% precision=%d%%%n%s%n",
        file,
        stored,
        called,
        right,
        100 * right / stored,
        100 * right / called,
        String.join("\n", wrong));
    assertTrue(right * 100 >= 90 * stored, "recall: " + wrong);
    assertTrue(right * 100 >= 95 * called, "precision: " + wrong);
  }
}
