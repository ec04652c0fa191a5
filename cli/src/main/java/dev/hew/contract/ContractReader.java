package dev.hew.contract;

import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.report.Nearest;
import dev.hew.report.Position;
import dev.hew.report.Source;
import dev.hew.yaml.Node;
import dev.hew.yaml.NodeReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads OpenAPI 3.0, 3.1 and 3.2 and Swagger 2.0, in YAML or JSON, into a {@link Contract}.
 *
 * <p>All problems are reported at once. An error is what cannot be served; everything else is a warning.
 */
public final class ContractReader {
  private ContractReader() {}

  /**
   * @param root the contract's root document
   * @param files gives the files that the root refers to
   */
  public static Checked<Contract> read(Source root, SiblingFiles files) {
    return read(root, NodeReader.attempt(root), files);
  }

  /**
   * The same for somebody who has read the root document already.
   *
   * @param text what came of reading it
   */
  public static Checked<Contract> read(Source root, NodeReader.Attempt text, SiblingFiles files) {
    Problems problems = new Problems();
    problems.know(root);
    text.diagnostics().forEach(problems::add);
    if (text.node().isEmpty()) {
      return Checked.failed(problems.sorted());
    }
    Node node = text.node().get();
    Optional<Dialect> dialect = dialect(root, node, problems);
    if (dialect.isEmpty()) {
      return Checked.failed(problems.sorted());
    }
    Documents documents = new Documents(root, node, dialect.get(), files, problems);
    Contract contract = contract(documents, problems);
    return Checked.of(contract, problems.sorted());
  }

  private static Optional<Dialect> dialect(Source source, Node root, Problems problems) {
    Position start = new Position(source.name(), 1, 1);
    if (!(root instanceof Node.Mapping)) {
      problems.add(Diagnostic.error(
              "contract-kind", start, "this is no OpenAPI document, but " + Reading.kind(root))
          .withHint("it starts with `openapi: 3.1.0`, `info` and `paths`"));
      return Optional.empty();
    }
    Optional<Node> openapi = root.get("openapi");
    Optional<Node> swagger = root.get("swagger");
    Optional<Node> version = openapi.or(() -> swagger);
    if (version.isEmpty()) {
      List<String> keys = root.entries().stream().map(Node.Entry::key).toList();
      Diagnostic missing = Diagnostic.error(
              "contract-version", start, "this is no OpenAPI document: it has no `openapi` key")
          .withHint("add `openapi: 3.1.0`, or name another file");
      Optional<String> slip = Nearest.to("openapi", keys).map(k -> "is `" + k + "` a slip for it?");
      problems.add(missing.withHint(slip.orElse("start the document with `openapi: 3.1.0`")));
      return Optional.empty();
    }
    String written = version.get() instanceof Node.Scalar s ? s.raw() : "";
    Optional<Dialect> dialect = openapi.isPresent()
        ? Dialect.ofOpenapi(written)
        : written.equals("2.0") || written.equals("2")
            ? Optional.of(Dialect.SWAGGER_2_0)
            : Optional.empty();
    if (dialect.isEmpty()) {
      problems.error(
          "contract-version",
          version.get(),
          "version `" + written + "` is not known",
          Optional.of(
              "hew reads OpenAPI 3.0, 3.1 and 3.2 (`openapi: 3.1.0`) and Swagger 2.0 (`swagger: '2.0'`)"));
    }
    return dialect;
  }

  private static Contract contract(Documents documents, Problems problems) {
    Reading reading = new Reading(documents, problems);
    Spot root = documents.root();
    boolean swagger = reading.dialect(root).isSwagger();
    reading.known(root, swagger ? Keys.SWAGGER : Keys.OPENAPI, "the document");
    SecurityReader security = new SecurityReader(reading);
    security.declared(root);
    components(reading, root);
    List<Operation> operations = new PathsReader(reading, security).operations(root);
    reading.mapping(root, "webhooks").ifPresent(all -> reading.unserved.all("webhook", all));
    if (!operations.isEmpty()) {
      reading.unserved.report(problems);
    } else if (!problems.hasErrors()) {
      noOperations(root, reading);
    }
    Schemas schemas = reading.schemas.finish();
    SameValue.report(schemas, problems);
    return new Contract(
        reading.text(root, swagger ? "swagger" : "openapi").orElseThrow(),
        info(reading, root),
        new ServerReader(reading).servers(root),
        operations,
        tags(reading, root),
        security.schemes(),
        schemas,
        reading.unserved.list(),
        documents.sources());
  }

  private static void noOperations(Spot root, Reading reading) {
    boolean webhooks = reading.unserved.any("webhook");
    Spot at = root.get("paths").or(() -> root.get("webhooks")).orElse(root);
    reading.problems.errorAtKey(
        "contract-no-operations",
        at,
        webhooks
            ? "the contract has only webhooks and no operation under `paths`; hew serves no webhooks"
            : "the contract has no operation under `paths`, so there is nothing to serve",
        Optional.of(
            webhooks
                ? "add the operations that the service answers itself"
                : "add a path with a method"));
  }

  /** Every named schema is read, used or not: its problems are reported, and types may be wanted for it. */
  private static void components(Reading reading, Spot root) {
    Optional<Spot> schemas = reading.dialect(root).isSwagger()
        ? reading.mapping(root, "definitions")
        : reading.mapping(root, "components").flatMap(c -> {
          reading.known(c, Keys.COMPONENTS, "`components`");
          return reading.mapping(c, "schemas");
        });
    schemas.ifPresent(
        s -> reading.names.in(s).stream().filter(e -> !e.isNull()).forEach(reading.schemas::await));
  }

  private static Contract.Info info(Reading reading, Spot root) {
    Optional<Spot> info = reading.mapping(root, "info");
    if (info.isEmpty()) {
      reading.problems.add(Diagnostic.warning(
          "missing-key",
          root.node().position(),
          "the document has no `info` with title and version"));
      return new Contract.Info("Untitled", "0", Optional.empty(), Optional.empty());
    }
    Spot spot = info.get();
    reading.known(spot, Keys.INFO, "`info`");
    return new Contract.Info(
        infoText(reading, spot, "title").orElse("Untitled"),
        infoText(reading, spot, "version").orElse("0"),
        reading.text(spot, "summary"),
        reading.text(spot, "description"));
  }

  private static Optional<String> infoText(Reading reading, Spot info, String key) {
    Optional<String> text = reading.text(info, key);
    if (text.isEmpty()) {
      reading.problems.warnAtKey(
          "missing-key", info, "`info` has no `" + key + "`", Optional.empty());
    }
    return text;
  }

  private static List<Contract.Tag> tags(Reading reading, Spot root) {
    List<Contract.Tag> tags = new ArrayList<>();
    for (Spot tag : reading.list(root, "tags").map(Spot::items).orElse(List.of())) {
      if (reading.isMapping(tag, "a tag")) {
        reading.known(tag, Keys.TAG, "a tag");
        reading
            .needed(tag, "name", "the tag")
            .ifPresent(name -> tags.add(new Contract.Tag(name, reading.text(tag, "description"))));
      }
    }
    return tags;
  }
}
