package dev.hew.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.disk.Folder;
import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A pack over the Python stack of the tests says only what is different. */
class PackLayersTest {
  private static final String HEAD = "name: acme\nversion: \"7\"\nextends: python\n";

  @Test
  void whatIsNotSaidIsThatOfTheStack() throws IOException {
    Pack base = python();
    Pack pack = read(HEAD, Map.of()).value();
    assertEquals("acme", pack.name());
    assertEquals("7", pack.version());
    assertEquals(base.title(), pack.title());
    assertEquals(base.options(), pack.options());
    assertEquals(base.rules(), pack.rules());
    assertEquals(base.language(), pack.language());
    assertEquals(base.files(), pack.files());
    assertEquals(
        new Provenance(
            "acme@7",
            Optional.empty(),
            List.of(new Layer("acme@7", List.of()), new Layer("python@1", List.of()))),
        pack.provenance());
  }

  @Test
  void filesAreAddedReplacedAndLeftOut() throws IOException {
    Pack pack = read(
            HEAD + "without: {files: [\"models/**\", run]}\n",
            Map.of(
                "files/Dockerfile", "FROM scratch", "files/run.ftl", "#!/bin/sh", "files/a/b", "x"))
        .value();
    assertEquals(
        List.of("Dockerfile", "README.md.ftl", "a/b", "run.ftl", "server.py.ftl"),
        pack.files().files().keySet().stream().map(RelPath::value).toList());
    assertEquals("acme@7", pack.provenance().layer("Dockerfile"));
    assertEquals("acme@7", pack.provenance().layer("run"));
    assertEquals("python@1", pack.provenance().layer("server.py"));
    assertEquals("acme/files/Dockerfile", pack.places().get("files/Dockerfile"));
    assertEquals("python/files/server.py.ftl", pack.places().get("files/server.py.ftl"));
  }

  @Test
  void rulesSayAnewOnlyWhatTheySay() throws IOException {
    Pack pack = read(
            HEAD + "rules:\n  Dockerfile: {owner: you}\n  run: {executable: false, owner: hew}\n",
            Map.of())
        .value();
    List<FileRule> rules =
        pack.rules().stream().filter(r -> r.matches("Dockerfile")).toList();
    assertEquals(
        List.of(Optional.of("container"), Optional.empty()),
        rules.stream().map(FileRule::when).toList());
    assertEquals(
        List.of(Optional.empty(), Optional.of(Owner.YOU)),
        rules.stream().map(FileRule::owner).toList());
    assertTrue(pack.rules().stream().filter(r -> r.matches("run")).noneMatch(FileRule::executable));
    assertEquals(
        "acme/pack.yaml", pack.rules().get(pack.rules().size() - 1).position().source());
  }

  @Test
  void optionsAreChangedAddedAndTakenAway() throws IOException {
    Pack pack = read(
            HEAD + "without: {options: container}\noptions:\n"
                + "  port: {default: 9090}\n  container: {default: false}\n"
                + "  team: {type: string, help: who}\n",
            Map.of())
        .value();
    assertEquals(
        List.of("port", "container", "team"),
        pack.options().stream().map(Option::name).toList());
    assertEquals("9090", pack.options().get(0).defaultText());
    assertEquals("where the service listens", pack.options().get(0).help());
    assertEquals(
        List.of(false, true, false), pack.options().stream().map(Option::fixed).toList());
    assertEquals("false", pack.options().get(1).defaultText());
  }

  @Test
  void languageGrows() throws IOException {
    Pack pack = read(
            HEAD
                + "types:\n  scalars:\n    string/money: {name: Money, import: from money import Money}\n"
                + "  reserved: {types: Money Cent, constants: [NONE]}\n",
            Map.of())
        .value();
    assertEquals("Money", pack.language().scalars().get("string/money").text());
    assertEquals("str", pack.language().scalars().get("string").text());
    assertTrue(
        pack.language().reservedTypes().containsAll(List.of("Money", "Cent", "Enum", "yield")));
    assertTrue(pack.language().reservedConstants().contains("NONE"));
  }

  @Test
  void keywordsStandInOptionsToo() throws IOException {
    Pack pack = read(
            HEAD + "types:\n  reserved: {keywords: def pass}\n"
                + "options:\n  team: {type: string, default: \"x{keywords}\", pattern: \"(?!{keywords}).*\", help: who}\n",
            Map.of())
        .value();
    Option team = pack.options().get(pack.options().size() - 1);
    assertEquals("xdef|pass", team.defaultText());
    assertEquals("(?!def|pass).*", team.pattern().orElseThrow());
    assertTrue(pack.language().reservedMembers().containsAll(List.of("def", "pass")));
    assertTrue(pack.language().reservedTypes().containsAll(List.of("def", "pass")));
  }

  @Test
  void everyPackHasItsOwnNameAndVersion() throws IOException {
    assertEquals(
        List.of("`name` is missing", "`version` is missing"),
        read("extends: python\n", Map.of()).diagnostics().stream()
            .map(Diagnostic::message)
            .toList());
  }

  @Test
  void packsInACircleAreAnError() {
    Map<String, FileTree> stacks = new HashMap<>();
    stacks.put("a", tree("name: a\nversion: 1\nextends: b\n", Map.of()));
    stacks.put("b", tree("name: b\nversion: 1\nextends: a\n", Map.of()));
    Checked<Pack> read = PackReader.read(
        tree(HEAD.replace("python", "a"), Map.of()),
        "acme",
        () -> List.copyOf(stacks.keySet()),
        name -> Optional.ofNullable(stacks.get(name)));
    assertFalse(read.ok());
    assertEquals("pack-extends", read.diagnostics().get(0).code());
    assertEquals(
        "b/pack.yaml:3:10", read.diagnostics().get(0).position().orElseThrow().toString());
  }

  private static Pack python() throws IOException {
    return PackReader.read(folder(), "python").value();
  }

  private static FileTree folder() throws IOException {
    return Folder.read(Path.of("src", "test", "resources", "packs", "python"));
  }

  private static Checked<Pack> read(String manifest, Map<String, String> files) throws IOException {
    FileTree python = folder();
    return PackReader.read(
        tree(manifest, files),
        "acme",
        () -> List.of("python"),
        name -> Optional.of(python).filter(p -> name.equals("python")));
  }

  private static FileTree tree(String manifest, Map<String, String> files) {
    Map<RelPath, Content> all = new HashMap<>();
    all.put(RelPath.of("pack.yaml"), Content.of(manifest));
    files.forEach((path, text) -> all.put(RelPath.of(path), Content.of(text)));
    return FileTree.of(all);
  }
}
