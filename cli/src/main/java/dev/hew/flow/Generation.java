package dev.hew.flow;

import dev.hew.cases.AnswerFile;
import dev.hew.cases.CaseFile;
import dev.hew.cases.Cases;
import dev.hew.cases.Examples;
import dev.hew.cases.Proof;
import dev.hew.cases.RequestFile;
import dev.hew.contract.Contract;
import dev.hew.lock.Lock;
import dev.hew.model.Endpoint;
import dev.hew.model.Language;
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
import dev.hew.resource.Correction;
import dev.hew.resource.Resources;
import dev.hew.storage.Storage;
import dev.hew.storage.StorageModeler;
import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A contract becomes the files of a service. Nothing here touches the world: the same input gives the same bytes.
 *
 * @param name the service's name
 * @param lock every file of the service, and what hew has to remember of them
 * @param next what to run in it first
 * @param service what the contract asks for, in the words of the stack
 * @param storage what of it is stored
 * @param cases what proves it
 */
public record Generation(
    String name, Lock lock, String next, Service service, Storage storage, Cases cases) {
  /** The packages whose records templates may look into. */
  private static final Set<String> MODEL =
      Set.of(Service.class.getPackageName(), Storage.class.getPackageName());

  /** How many operations the service answers. */
  public int operations() {
    return service.operations().size();
  }

  /** Every file of the service, hew's own included. */
  public FileTree tree() {
    return lock.written().plus(lock.files());
  }

  /**
   * @param input the contract with the manifest around it
   * @param pack the stack
   * @param set options by name that win over the manifest's, {@code name} among them
   * @param names what types are called already, by the place of their schema
   * @param hewVersion what the lock remembers
   */
  public static Checked<Generation> of(
      SpecInput input,
      Pack pack,
      Map<String, String> set,
      Map<String, String> names,
      String hewVersion) {
    try {
      return generated(input, pack, set, names, hewVersion);
    } catch (RenderException e) {
      return Checked.failed(Diagnostic.error(
              "pack-template", "`" + pack.name() + "`, " + e.template() + ": " + e.getMessage())
          .withHint("correct the template; `templates/README.md` says what it may use"));
    }
  }

  private static Checked<Generation> generated(
      SpecInput input,
      Pack pack,
      Map<String, String> set,
      Map<String, String> names,
      String hewVersion) {
    Contract contract = input.contract();
    Map<String, String> chosen = new LinkedHashMap<>(input.manifest().options());
    chosen.putAll(set);
    String asked = chosen.remove("name");
    String name = asked != null
        ? asked
        : input
            .manifest()
            .name()
            .orElseGet(() -> ServiceNames.of(contract.info().title()));
    Renderer renderer = renderer(pack);
    return ServiceNames.checked(name)
        .then(n -> Choices.of(pack, chosen, Map.of("name", ServiceModeler.name(n)), renderer::over))
        .then(choices -> {
          Proof proof = Proof.of(contract);
          Map<String, String> inputs = proof.inputSchemas();
          Language language = language(pack, renderer.over(choices.values()));
          Service service = ServiceModeler.of(contract, name, language, inputs, names);
          List<String> held =
              inputs.values().stream().distinct().filter(service::holds).toList();
          Map<String, Correction> corrections = input.manifest().resources();
          Resources resources = Resources.of(contract, corrections);
          Storage storage =
              storage(contract, choices, service, resources, language, proof.examples());
          Cases cases = proof.cases(storage.kept(resources));
          String schemas = CaseFile.schemas(proof.schemas(cases, held));
          return Checked.of(contract, Resources.problems(contract, corrections))
              .then(ContractFiles::of)
              .then(files -> wanted(
                      input, pack, renderer, choices, service, storage, proof.examples(), cases)
                  .then(made -> assembled(made, files, cases, schemas)))
              .map(entries -> new Lock(
                  hewVersion,
                  pack.name() + "@" + pack.version(),
                  ServiceModeler.names(service),
                  entries))
              .map(lock -> new Generation(name, lock, pack.next(), service, storage, cases));
        });
  }

  private static Checked<List<Wanted>> wanted(
      SpecInput input,
      Pack pack,
      Renderer renderer,
      Choices choices,
      Service service,
      Storage storage,
      Examples examples,
      Cases cases) {
    Map<String, Object> scope = new LinkedHashMap<>(choices.values());
    scope.put("name", service.name());
    scope.put("service", service);
    scope.put("apis", service.apis());
    scope.put("types", service.types());
    scope.put("storage", storage);
    scope.put("tables", storage.tables());
    scope.put("versions", pack.versions());
    scope.put("stack", pack.name());
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
    Map<String, String> methods = service.operations().stream()
        .collect(Collectors.toMap(e -> e.place(), Endpoint::name, (a, b) -> a));
    scope.put("answers", AnswerFile.text(input.contract(), examples, methods));
    scope.put("calls", RequestFile.text(cases.cases(), input.contract().basePath()));
    Renderer plain = renderer.over(scope);
    pack.derived()
        .forEach((key, expression) -> scope.put(key, plain.evaluate(expression, Map.of())));
    return new PackFiles(pack, renderer.over(scope), Generation::pointer).wanted();
  }

  /** What is stored: nothing where the user wants none of it, or the pack has no such option. */
  private static Storage storage(
      Contract contract,
      Choices choices,
      Service service,
      Resources resources,
      Language language,
      Examples examples) {
    boolean none = choices.values().getOrDefault("store", "none").equals("none");
    return none
        ? Storage.none()
        : StorageModeler.of(contract, service, resources, language, examples::json);
  }

  /** A chosen value as {@code hew.yaml} writes it. */
  private static String yaml(Object value, String text) {
    if (value instanceof List<?>) {
      return "[" + text.replace(",", ", ") + "]";
    }
    return value instanceof String ? Text.of(text).yaml() : text;
  }

  private static Renderer renderer(Pack pack) {
    return new Renderer(
        Map.of(),
        type -> MODEL.contains(type.getPackageName()),
        type -> type != Text.class,
        pack.library(),
        pack.width());
  }

  /** What stands in the lock for the item that a file was repeated for. */
  private static String pointer(Object item) {
    return item instanceof Part part ? part.pointer() : "";
  }

  /** The pack's table with the choices filled in: imports may hang on the package, say. */
  private static Language language(Pack pack, Renderer renderer) {
    Language table = pack.language();
    return new Language(
        table.casing(),
        filled(table.scalars(), renderer),
        filled(table.containers(), renderer),
        table.named().map(n -> renderer.fill(n, n, Map.of())),
        filled(table.constraints(), renderer),
        table.literals(),
        table.reservedConstants(),
        table.reservedMembers(),
        table.reservedTypes(),
        table.maxMembers());
  }

  private static Map<String, Language.Entry> filled(
      Map<String, Language.Entry> entries, Renderer renderer) {
    Map<String, Language.Entry> all = new HashMap<>();
    entries.forEach((key, entry) -> all.put(
        key,
        new Language.Entry(
            entry.text(),
            entry.imports().stream().map(i -> renderer.fill(i, i, Map.of())).toList())));
    return all;
  }

  private static Checked<List<Lock.Entry>> assembled(
      List<Wanted> made, FileTree contract, Cases cases, String schemas) {
    List<Wanted> all = new ArrayList<>(Locations.filledIn(made));
    all.add(hewFile("cases", "contract/cases.jsonl", CaseFile.text(cases.cases())));
    all.add(hewFile("schemas", "contract/schemas.json", schemas));
    contract
        .files()
        .forEach(
            (path, content) -> all.add(new Wanted("contract#" + path, path, Owner.BOTH, content)));
    List<Diagnostic> problems = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (Wanted file : all) {
      if (!taken.add(file.path().value().toLowerCase(Locale.ROOT))) {
        problems.add(ContractFiles.taken(file.path().value()));
      }
    }
    List<Lock.Entry> entries = all.stream()
        .map(f -> new Lock.Entry(f.id(), f.path(), f.owner().word(), f.content()))
        .toList();
    return Checked.of(entries, problems);
  }

  private static Wanted hewFile(String id, String path, String text) {
    return new Wanted(id + "#", RelPath.of(path), Owner.HEW, Content.of(text));
  }
}
