package dev.hew;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.disk.Folder;
import dev.hew.flow.Earlier;
import dev.hew.flow.Generation;
import dev.hew.flow.SpecInput;
import dev.hew.flow.Stacks;
import dev.hew.pack.PackReader;
import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.storage.PastTables;
import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * A stack is a folder: the one in {@code src/test/resources/packs} makes services of the samples' contracts without a
 * line of Java. What it makes is kept beside it, in {@code packs-then}. A mistake in a pack is told with its place.
 */
class PacksTest {
  private static final Path RESOURCES = Path.of("src", "test", "resources");

  /** Only what the pack itself makes is kept: the contract and its cases are the same in every stack. */
  private static final List<String> NOT_THE_PACKS = List.of("api/", "contract/", ".hew/");

  @TestFactory
  Stream<DynamicTest> folderAloneMakesServices() throws IOException {
    return SamplesTest.samples().stream()
        .map(sample ->
            DynamicTest.dynamicTest(sample.getFileName().toString(), () -> check(sample)));
  }

  private static void check(Path sample) throws IOException {
    Checked<Generation> made = generate(python(), sample, Map.of("port", "9090"));
    assertTrue(made.ok(), () -> made.diagnostics().toString());
    TreeMap<RelPath, Content> wanted = new TreeMap<>(made.value().tree().files());
    assertTrue(
        wanted.containsKey(RelPath.of("contract/cases.jsonl")),
        "every stack has the contract's cases");
    wanted.keySet().removeIf(path -> NOT_THE_PACKS.stream().anyMatch(path.value()::startsWith));
    assertTrue(wanted.get(RelPath.of("run")).executable());

    Path kept = RESOURCES.resolve("packs-then").resolve(made.value().name());
    Files.createDirectories(kept);
    if (Golden.ACCEPT) {
      Golden.write(kept, new FileTree(wanted), Folder.read(kept));
    }
    Golden.expectNone(
        "the python stack makes something else of " + sample.getFileName(),
        Golden.differences(new FileTree(wanted), Folder.read(kept)),
        PacksTest.class);
  }

  @Test
  void titlesOfStacksAreThoseOfTheirPacks() {
    Map<String, String> titles = new LinkedHashMap<>();
    Stacks.all().value().forEach(pack -> titles.put(pack.name(), pack.title()));
    assertEquals(titles, Stacks.titles());
  }

  @Test
  void optionLeavesFileOut() throws IOException {
    FileTree tree = generate(python(), SamplesTest.samples().get(0), Map.of("container", "false"))
        .value()
        .tree();
    assertTrue(tree.get(RelPath.of("Dockerfile")).isEmpty());
  }

  @Test
  void unknownKeyIsAnErrorAtItsPlace() throws IOException {
    FileTree pack = with("pack.yaml", text -> text.replace("width: 100", "widht: 100"));
    assertError("manifest-unknown-key", "python/pack.yaml:5:1", "widht", pack);
  }

  @Test
  void unknownKeyOfRuleIsAnErrorAtItsPlace() throws IOException {
    FileTree pack =
        with("pack.yaml", text -> text.replace("Dockerfile: {when: ", "Dockerfile: {wenn: "));
    assertError("manifest-unknown-key", "python/pack.yaml:51:16", "wenn", pack);
  }

  @Test
  void ruleThatMatchesNothingIsAnErrorAtItsPlace() throws IOException {
    FileTree pack =
        with("pack.yaml", text -> text.replace("Dockerfile: {when", "dockerfile: {when"));
    assertError("pack-rule-matches-nothing", "python/pack.yaml:51:3", "dockerfile", pack);
  }

  @Test
  void unknownOwnerIsAnErrorAtItsPlace() throws IOException {
    FileTree pack = with("pack.yaml", text -> text.replace("owner: hew", "owner: me"));
    assertError("pack-unknown-owner", "python/pack.yaml:50:57", "me", pack);
  }

  @Test
  void unknownNameInTemplateIsAnErrorAtItsPlace() throws IOException {
    FileTree pack =
        with("files/Dockerfile.ftl", text -> text.replace("EXPOSE [=port]", "EXPOSE [=prot]"));
    assertError("pack-template", "python/files/Dockerfile.ftl:3:10", "prot", pack);
  }

  @Test
  void unknownPropertyInTemplateIsAnErrorAtItsPlace() throws IOException {
    FileTree pack =
        with("files/README.md.ftl", text -> text.replace("[=api.tag.markdown()]", "[=api.tagg]"));
    assertError("pack-template", "python/files/README.md.ftl:6:6", "tagg", pack);
  }

  @Test
  void brokenTagIsAnErrorAtItsPlace() throws IOException {
    FileTree pack = with("files/README.md.ftl", text -> text.replace("[/#list]\n", ""));
    assertError("pack-template", "python/files/README.md.ftl:", "list", pack);
  }

  @Test
  void unescapedTextOfTheContractIsAnError() throws IOException {
    FileTree pack = with(
        "files/README.md.ftl", text -> text.replace("service.title.markdown()", "service.title"));
    assertError("pack-template", "python/files/README.md.ftl:1:5", "title", pack);
  }

  @Test
  void unknownNameInRuleIsAnErrorAtItsPlace() throws IOException {
    FileTree pack = with("pack.yaml", text -> text.replace("when: container", "when: contaner"));
    assertError("pack-template", "python/pack.yaml:51:3", "contaner", pack);
  }

  @Test
  void twoFilesInOnePlaceAreAnError() throws IOException {
    FileTree pack = with(
        "pack.yaml", text -> text.replace("models/{type.name?lower_case}.py", "models/all.py"));
    assertError("pack-same-path", "", "models/all.py", pack);
  }

  @Test
  void twoFilesThatDifferInCaseOnlyAreAnError() throws IOException {
    FileTree pack = python().with(RelPath.of("files/dockerfile"), Content.of("FROM scratch"));
    assertError("pack-same-path", "", "dockerfile", pack);
  }

  @Test
  void packWithoutManifestIsAnError() {
    Checked<?> read = PackReader.read(FileTree.empty(), "nothing");
    assertEquals(
        List.of("pack-no-manifest"),
        read.diagnostics().stream().map(Diagnostic::code).toList());
  }

  private static void assertError(String code, String place, String word, FileTree pack)
      throws IOException {
    Checked<Generation> made = generate(pack, SamplesTest.samples().get(0), Map.of());
    assertFalse(made.ok(), "the mistake is noticed");
    Diagnostic first =
        made.diagnostics().stream().filter(Diagnostic::isError).findFirst().orElseThrow();
    assertEquals(code, first.code(), first::toString);
    assertTrue(first.message().contains(word), first::message);
    String at = first.position().map(Object::toString).orElse("");
    assertTrue(at.startsWith(place), () -> at + " instead of " + place);
  }

  private static FileTree python() throws IOException {
    return Folder.read(RESOURCES.resolve("packs").resolve("python"));
  }

  private static FileTree with(String file, java.util.function.UnaryOperator<String> change)
      throws IOException {
    FileTree pack = python();
    String text = pack.get(RelPath.of(file)).orElseThrow().text();
    String changed = change.apply(text);
    assertFalse(changed.equals(text), "the mistake is planted");
    return pack.with(RelPath.of(file), Content.of(changed));
  }

  private static Checked<Generation> generate(FileTree pack, Path sample, Map<String, String> set) {
    Path contract = Path.of("api", "openapi.yaml");
    Checked<SpecInput> input = SpecInput.read(
            contract.toString(), sample, Optional.empty(), InputStream.nullInputStream())
        .input();
    return PackReader.read(pack, "python")
        .then(p -> input.then(i -> Generation.of(
            i,
            p,
            set,
            new Earlier(Map.of(), List.of(), false, PastTables.NONE, 1, false),
            "test")));
  }
}
