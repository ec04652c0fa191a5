package dev.hew.contract;

import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.report.Nearest;
import dev.hew.report.Source;
import dev.hew.yaml.Node;
import dev.hew.yaml.NodeReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The texts of one contract, read when a reference first leads to them, and what references lead to. */
final class Documents {
  /**
   * @param name as in {@link Place#document()}
   */
  record Document(String name, Source source, Spot root, Dialect dialect, Anchors anchors) {}

  /**
   * Why a document was not read.
   *
   * @param hint empty where the reference itself is what can be mended
   */
  private record Refusal(String why, Optional<String> hint) {}

  /** From this many entries on, a mapping gets an index. */
  private static final int LARGE = 32;

  private final Map<Place, Map<String, Spot>> indexes = new HashMap<>();
  private final Map<String, Optional<Document>> documents = new LinkedHashMap<>();
  private final Map<String, Refusal> refusals = new LinkedHashMap<>();
  private final Problems problems;
  private final SiblingFiles files;
  private final String rootName;
  private final Dialect rootDialect;

  Documents(Source source, Node root, Dialect dialect, SiblingFiles files, Problems problems) {
    this.problems = problems;
    this.files = files;
    this.rootDialect = dialect;
    this.rootName = source.name().substring(source.name().lastIndexOf('/') + 1);
    Spot spot = Spot.document("", root);
    documents.put("", Optional.of(new Document("", source, spot, dialect, new Anchors(spot))));
  }

  Spot root() {
    return get("").orElseThrow().root();
  }

  /** The top of the document that a place is in. */
  Spot rootOf(Place place) {
    return get(place.document()).map(Document::root).orElseGet(this::root);
  }

  Dialect dialect(Place place) {
    return get(place.document()).map(Document::dialect).orElse(rootDialect);
  }

  List<Contract.Text> sources() {
    return documents.values().stream()
        .flatMap(Optional::stream)
        .map(document -> new Contract.Text(document.name(), document.source()))
        .toList();
  }

  /** The documents' names in the order in which they were first needed. */
  List<String> names() {
    return List.copyOf(documents.keySet());
  }

  /** Where a reference leads; a reference that leads nowhere is reported and gives nothing. */
  Optional<Spot> follow(Place from, Node reference) {
    return follow(from, reference, new HashSet<>());
  }

  private Optional<Spot> follow(Place from, Node reference, Set<Place> passed) {
    String text = reference.string().orElse("");
    if (text.isBlank()) {
      problems.error(
          "ref-kind",
          reference,
          "`$ref` has to be a text that names a place",
          Optional.of("such as `#/components/schemas/Name` or `other.yaml#/Name`"));
      return Optional.empty();
    }
    int hash = text.indexOf('#');
    String file = hash < 0 ? text : text.substring(0, hash);
    String fragment = hash < 0 ? "" : text.substring(hash + 1);
    Optional<Spot> byId = byId(file);
    if (byId.isPresent()) {
      return inside(byId.get(), fragment, reference, passed);
    }
    return document(from, file, reference)
        .flatMap(d -> inside(d.root(), fragment, reference, passed));
  }

  /** The schema that calls itself by the address that a reference names. */
  private Optional<Spot> byId(String file) {
    if (file.isEmpty()) {
      return Optional.empty();
    }
    return documents.values().stream()
        .flatMap(Optional::stream)
        .filter(d -> d.dialect().isModern())
        .flatMap(d -> d.anchors().byId(file).stream())
        .findFirst();
  }

  private Optional<Document> document(Place from, String file, Node reference) {
    if (file.isEmpty()) {
      return get(from.document());
    }
    if (file.matches("[a-zA-Z][a-zA-Z0-9+.-]+:.*") || file.startsWith("//")) {
      problems.error(
          "ref-remote",
          reference,
          "`" + file + "` is not in this folder; hew reads nothing from the network on its own",
          Optional.of("save the file beside the contract and refer to it by its path"));
      return Optional.empty();
    }
    String path = Percent.decode(file).replace('\\', '/');
    if (path.startsWith("/")) {
      problems.error(
          "ref-absolute",
          reference,
          "`" + file + "` is an absolute path; only relative paths are read",
          Optional.of("write the path from this file to the other one"));
      return Optional.empty();
    }
    String name = join(from.document(), path);
    if (name.equals(rootName)) {
      name = "";
    }
    if (!documents.containsKey(name)) {
      documents.put(name, load(name));
    }
    Optional<Document> found = get(name);
    if (found.isEmpty()) {
      problems.unread(
          name,
          reference,
          "`" + file + "` cannot be read: " + refusals.get(name).why(),
          refusals.get(name).hint().or(() -> hintForName(file)));
    }
    return found;
  }

  private Optional<String> hintForName(String file) {
    boolean component = componentNames().stream().anyMatch(file::equals);
    return component
        ? Optional.of(
            "for the component, write `#/" + String.join("/", schemasPath()) + "/" + file + "`")
        : Optional.of("the path is read from the file that the reference stands in");
  }

  private List<String> schemasPath() {
    return rootDialect.isSwagger() ? List.of("definitions") : List.of("components", "schemas");
  }

  private List<String> componentNames() {
    Optional<Spot> spot = Optional.of(root());
    for (String step : schemasPath()) {
      spot = spot.flatMap(s -> s.get(step));
    }
    return spot.map(s -> s.entries().stream().map(Spot::name).toList()).orElse(List.of());
  }

  private Optional<Document> load(String name) {
    Checked<Source> source = files.read(name);
    if (!source.ok()) {
      refusals.put(name, refusal(source));
      return Optional.empty();
    }
    problems.know(source.value());
    NodeReader.Attempt text = NodeReader.attempt(source.value());
    text.diagnostics().forEach(problems::add);
    if (text.node().isEmpty()) {
      refusals.put(
          name, new Refusal("it is neither YAML nor JSON that hew reads", Optional.empty()));
      return Optional.empty();
    }
    Node node = text.node().get();
    Spot spot = Spot.document(name, node);
    Dialect own = node.get("openapi")
        .flatMap(v -> v instanceof Node.Scalar s ? Dialect.ofOpenapi(s.raw()) : Optional.empty())
        .or(() -> node.get("swagger").map(v -> Dialect.SWAGGER_2_0))
        .orElse(rootDialect);
    return Optional.of(new Document(name, source.value(), spot, own, new Anchors(spot)));
  }

  private static Refusal refusal(Checked<Source> source) {
    List<Diagnostic> errors =
        source.diagnostics().stream().filter(Diagnostic::isError).toList();
    return new Refusal(
        errors.stream().map(Diagnostic::message).collect(Collectors.joining("; ")),
        errors.stream()
            .filter(error -> !error.code().equals("spec-not-found"))
            .flatMap(error -> error.hint().stream())
            .findFirst());
  }

  private Optional<Spot> inside(Spot root, String fragment, Node reference, Set<Place> passed) {
    if (fragment.isEmpty() || fragment.equals("/")) {
      return Optional.of(root);
    }
    if (!fragment.startsWith("/")) {
      return anchor(root, fragment, reference);
    }
    Spot spot = root;
    for (String token : fragment.substring(1).split("/", -1)) {
      Optional<Spot> next = step(spot, token);
      if (next.isEmpty() && spot.get("$ref").isPresent() && passed.add(spot.place())) {
        // the pointer walks through a reference: not what the standard says, yet its meaning is
        // plain
        next = follow(spot.place(), spot.get("$ref").get().node(), passed)
            .flatMap(target -> step(target, token));
      }
      if (next.isEmpty()) {
        List<String> known = spot.entries().stream().map(Spot::name).toList();
        String plain = unescape(Percent.decode(token));
        problems.error(
            "ref-unresolved",
            reference,
            "`" + reference.string().orElse("") + "` leads nowhere: there is no `" + plain + "`"
                + (spot.place().pointer().isEmpty()
                    ? ""
                    : " in `#" + spot.place().pointer() + "`"),
            Nearest.to(plain, known)
                .map(n -> "did you mean `" + n + "`?")
                .or(() -> Optional.of("correct the reference, or add what it names")));
        return Optional.empty();
      }
      spot = next.get();
    }
    return Optional.of(spot);
  }

  /** Pointers in references are percent-encoded; those that somebody forgot to encode are understood too. */
  private Optional<Spot> step(Spot spot, String token) {
    String decoded = unescape(Percent.decode(token));
    if (spot.node() instanceof Node.Sequence) {
      List<Spot> items = spot.items();
      boolean index = decoded.matches("0|[1-9]\\d{0,8}");
      return index && Integer.parseInt(decoded) < items.size()
          ? Optional.of(items.get(Integer.parseInt(decoded)))
          : Optional.empty();
    }
    return child(spot, decoded).or(() -> child(spot, unescape(token)));
  }

  /** Thousands of references lead into the same mapping of thousands of schemas. */
  private Optional<Spot> child(Spot spot, String key) {
    if (spot.node().entries().size() < LARGE) {
      return spot.get(key);
    }
    Map<String, Spot> index = indexes.computeIfAbsent(
        spot.place(), p -> spot.entries().stream().collect(Collectors.toMap(Spot::name, e -> e)));
    return Optional.ofNullable(index.get(key));
  }

  private static String unescape(String token) {
    return token.replace("~1", "/").replace("~0", "~");
  }

  private Optional<Spot> anchor(Spot root, String name, Node reference) {
    Optional<Spot> found =
        get(root.place().document()).flatMap(d -> d.anchors().byName(Percent.decode(name)));
    if (found.isEmpty()) {
      problems.error(
          "ref-unresolved",
          reference,
          "`" + reference.string().orElse("") + "` leads nowhere: no schema has the anchor `" + name
              + "`",
          Optional.of("a pointer within the document starts with `#/`"));
    }
    return found;
  }

  private Optional<Document> get(String name) {
    return documents.getOrDefault(name, Optional.empty());
  }

  /** The path of a reference from a document, {@code ..} only where it leads out of the root document's folder. */
  private static String join(String from, String path) {
    Deque<String> parts = new ArrayDeque<>();
    String folder = from.contains("/") ? from.substring(0, from.lastIndexOf('/') + 1) : "";
    for (String part : (folder + path).split("/")) {
      if (part.equals("..") && !parts.isEmpty() && !parts.peekLast().equals("..")) {
        parts.removeLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return String.join("/", parts);
  }
}
