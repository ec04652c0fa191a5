package dev.hew;

import dev.hew.contract.ContractReader;
import dev.hew.contract.SiblingFiles;
import dev.hew.disk.SpecFiles;
import dev.hew.flow.SpecInput;
import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.report.Source;
import dev.hew.schema.Values;
import dev.hew.spec.Spec;
import dev.hew.tree.RelPath;
import dev.hew.yaml.JsonWriter;
import dev.hew.yaml.Node;
import dev.hew.yaml.NodeReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The OpenAPI documents that OpenAPI Generator is tested with, read from the jar that carries them. */
final class Corpus implements AutoCloseable {
  private static final Spec NO_MANIFEST = new Spec(
      Optional.empty(),
      Optional.empty(),
      Optional.empty(),
      "",
      Optional.empty(),
      Map.of(),
      true,
      Map.of());

  private final Path root;
  private final FileSystem archive;

  private Corpus(Path root, FileSystem archive) {
    this.root = root;
    this.archive = archive;
  }

  static Corpus open() throws IOException {
    String jar = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(path -> path.matches(".*openapi-generator-[\\d.]+-tests\\.jar"))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the corpus is not on the class path"));
    FileSystem archive = FileSystems.newFileSystem(Path.of(jar));
    return new Corpus(archive.getPath("/"), archive);
  }

  /** The documents in a folder instead. */
  static Corpus in(Path folder) {
    return new Corpus(folder, folder.getFileSystem());
  }

  /** Every YAML and JSON file, sorted; not all of them are OpenAPI documents. */
  List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(name -> name.matches(".*\\.(ya?ml|json)"))
          .sorted()
          .toList();
    }
  }

  /** The text of a file, which is called by its last name, as hew calls a contract in the folder it is started in. */
  Checked<Source> text(String file) {
    Path path = root.resolve(file);
    if (!Files.exists(path)) {
      return Checked.failed(Diagnostic.error("spec-not-found", "there is no file `" + file + "`"));
    }
    try (InputStream in = Files.newInputStream(path)) {
      return SpecFiles.text(in, file.substring(file.lastIndexOf('/') + 1));
    } catch (IOException e) {
      throw new IllegalStateException(file, e);
    }
  }

  /**
   * What a service is made of.
   *
   * @param completed whether the document has no operation of its own and was given some, see {@link #completed}
   */
  record Input(SpecInput spec, boolean completed) {}

  /** The document as {@code hew new} would take it, together with the files of the jar that it refers to. */
  Checked<Input> input(String file) {
    Checked<Source> source = text(file);
    Checked<SpecInput> read = source.then(text -> contract(file, text));
    boolean nothingToServe = !read.ok()
        && read.diagnostics().stream()
            .filter(Diagnostic::isError)
            .allMatch(d -> d.code().equals("contract-no-operations"));
    return nothingToServe
        ? source.then(text -> contract(file, completed(text))).map(spec -> new Input(spec, true))
        : read.map(spec -> new Input(spec, false));
  }

  private Checked<SpecInput> contract(String file, Source source) {
    RelPath root = RelPath.of(file);
    SiblingFiles siblings = reference -> {
      try {
        return text(root.resolve(reference).value())
            .map(text -> new Source(reference, text.text()));
      } catch (IllegalArgumentException outside) {
        return Checked.failed(
            Diagnostic.error("ref-outside", "`" + reference + "` lies outside of the jar"));
      }
    };
    return ContractReader.read(source, siblings)
        .map(contract -> new SpecInput(contract, NO_MANIFEST, Optional.empty()));
  }

  /**
   * The document with one operation for each of its named schemas, which answers with it. A document without operations
   * is refused, but its schemas are as good a test as others.
   */
  private static Source completed(Source source) {
    Node root = NodeReader.read(source).value();
    boolean swagger = root.get("swagger").isPresent();
    Optional<Node> schemas =
        swagger ? root.get("definitions") : root.get("components").flatMap(c -> c.get("schemas"));
    String place = swagger ? "#/definitions/" : "#/components/schemas/";
    Map<String, Node> paths = new LinkedHashMap<>();
    paths.put("/", operation(Map.of("description", Values.text("fine"))));
    for (Node.Entry entry : schemas.map(Node::entries).orElse(List.of())) {
      String pointer = entry.key().replace("~", "~0").replace("/", "~1");
      Node schema = Values.map(Map.of("$ref", Values.text(place + pointer)));
      Node content = Values.map(Map.of("application/json", Values.map(Map.of("schema", schema))));
      Map<String, Node> response = new LinkedHashMap<>();
      response.put("description", Values.text("fine"));
      response.put(swagger ? "schema" : "content", swagger ? schema : content);
      paths.put("/schemas/" + paths.size(), operation(response));
    }
    Map<String, Node> all = new LinkedHashMap<>();
    root.entries().forEach(entry -> all.put(entry.key(), entry.value()));
    all.put("paths", Values.map(paths));
    return new Source(source.name(), JsonWriter.pretty(Values.map(all)));
  }

  private static Node operation(Map<String, Node> response) {
    Node responses = Values.map(Map.of("200", Values.map(response)));
    return Values.map(Map.of("get", Values.map(Map.of("responses", responses))));
  }

  @Override
  public void close() throws IOException {
    if (archive != FileSystems.getDefault()) {
      archive.close();
    }
  }
}
