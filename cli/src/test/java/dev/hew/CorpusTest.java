package dev.hew;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.CorpusRun.Kind;
import dev.hew.CorpusRun.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Services of hundreds of documents that others wrote: none breaks hew, they compile, and their examples come through
 * the generated types unharmed.
 */
class CorpusTest {
  private static final Path REPORT = Path.of("..", "docs", "corpus.md");
  private static final int SAMPLE = 150;
  private static final int EXAMPLES = 71;
  private static final double MOST_SECONDS = 20;

  /** So many hundredths of the valid documents have to become services that compile. */
  private static final int COMPILING = 99;

  @Test
  void sampleCompilesAndKeepsItsExamples(@TempDir Path folder) throws Exception {
    List<CorpusList> valid =
        CorpusList.read().stream().filter(CorpusList::valid).toList();
    List<String> sample = new ArrayList<>();
    for (int i = 0; i < SAMPLE; i++) {
      sample.add(valid.get(i * valid.size() / SAMPLE).file());
    }
    List<Outcome> outcomes = outcomes(sample, folder);
    assertEquals(SAMPLE, outcomes.size());
    expect(outcomes);
  }

  /** Examples of every kind of schema that types have to be careful with. */
  @Test
  void ownExamplesComeBack(@TempDir Path folder) throws Exception {
    List<Outcome> outcomes = new ArrayList<>();
    try (Corpus own = Corpus.in(Path.of("src", "test", "resources", "services"))) {
      new CorpusRun(own, folder).of(List.of("examples.yaml"), outcomes::add);
    }
    expect(outcomes);
    assertEquals(EXAMPLES, outcomes.get(0).trips().done(), "examples that are valid");
  }

  @Test
  @Tag("corpus")
  void allCompileAndKeepTheirExamples(@TempDir Path folder) throws Exception {
    List<CorpusList> list = CorpusList.read();
    List<Outcome> outcomes = outcomes(list.stream().map(CorpusList::file).toList(), folder);
    assertEquals(list.size(), outcomes.size());
    Files.writeString(REPORT, CorpusReport.text(list, outcomes));
    List<String> valid =
        list.stream().filter(CorpusList::valid).map(CorpusList::file).toList();
    expectNone("broke hew", outcomes, o -> o.kind() == Kind.CRASHED);
    expectNone("took too long", outcomes, o -> o.seconds() > MOST_SECONDS);
    expect(outcomes.stream().filter(o -> valid.contains(o.file())).toList());
  }

  /**
   * The same of documents that are at hand: {@code mvn test -Dtest=CorpusTest#documentsOfAFolder
   * -Dsurefire.failIfNoSpecifiedTests=false -Dhew.documents=FOLDER}. Those that are refused are printed with the reason.
   */
  @Test
  @EnabledIfSystemProperty(
      named = "hew.documents",
      matches = ".+",
      disabledReason = "no folder of documents is named")
  void documentsOfAFolder(@TempDir Path folder) throws Exception {
    List<Outcome> outcomes = new ArrayList<>();
    try (Corpus corpus = Corpus.in(Path.of(System.getProperty("hew.documents")))) {
      new CorpusRun(corpus, folder).of(corpus.files(), outcomes::add);
    }
    outcomes.stream()
        .filter(o -> o.kind() == Kind.REFUSED)
        .forEach(o -> System.out.println("refused " + o.file() + ": " + o.reasons()));
    System.out.println(outcomes.size() + " documents");
    assertFalse(outcomes.isEmpty());
    expectNone("broke hew", outcomes, o -> o.kind() == Kind.CRASHED);
    expectNone("do not compile", outcomes, o -> o.kind() == Kind.BROKEN);
    expectNone("lose what examples say", outcomes, o -> !o.trips().losses().isEmpty());
    expectNone("took too long", outcomes, o -> o.seconds() > MOST_SECONDS);
  }

  /** Nothing is left out: the list is of all the documents in the jar. */
  @Test
  void listHoldsEveryDocument() throws IOException {
    try (Corpus corpus = Corpus.open()) {
      List<String> listed = CorpusList.read().stream().map(CorpusList::file).toList();
      List<String> all = corpus.files();
      assertEquals(all.stream().filter(listed::contains).toList(), listed);
      assertTrue(listed.size() >= 918, "only " + listed.size() + " documents");
    }
  }

  private static List<Outcome> outcomes(List<String> files, Path folder) throws Exception {
    List<Outcome> outcomes = new ArrayList<>();
    try (Corpus corpus = Corpus.open()) {
      new CorpusRun(corpus, folder).of(files, outcomes::add);
    }
    outcomes.sort(Comparator.comparing(Outcome::file));
    return outcomes;
  }

  private static void expect(List<Outcome> outcomes) {
    expectNone("broke hew", outcomes, o -> o.kind() == Kind.CRASHED);
    expectNone("do not compile", outcomes, o -> o.kind() == Kind.BROKEN);
    expectNone("lose what examples say", outcomes, o -> !o.trips().losses().isEmpty());
    List<Outcome> refused =
        outcomes.stream().filter(o -> o.kind() == Kind.REFUSED).toList();
    assertTrue(
        refused.size() * 100 <= outcomes.size() * (100 - COMPILING),
        () -> refused.size() + " of " + outcomes.size() + " are refused: " + refused);
    assertTrue(outcomes.stream().mapToInt(o -> o.trips().done()).sum() > 0, "no example was read");
  }

  private static void expectNone(String what, List<Outcome> outcomes, Predicate<Outcome> bad) {
    List<String> found = outcomes.stream()
        .filter(bad)
        .map(o -> o.file() + " (" + Math.round(o.seconds()) + " s): " + o.reasons()
            + o.trips().losses())
        .toList();
    assertTrue(found.isEmpty(), () -> found.size() + " " + what + ":\n" + String.join("\n", found));
  }
}
