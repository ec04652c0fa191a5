package dev.hew.pack;

import dev.hew.model.Language;
import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.tree.FileTree;
import dev.hew.yaml.Node;
import dev.hew.yaml.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads a pack's folder. */
public final class PackReader {
  private static final List<String> KEYS = List.of(
      "name",
      "version",
      "extends",
      "without",
      "title",
      "width",
      "next",
      "verify",
      "needs",
      "versions",
      "options",
      "derived",
      "types",
      "rules");

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final Pattern OPTION = Pattern.compile("[a-zA-Z][a-zA-Z0-9]*");
  private static final Pattern REPETITION = Pattern.compile("\\S.* as +\\w+", Pattern.DOTALL);

  /** Stands in an option's default and pattern for the keywords of the language. */
  private static final String KEYWORDS = "{keywords}";

  private final List<Diagnostic> problems = new ArrayList<>();
  private final Table table = new Table(problems);

  private PackReader() {}

  /**
   * Reads a pack that extends none.
   *
   * @param folder the pack's files: {@code pack.yaml}, {@code files/...}, {@code lib/...}
   * @param place what messages call the folder
   */
  public static Checked<Pack> read(FileTree folder, String place) {
    return read(folder, place, List::of, name -> Optional.empty());
  }

  /**
   * Reads a pack with those that it extends.
   *
   * @param folder the pack's files: {@code pack.yaml}, {@code files/...}, {@code lib/...}
   * @param place what messages call the folder
   * @param names what packs may be extended
   * @param others the folder of one of them
   */
  public static Checked<Pack> read(
      FileTree folder,
      String place,
      Supplier<List<String>> names,
      Function<String, Optional<FileTree>> others) {
    return PackLayers.of(folder, place, new PackLayers.Others(names, others))
        .then(layers -> new PackReader().pack(layers, place));
  }

  private Checked<Pack> pack(PackLayers layers, String place) {
    Node node = layers.manifest();
    problems.addAll(layers.problems());
    Map<String, String> library = new LinkedHashMap<>();
    layers.library().files().forEach((path, content) -> library.put("lib/" + path, content.text()));
    table.onlyKeys(node, KEYS);
    Map<String, String> versions = texts(node, "versions");
    List<Option> options = new ArrayList<>();
    String keywords = keywords(node);
    table.entries(node, "options").forEach(e -> options.add(option(e, keywords, layers.fixed())));
    List<FileRule> rules = new ArrayList<>();
    table.entries(node, "rules").forEach(e -> rules.add(rule(e)));
    Language language =
        node.get("types").map(t -> new LanguageReader(table).language(t)).orElse(null);
    if (language == null) {
      problems.add(Diagnostic.error("pack-missing-key", node.position(), "the pack has no `types`")
          .withHint("`templates/README.md` says what stands there"));
    }
    String name = table.text(node, "name", true);
    if (!name.isEmpty() && !NAME.matcher(name).matches()) {
      problems.add(Diagnostic.error(
              "manifest-value",
              node.get("name").orElseThrow().position(),
              "`name` cannot be `" + name + "`")
          .withHint("small letters, digits and single hyphens"));
    }
    List<Layer> all = layers.layers();
    Pack pack = new Pack(
        name,
        table.text(node, "version", true),
        table.text(node, "title", true),
        table.number(node, "width", 120),
        table.text(node, "next", true),
        table.texts(node, "verify"),
        texts(node, "needs"),
        versions,
        options,
        texts(node, "derived"),
        language,
        rules,
        library,
        layers.templates(),
        layers.places(),
        new Provenance(all.get(0).name(), Optional.empty(), remembered(all)));
    return Checked.of(pack, problems);
  }

  /** What no layer above the last one brings is from there, so that nobody need remember it. */
  private static List<Layer> remembered(List<Layer> layers) {
    List<Layer> kept = new ArrayList<>(layers);
    Layer last = kept.remove(kept.size() - 1);
    if (!kept.isEmpty()) {
      kept.add(new Layer(last.name(), List.of()));
    }
    return kept;
  }

  private Map<String, String> texts(Node node, String key) {
    Map<String, String> map = new LinkedHashMap<>();
    table.entries(node, key).forEach(e -> map.put(e.key(), Table.raw(e.value())));
    return map;
  }

  /** The keywords of the pack's language, as alternatives of a regular expression. */
  private String keywords(Node node) {
    return node.get("types")
        .flatMap(types -> types.get("reserved"))
        .map(reserved -> String.join("|", table.words(reserved, "keywords")))
        .orElse("");
  }

  private Option option(Node.Entry entry, String keywords, Set<String> fixed) {
    Node node = entry.value();
    Optional<Node> pattern = node.get("pattern").filter(p -> p.string().isPresent());
    pattern.ifPresent(p -> {
      try {
        Pattern.compile(p.string().orElseThrow().replace(KEYWORDS, keywords));
      } catch (PatternSyntaxException e) {
        problems.add(Diagnostic.error(
                "manifest-value",
                p.position(),
                "`pattern` is no regular expression: " + e.getDescription())
            .withHint("write it as Java's `Pattern` reads it"));
      }
    });
    if (!OPTION.matcher(entry.key()).matches()) {
      problems.add(Diagnostic.error(
              "manifest-value",
              entry.keyPosition(),
              "an option cannot be called `" + entry.key() + "`")
          .withHint("letters and digits, a letter first"));
    }
    table.onlyKeys(node, List.of("type", "default", "allowed", "pattern", "help"));
    return new Option(
        entry.key(),
        table.oneOf(node, "type", List.of("string", "integer", "boolean", "list")),
        node.get("default").map(PackReader::joined).orElse("").replace(KEYWORDS, keywords),
        table.texts(node, "allowed"),
        pattern.flatMap(Node::string).map(p -> p.replace(KEYWORDS, keywords)),
        table.text(node, "help", true),
        fixed.contains(entry.key()));
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
        node.get("each").map(this::repetition),
        node.get("as").map(Table::raw),
        owner,
        node.get("executable").map(n -> Table.raw(n).equals("true")).orElse(false));
  }

  private String repetition(Node node) {
    String text = Table.raw(node);
    if (!REPETITION.matcher(text).matches()) {
      problems.add(
          Diagnostic.error("manifest-value", node.position(), "`each` cannot be `" + text + "`")
              .withHint("a list and a name for each of its items: `types as type`"));
    }
    return text;
  }
}
