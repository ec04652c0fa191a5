package dev.hew.flow;

import dev.hew.cases.AnswerFile;
import dev.hew.cases.CaseFile;
import dev.hew.cases.Cases;
import dev.hew.cases.RequestFile;
import dev.hew.lock.Lock;
import dev.hew.model.Endpoint;
import dev.hew.model.Part;
import dev.hew.model.Service;
import dev.hew.model.ServiceModeler;
import dev.hew.model.Text;
import dev.hew.pack.Choices;
import dev.hew.pack.Owner;
import dev.hew.pack.Pack;
import dev.hew.pack.PackFiles;
import dev.hew.pack.Wanted;
import dev.hew.render.RenderException;
import dev.hew.render.Renderer;
import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.storage.Gone;
import dev.hew.storage.Migration;
import dev.hew.storage.Open;
import dev.hew.storage.Storage;
import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A contract becomes the files of a service. Nothing here touches the world: the same input gives the same bytes.
 *
 * @param name the service's name
 * @param lock every file of the service, and what hew has to remember of them
 * @param next what to run in it first
 * @param service what the contract asks for, in the words of the stack
 * @param storage what of it is stored
 * @param stores whether the options have things stored
 * @param cases what proves it
 * @param gone the names that its database knows no more once it has followed
 */
public record Generation(
    String name,
    Lock lock,
    String next,
    Service service,
    Storage storage,
    boolean stores,
    Cases cases,
    List<Gone> gone) {
  /** How many operations the service answers. */
  public int operations() {
    return service.operations().size();
  }

  /** How many of them hew writes nothing for. */
  public int stubs() {
    return storage.stubs(service).size();
  }

  /** Every file of the service, hew's own included. */
  public FileTree tree() {
    return lock.written().plus(lock.files());
  }

  /**
   * @param input the contract with the manifest around it
   * @param pack the stack
   * @param set options by name that win over the manifest's, {@code name} among them
   * @param earlier what is there already
   * @param hewVersion what the lock remembers
   */
  public static Checked<Generation> of(
      SpecInput input, Pack pack, Map<String, String> set, Earlier earlier, String hewVersion) {
    return of(input, Evidence.of(input.contract()), pack, set, earlier, hewVersion);
  }

  /**
   * The same, where what the contract says whatever the stack is being worked out already.
   *
   * @param evidence of the same contract
   */
  static Checked<Generation> of(
      SpecInput input,
      Evidence evidence,
      Pack pack,
      Map<String, String> set,
      Earlier earlier,
      String hewVersion) {
    try {
      return Modeled.of(input, evidence, pack, set, earlier.names())
          .then(model -> rendered(model, input, pack, earlier, hewVersion));
    } catch (RenderException e) {
      return Checked.failed(Modeled.mistake(e, pack));
    }
  }

  private static Checked<Generation> rendered(
      Modeled model, SpecInput input, Pack pack, Earlier earlier, String hewVersion) {
    try (CaseFiles cases = CaseFiles.begin(model)) {
      return rendered(model, input, pack, earlier, hewVersion, cases);
    }
  }

  private static Checked<Generation> rendered(
      Modeled model,
      SpecInput input,
      Pack pack,
      Earlier earlier,
      String hewVersion,
      CaseFiles cases) {
    List<Migration> migrations =
        earlier.migration(model.storage(), input.manifest()).stream().toList();
    return Checked.of(input.contract())
        .then(ContractFiles::of)
        .then(files -> wanted(model, input, pack, files, migrations, cases)
            .then(made -> remembering(made, pack))
            .then(made -> assembled(made, files, cases)))
        .then(entries -> Checked.of(entries, open(migrations, entries)))
        .map(entries ->
            new Lock(hewVersion, pack.provenance(), ServiceModeler.names(model.service()), entries))
        .map(lock -> new Generation(
            model.name(),
            lock,
            pack.next(),
            model.service(),
            model.storage(),
            model.stores(),
            cases.cases().value(),
            migrations.stream().flatMap(migration -> migration.gone().stream()).toList()));
  }

  /**
   * The cases and their files, worked out while templates are filled.
   *
   * @param schemas what the cases and the service need of the contract's schemas
   */
  private record CaseFiles(
      Workers.Begun<Cases> cases, Workers.Begun<String> text, Workers.Begun<String> schemas)
      implements AutoCloseable {
    static CaseFiles begin(Modeled model) {
      Workers.Begun<Cases> cases = Workers.begin("cases", model::cases);
      return new CaseFiles(
          cases,
          Workers.begin("case-file", () -> CaseFile.text(cases.value().cases())),
          Workers.begin("schemas", () -> model.schemas(cases.value())));
    }

    @Override
    public void close() {
      cases.close();
      text.close();
      schemas.close();
    }
  }

  /** What migrations leave to their owner, and in which file. */
  private static List<Diagnostic> open(List<Migration> migrations, List<Lock.Entry> entries) {
    List<Diagnostic> warnings = new ArrayList<>();
    for (Migration migration : migrations) {
      String file = entries.stream()
          .filter(entry -> entry.id().endsWith("#" + migration.pointer())
              && entry.path().name().contains(migration.name()))
          .map(entry -> "`" + entry.path() + "`, which the update writes")
          .findFirst()
          .orElse("the migration that the update writes");
      for (Open open : migration.open()) {
        Diagnostic warning = open.place()
            .map(place -> Diagnostic.warning("migration-open", place, open.what()))
            .orElseGet(() -> Diagnostic.warning("migration-open", open.what()));
        warnings.add(warning.withHint("what is to be done about it goes into " + file));
      }
    }
    return warnings;
  }

  private static Checked<List<Wanted>> wanted(
      Modeled model,
      SpecInput input,
      Pack pack,
      FileTree contract,
      List<Migration> migrations,
      CaseFiles cases) {
    Choices choices = model.choices();
    Service service = model.service();
    Storage storage = model.storage();
    Map<String, Object> scope = new LinkedHashMap<>(choices.values());
    scope.put("name", service.name());
    scope.put("service", service);
    scope.put("apis", service.apis());
    scope.put("types", service.types());
    scope.put("storage", storage);
    scope.put("tables", storage.tables());
    scope.put("contractBeside", ContractFiles.beside(contract));
    scope.put("migrations", migrations);
    scope.put("migrates", input.manifest().migrations());
    scope.put("versions", pack.versions());
    scope.put("stack", pack.name());
    scope.put("pack", Text.of(input.manifest().pack().orElse("")));
    scope.put("source", input.manifest().source().map(Text::of).orElse(Text.of("")));
    Map<String, String> chosen = new LinkedHashMap<>();
    choices
        .chosen()
        .forEach((option, value) -> chosen.put(option, yaml(choices.values().get(option), value)));
    scope.put("chosen", chosen);
    Map<String, String> corrections = new LinkedHashMap<>();
    input
        .manifest()
        .resources()
        .forEach((path, said) -> corrections.put(
            Text.of(path).yaml(),
            said.key().map(k -> "{key: " + Text.of(k).yaml() + "}").orElse("none")));
    scope.put("corrections", corrections);
    Supplier<String> answers = () -> answers(model, input);
    scope.put("answers", answers);
    Supplier<String> calls =
        () -> RequestFile.text(cases.cases().value().cases(), input.contract().basePath());
    scope.put("calls", calls);
    Renderer plain = model.renderer().over(scope);
    pack.derived()
        .forEach((key, expression) -> scope.put(key, plain.evaluate(expression, Map.of())));
    PackFiles files = new PackFiles(pack, model.renderer().over(scope), Generation::pointer);
    List<Checked<List<Wanted>>> parts = Workers.filled(files.sources(), files::wanted);
    cases.cases().value(); // what went wrong there is no template's mistake
    return PackFiles.together(parts);
  }

  private static String answers(Modeled model, SpecInput input) {
    Map<String, String> methods = model.service().operations().stream()
        .collect(Collectors.toMap(e -> e.place(), Endpoint::name, (a, b) -> a));
    return AnswerFile.text(input.contract(), model.examples(), methods);
  }

  /** A chosen value as {@code hew.yaml} writes it. */
  private static String yaml(Object value, String text) {
    if (value instanceof List<?>) {
      return "[" + text.replace(",", ", ") + "]";
    }
    return value instanceof String ? Text.of(text).yaml() : text;
  }

  /** What stands in the lock for the item that a file was repeated for. */
  private static String pointer(Object item) {
    return item instanceof Part part ? part.pointer() : "";
  }

  /** Whether a pack from elsewhere writes the manifest, without which no update would know what to do. */
  private static Checked<List<Wanted>> remembering(List<Wanted> made, Pack pack) {
    boolean remembers = made.stream()
        .anyMatch(f -> f.id().equals(NextLock.MANIFEST) && f.path().equals(ServiceFolder.MANIFEST));
    return remembers || pack.provenance().pin().isEmpty()
        ? Checked.of(made)
        : Checked.failed(
            Diagnostic.error("pack-no-hew-yaml", "`" + pack.reference() + "` writes no `hew.yaml`")
                .withHint("take `files/hew.yaml.ftl` over from a stack of hew's, or extend one"));
  }

  private static Checked<List<Lock.Entry>> assembled(
      List<Wanted> made, FileTree contract, CaseFiles cases) {
    List<Wanted> all = new ArrayList<>(Locations.filledIn(made));
    all.add(hewFile("cases", "contract/cases.jsonl", cases.text().value()));
    all.add(hewFile("schemas", "contract/schemas.json", cases.schemas().value()));
    contract
        .files()
        .forEach(
            (path, content) -> all.add(new Wanted("contract#" + path, path, Owner.BOTH, content)));
    List<Diagnostic> problems = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (Wanted file : all) {
      if (!taken.add(file.path().value().toLowerCase(Locale.ROOT))) {
        problems.add(taken(file));
      }
    }
    List<Lock.Entry> entries = all.stream()
        .map(f -> new Lock.Entry(f.id(), f.path(), f.owner().word(), f.content()))
        .toList();
    return Checked.of(entries, problems);
  }

  /** Two files want one path: those of a pack, or the pack's and what is there in every service, or the contract's. */
  private static Diagnostic taken(Wanted file) {
    boolean contracts =
        file.id().startsWith(NextLock.CONTRACT) && !file.path().equals(ContractFiles.ROOT);
    return contracts
        ? ContractFiles.taken(file.path().value())
        : Diagnostic.error(
                "pack-same-path", "the pack writes `" + file.path() + "`, which is there already")
            .withHint(
                "a service has `api/openapi.yaml` and `contract/` of its own, and systems that"
                    + " take `A` for `a`; give the file another path");
  }

  private static Wanted hewFile(String id, String path, String text) {
    return new Wanted(id + "#", RelPath.of(path), Owner.HEW, Content.of(text));
  }
}
