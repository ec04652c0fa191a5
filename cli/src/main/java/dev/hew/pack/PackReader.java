package dev.hew.pack;

import dev.hew.model.Language;
import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.report.Source;
import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import dev.hew.yaml.Node;
import dev.hew.yaml.NodeReader;
import dev.hew.yaml.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a pack's folder. */
public final class PackReader {
  private static final List<String> KEYS = List.of(
      "name",
      "version",
      "title",
      "width",
      "next",
      "needs",
      "versions",
      "options",
      "derived",
      "types",
      "rules");

  private final List<Diagnostic> problems = new ArrayList<>();
  private final Table table = new Table(problems);

  private PackReader() {}

  /**
   * @param folder the pack's files: {@code pack.yaml}, {@code files/...}, {@code lib/...}
   * @param name what messages call the folder
   */
  public static Checked<Pack> read(FileTree folder, String name) {
    Optional<Content> manifest = folder.get(RelPath.of("pack.yaml"));
    if (manifest.isEmpty()) {
      return Checked.failed(
          Diagnostic.error("pack-no-manifest", "`" + name + "` has no `pack.yaml`")
              .withHint("`templates/README.md` says what a pack is made of"));
    }
    Source source = new Source(name + "/pack.yaml", manifest.get().text());
    return NodeReader.read(source).then(node -> new PackReader().pack(node, folder));
  }

  private Checked<Pack> pack(Node node, FileTree folder) {
    FileTree files = folder.below("files");
    Map<String, String> library = new LinkedHashMap<>();
    folder
        .below("lib")
        .files()
        .forEach((path, content) -> library.put("lib/" + path, content.text()));
    table.onlyKeys(node, KEYS);
    Map<String, String> versions = texts(node, "versions");
    List<Option> options = new ArrayList<>();
    table.entries(node, "options").forEach(e -> options.add(option(e)));
    List<FileRule> rules = new ArrayList<>();
    table.entries(node, "rules").forEach(e -> rules.add(rule(e)));
    for (FileRule rule : rules) {
      if (files.files().keySet().stream()
          .noneMatch(p -> rule.matches(PackFiles.templatePath(p.value())))) {
        problems.add(Diagnostic.error(
                "pack-rule-matches-nothing",
                rule.position(),
                "no file of the pack matches `" + rule.pattern() + "`")
            .withHint("correct or remove the rule"));
      }
    }
    Language language =
        node.get("types").map(t -> new LanguageReader(table).language(t)).orElse(null);
    if (language == null) {
      problems.add(Diagnostic.error("pack-missing-key", node.position(), "the pack has no `types`")
          .withHint("`templates/README.md` says what stands there"));
    }
    String name = table.text(node, "name", true);
    Pack pack = new Pack(
        name,
        table.text(node, "version", true),
        table.text(node, "title", true),
        table.number(node, "width", 120),
        table.text(node, "next", true),
        texts(node, "needs"),
        versions,
        options,
        texts(node, "derived"),
        language,
        rules,
        library,
        files);
    return Checked.of(pack, problems);
  }

  private Map<String, String> texts(Node node, String key) {
    Map<String, String> map = new LinkedHashMap<>();
    table.entries(node, key).forEach(e -> map.put(e.key(), Table.raw(e.value())));
    return map;
  }

  private Option option(Node.Entry entry) {
    Node node = entry.value();
    table.onlyKeys(node, List.of("type", "default", "allowed", "pattern", "help"));
    return new Option(
        entry.key(),
        table.oneOf(node, "type", List.of("string", "integer", "boolean", "list")),
        node.get("default").map(PackReader::joined).orElse(""),
        table.texts(node, "allowed"),
        node.get("pattern").flatMap(Node::string),
        table.text(node, "help", true));
  }

  private static String joined(Node node) {
    return node instanceof Node.Sequence
        ? String.join(",", node.items().stream().map(Table::raw).toList())
        : Table.raw(node);
  }

  private FileRule rule(Node.Entry entry) {
    Node node = entry.value();
    table.onlyKeys(node, List.of("when", "each", "as", "owner", "executable"));
    Optional<Owner> owner = Optional.empty();
    Optional<Node> word = node.get("owner");
    if (word.isPresent()) {
      String text = Table.raw(word.get());
      for (Owner candidate : Owner.values()) {
        if (candidate.word().equals(text)) {
          owner = Optional.of(candidate);
        }
      }
      if (owner.isEmpty()) {
        problems.add(Diagnostic.error(
                "pack-unknown-owner", word.get().position(), "`" + text + "` is no owner")
            .withHint("`hew`, `both` or `you`"));
      }
    }
    return new FileRule(
        entry.key(),
        entry.keyPosition(),
        node.get("when").map(Table::raw),
        node.get("each").map(Table::raw),
        node.get("as").map(Table::raw),
        owner,
        node.get("executable").map(n -> Table.raw(n).equals("true")).orElse(false));
  }
}
