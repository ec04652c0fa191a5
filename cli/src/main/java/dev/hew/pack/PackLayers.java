package dev.hew.pack;

import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.report.Nearest;
import dev.hew.report.Position;
import dev.hew.report.Source;
import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import dev.hew.yaml.Node;
import dev.hew.yaml.NodeReader;
import dev.hew.yaml.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Lays packs over each other: one that extends another is that one, with files and entries of its manifest added,
 * replaced or left out.
 *
 * @param manifest what their manifests say together
 * @param templates all files in {@code files/}
 * @param library all files in {@code lib/}
 * @param fixed the options that are no choice any more
 * @param layers the topmost first
 * @param places where messages say that a file is, by its path in the pack
 * @param problems what is wrong with the way in which they lie over each other
 */
record PackLayers(
    Node manifest,
    FileTree templates,
    FileTree library,
    Set<String> fixed,
    List<Layer> layers,
    Map<String, String> places,
    List<Diagnostic> problems) {
  private static final RelPath MANIFEST = RelPath.of("pack.yaml");
  private static final int MOST = 5;

  /** Where others are found: hew's own stacks, by their names. */
  record Others(Supplier<List<String>> names, Function<String, Optional<FileTree>> folder) {}

  static Checked<PackLayers> of(FileTree folder, String place, Others others) {
    return of(folder, place, others, new LinkedHashSet<>());
  }

  private static Checked<PackLayers> of(
      FileTree folder, String place, Others others, Set<String> above) {
    Optional<Content> manifest = folder.get(MANIFEST);
    if (manifest.isEmpty()) {
      return Checked.failed(
          Diagnostic.error("pack-no-manifest", "`" + place + "` has no `pack.yaml`")
              .withHint("`templates/README.md` says what a pack is made of"));
    }
    Source source = new Source(place + "/pack.yaml", manifest.get().text());
    return NodeReader.read(source).then(node -> {
      Optional<Node> extended = node.get("extends");
      PackLayers own = alone(node, folder, place);
      return extended.isEmpty()
          ? Checked.of(own.checked(own))
          : below(extended.get(), others, above).map(base -> over(base, own));
    });
  }

  private static PackLayers alone(Node node, FileTree folder, String place) {
    FileTree templates = folder.below("files");
    String name = node.get("name").map(Table::raw).orElse("")
        + "@"
        + node.get("version").map(Table::raw).orElse("");
    Map<String, String> places = new HashMap<>();
    folder.files().keySet().forEach(path -> places.put(path.value(), place + "/" + path));
    return new PackLayers(
        node,
        templates,
        folder.below("lib"),
        Set.of(),
        List.of(new Layer(
            name,
            templates.files().keySet().stream()
                .map(PackLayers::template)
                .sorted()
                .toList())),
        places,
        List.of());
  }

  /** The pack that another one extends. */
  private static Checked<PackLayers> below(Node extended, Others others, Set<String> above) {
    String name = Table.raw(extended);
    if (!above.add(name) || above.size() > MOST) {
      return Checked.failed(Diagnostic.error(
              "pack-extends",
              extended.position(),
              "`" + name + "` extends itself, or too many others")
          .withHint("extend one of: " + String.join(", ", others.names().get())));
    }
    return others
        .folder()
        .apply(name)
        .map(folder -> of(folder, name, others, above))
        .orElseGet(() -> Checked.failed(Diagnostic.error(
                "pack-extends", extended.position(), "hew has no stack `" + name + "` to extend")
            .withLength(Math.max(1, name.length()))
            .withHint(Nearest.to(name, others.names().get())
                .map(n -> "did you mean `" + n + "`?")
                .orElse("there are: " + String.join(", ", others.names().get())))));
  }

  /** One pack over another. */
  private static PackLayers over(PackLayers base, PackLayers own) {
    List<Diagnostic> problems = new ArrayList<>(base.problems);
    Table table = new Table(problems);
    Node without =
        own.manifest.get("without").orElse(new Node.Mapping(List.of(), own.manifest.position()));
    table.onlyKeys(without, List.of("files", "options"));
    TreeMap<RelPath, Content> templates = new TreeMap<>(base.templates.files());
    for (Node pattern : items(without, "files")) {
      String text = Table.raw(pattern);
      if (!templates.keySet().removeIf(path -> FileRule.matches(text, template(path)))) {
        problems.add(matchesNothing(pattern.position(), text));
      }
    }
    Set<String> fixed = new LinkedHashSet<>(base.fixed);
    for (Node option : items(without, "options")) {
      String name = Table.raw(option);
      if (base.manifest.get("options").flatMap(o -> o.get(name)).isEmpty() || !fixed.add(name)) {
        problems.add(Diagnostic.error(
                "pack-without-option",
                option.position(),
                "`" + base.layers.get(0).name() + "` has no option `" + name + "`")
            .withHint("correct the name, or take it out of `without`"));
      }
    }
    // a file takes the place of one that is a template where this is none, and the other way round
    Set<String> replaced = new LinkedHashSet<>();
    own.templates.files().keySet().forEach(path -> replaced.add(template(path)));
    templates.keySet().removeIf(path -> replaced.contains(template(path)));
    templates.putAll(own.templates.files());
    List<Layer> layers = new ArrayList<>(own.layers);
    layers.addAll(base.layers);
    Map<String, String> places = new HashMap<>(base.places);
    places.putAll(own.places);
    PackLayers both = new PackLayers(
        ManifestMerge.of(base.manifest, own.manifest),
        new FileTree(templates),
        base.library.plus(own.library),
        fixed,
        layers,
        places,
        problems);
    return both.checked(own);
  }

  /** These layers, with the problems that rules of the topmost match no file. */
  private PackLayers checked(PackLayers own) {
    List<Diagnostic> all = new ArrayList<>(problems);
    List<String> paths = new ArrayList<>();
    templates.files().keySet().forEach(path -> paths.add(template(path)));
    for (Node.Entry rule : own.manifest.get("rules").map(Node::entries).orElse(List.of())) {
      if (paths.stream().noneMatch(path -> FileRule.matches(rule.key(), path))) {
        all.add(matchesNothing(rule.keyPosition(), rule.key()));
      }
    }
    return new PackLayers(manifest, templates, library, fixed, layers, places, all);
  }

  private static String template(RelPath path) {
    return PackFiles.templatePath(path.value());
  }

  private static List<Node> items(Node node, String key) {
    return node.get(key)
        .map(n -> n instanceof Node.Scalar ? List.of(n) : n.items())
        .orElse(List.of());
  }

  private static Diagnostic matchesNothing(Position position, String pattern) {
    return Diagnostic.error(
            "pack-rule-matches-nothing", position, "no file of the pack matches `" + pattern + "`")
        .withHint("correct or remove the rule");
  }
}
