package dev.hew.split.facts;

import dev.hew.code.SourceFile;
import dev.hew.code.TypeDeclaration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts facts together: Java files as parsed, other files as text, then the whole. */
public final class FactsBuilder {
  private final List<SourceFile> java = new ArrayList<>();
  private final OtherFiles others = new OtherFiles();
  private final Map<String, Integer> otherLanguages = new TreeMap<>();
  private final Set<String> encodings = new TreeSet<>();
  private final Set<String> refused = new TreeSet<>();
  private List<CoChange> history = List.of();
  private List<Use> known = List.of();
  private Set<String> unknown = Set.of();

  /** Java files, in any order. */
  public void addJava(Collection<SourceFile> files) {
    java.addAll(files);
  }

  /** What files other than Java say. */
  public void addOthers(OtherFacts facts) {
    others.addAll(facts);
  }

  /** Files in another language of the virtual machine: counted, not read. */
  public void addOther(String ending, int count) {
    otherLanguages.merge(ending, count, Integer::sum);
  }

  /** Files and folders that were not read: no permission, or too large. */
  public void addRefused(Collection<String> paths) {
    refused.addAll(paths);
  }

  /** Java files that are not UTF-8. */
  public void addEncodings(Collection<String> paths) {
    encodings.addAll(paths);
  }

  /** What changed together, by path. */
  public void addHistory(List<List<String>> commits) {
    history = History.of(commits, java);
  }

  /**
   * What is known of uses already.
   *
   * @param uses all of them, calls of classes on themselves included
   * @param changed the files in whose classes they have to be found anew; the others may be without what their text
   *     mentions
   */
  public void addUses(List<Use> uses, Set<String> changed) {
    known = uses;
    unknown = changed;
  }

  /** The facts of all that was added. */
  public Facts build() {
    java.sort((a, b) -> a.path().compareTo(b.path()));
    Tables tables = Schema.of(others.schemas);
    tables.forget(Snapshots.superseded(tables.tables()));
    TypeIndex index = new TypeIndex(java);
    Constants constants = new Constants(index);
    Mappings mappings = new Mappings(index, new Persistence(index, constants), others.xml.mapped());
    Frameworks frameworks = new Frameworks(index);
    SpringTransactions spring = new SpringTransactions(index, others.xml.springs());
    Transactions transactions = new Transactions(index, spring);
    Triggers triggers = new Triggers(index, constants);
    Routes routes = new Routes(constants);
    Map<Boolean, List<Use>> found = new UseFinder(index)
        .find(known, unknown).stream()
            .collect(Collectors.partitioningBy(use -> use.from().equals(use.to())));
    List<Use> uses = found.get(false);
    List<ClassFact> classes = new ArrayList<>(index.all().parallelStream()
        .filter(declared -> !declared.type.nested())
        .map(declared -> fact(declared, mappings, frameworks, transactions, triggers, routes))
        .toList());
    frameworks.applications(classes);
    Beans beans = new Beans(index);
    XmlWiring.apply(
        Stream.concat(
                others.xml.routes().stream(),
                FacesPages.routes(others.templates.pages(), beans).stream())
            .toList(),
        classes);
    LocalCode local = new LocalCode(index, mappings, classes, uses);
    classes.replaceAll(
        fact -> fact.as(local.data().contains(fact.name()), local.helpers().contains(fact.name())));
    classes.sort((a, b) -> a.name().compareTo(b.name()));
    Accesses accesses = new Accesses(index, tables, classes, mappings);
    accesses.note(uses, others.xml, new Storing(index, mappings));
    Map<String, List<String>> deployables = Deployables.of(
        others.builds.names(),
        others.builds.needs(),
        classes,
        uses,
        index.repeated().keySet());
    SameName sameName = sameName(classes, deployables);
    List<TableFact> apart = sameName.tables(tables.tables());
    classes.replaceAll(sameName::named);
    List<Facts.Broken> broken = java.stream()
        .filter(f -> !f.flaws().isEmpty())
        .map(f -> new Facts.Broken(
            new Place(f.path(), f.flaws().get(0).line()), f.flaws().get(0).message()))
        .toList();
    return new Facts(
        classes,
        uses,
        found.get(true),
        new Dispatches(index, classes).of(uses),
        apart,
        sameName.keys(tables.foreignKeys()),
        others.templates.of(index, classes, beans),
        others.builds.names(),
        deployables,
        mentions(index, beans),
        history,
        new Facts.Gaps(
            broken,
            List.copyOf(encodings),
            List.copyOf(refused),
            index.repeated().entrySet().stream()
                .map(one -> new Facts.Repeated(one.getKey(), one.getValue()))
                .toList(),
            MapperGaps.of(others.xml.statements(), tables),
            Stream.concat(spring.unread().stream(), accesses.unread().stream()).toList(),
            otherLanguages));
  }

  /** Files that name classes, in their order: qualified, or as the beans that they are. */
  private List<Facts.Mention> mentions(TypeIndex index, Beans beans) {
    Stream<Facts.Mention> named = others.xml.beans().stream()
        .flatMap(one -> beans.named(one.name()).stream()
            .map(bean -> new Facts.Mention(bean.owner, one.place())));
    return Stream.concat(others.mentions.of(index).stream(), named).distinct().toList();
  }

  private SameName sameName(List<ClassFact> classes, Map<String, List<String>> deployables) {
    Map<String, String> builds =
        classes.stream().collect(Collectors.toMap(ClassFact::name, ClassFact::build));
    return new SameName(
        name -> builds.getOrDefault(name, ""),
        others.builds::of,
        others.builds.names(),
        (one, other) -> Facts.together(deployables, one, other));
  }

  private ClassFact fact(
      TypeIndex.Declared declared,
      Mappings mappings,
      Frameworks frameworks,
      Transactions transactions,
      Triggers triggers,
      Routes routes) {
    TypeDeclaration type = declared.type;
    List<ClassFact.Trigger> triggered = triggers.of(declared);
    Set<ClassFact.Role> roles = frameworks.roles(declared, triggered);
    roles.addAll(mappings.roles(declared));
    Optional<ClassFact.Entity> entity = mappings.entity(declared);
    List<ClassFact.Route> answered = routes.of(declared);
    if (!answered.isEmpty() && type.kind() == TypeDeclaration.Kind.CLASS) {
      roles.add(ClassFact.Role.ENTRY);
    }
    TypeIndex.Declared kept =
        roles.contains(ClassFact.Role.REPOSITORY) ? mappings.kept(declared) : null;
    return new ClassFact(
        declared.name,
        new Place(declared.file.path(), type.line()),
        others.builds.of(declared.file.path()),
        type.kind().name().toLowerCase(Locale.ROOT),
        mappings.superclass(declared),
        TestCode.isTest(declared.file),
        TestCode.isGenerated(declared.file, type),
        Set.copyOf(roles),
        entity,
        answered,
        transactions.of(declared),
        triggered,
        kept == null ? "" : kept.owner,
        false,
        Statics.of(type),
        false);
  }
}
