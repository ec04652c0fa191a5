package dev.hew.flow;

import dev.hew.cases.CaseFile;
import dev.hew.cases.Cases;
import dev.hew.cases.Examples;
import dev.hew.contract.Contract;
import dev.hew.model.Language;
import dev.hew.model.Service;
import dev.hew.model.ServiceModeler;
import dev.hew.model.Text;
import dev.hew.pack.Choices;
import dev.hew.pack.Pack;
import dev.hew.render.RenderException;
import dev.hew.render.Renderer;
import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.resource.Correction;
import dev.hew.resource.Resources;
import dev.hew.storage.Storage;
import dev.hew.storage.StorageModeler;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a contract means for a stack, before any file is made.
 *
 * @param name the service's name
 * @param renderer fills the pack's templates
 * @param evidence what proves that a service does as the contract says
 * @param examples the answers that stubs give
 * @param held the schemas that the service itself holds bodies, parameters and what patches leave against
 */
record Modeled(
    String name,
    Choices choices,
    Renderer renderer,
    Evidence evidence,
    Examples examples,
    Service service,
    Resources resources,
    Storage storage,
    List<String> held) {
  /** The packages whose records templates may look into. */
  private static final Set<String> MODEL =
      Set.of(Service.class.getPackageName(), Storage.class.getPackageName());

  /**
   * @param evidence what the same contract says whatever the stack
   * @param set options by name that win over the manifest's, {@code name} among them
   * @param names what types are called already, by the place of their schema, and what stores them, by its pointer
   * @throws RenderException when an expression of the pack is wrong
   */
  static Checked<Modeled> of(
      SpecInput input,
      Evidence evidence,
      Pack pack,
      Map<String, String> set,
      Map<String, String> names) {
    Contract contract = input.contract();
    Map<String, String> chosen = new LinkedHashMap<>(input.manifest().options());
    chosen.putAll(set);
    chosen.remove("name");
    String name = name(input, set);
    Renderer renderer = renderer(pack);
    return ServiceNames.checked(name)
        .then(n -> Choices.of(pack, chosen, Map.of("name", ServiceModeler.name(n)), renderer::over))
        .then(choices -> {
          Language language = language(pack, renderer.over(choices.values()));
          Map<String, Correction> corrections = input.manifest().resources();
          Resources resources = Resources.of(contract, corrections);
          Map<String, String> schemas = evidence.schemas();
          Service service = ServiceModeler.of(contract, name, language, schemas, names);
          Examples examples = evidence.examples();
          Storage storage =
              storage(contract, choices, service, resources, language, schemas, evidence, names);
          Set<Text> checked = service.checkedSchemas();
          List<String> held = schemas.values().stream()
              .distinct()
              .filter(schema -> checked.contains(Text.of(schema)) || storage.holds(schema))
              .toList();
          return Checked.of(
              new Modeled(
                  name, choices, renderer, evidence, examples, service, resources, storage, held),
              resources.problems(contract, corrections));
        });
  }

  /** What a service is to be called, whether it may be called so or not. */
  static String name(SpecInput input, Map<String, String> set) {
    String asked = set.get("name");
    return asked != null
        ? asked
        : input
            .manifest()
            .name()
            .orElseGet(() -> ServiceNames.of(input.contract().info().title()));
  }

  /** The problem that a template or an expression of a pack is wrong. */
  static Diagnostic mistake(RenderException mistake, Pack pack) {
    return Diagnostic.error(
            "pack-template",
            "`" + pack.name() + "`, " + mistake.template() + ": " + mistake.getMessage())
        .withHint("correct the template; `templates/README.md` says what it may use");
  }

  /** The contract cases, those of what is stored among them. */
  Cases cases() {
    return cases(0);
  }

  /**
   * The same for a service that may have something in it.
   *
   * @param given how many keys of items count as given already
   */
  Cases cases(int given) {
    return evidence.proof().cases(storage.kept(resources), given);
  }

  /** Whether things are to be stored, as far as the options say. */
  boolean stores() {
    return stores(choices);
  }

  /** Whether anything is stored. */
  boolean keeps() {
    return !storage.kept(resources).all().isEmpty();
  }

  /** The schemas that cases and service need, as a file. */
  String schemas(Cases cases) {
    return CaseFile.schemas(evidence.proof().schemas(cases, held));
  }

  private static boolean stores(Choices choices) {
    return !choices.values().getOrDefault("store", "none").equals("none");
  }

  /** What is stored: nothing where the user wants none of it, or the pack has no such option. */
  private static Storage storage(
      Contract contract,
      Choices choices,
      Service service,
      Resources resources,
      Language language,
      Map<String, String> schemas,
      Evidence evidence,
      Map<String, String> names) {
    return !stores(choices)
        ? Storage.none()
        : StorageModeler.of(
            contract,
            service,
            resources,
            language,
            schemas,
            evidence.examples()::json,
            evidence.containment(),
            names);
  }

  private static Renderer renderer(Pack pack) {
    return new Renderer(
        Map.of(),
        type -> MODEL.contains(type.getPackageName()),
        type -> type != Text.class,
        pack.library(),
        pack.width());
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
}
