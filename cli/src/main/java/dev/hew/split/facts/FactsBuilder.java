package dev.hew.split.facts;

import dev.hew.code.SourceFile;
import dev.hew.code.TypeDeclaration;
import dev.hew.report.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;

/** Puts facts together: Java files as parsed, other files as text, then the whole. */
public final class FactsBuilder {
  private static final Set<String> SQL = Set.of("sql", "ddl");
  private static final Set<String> WIRING =
      Set.of("xml", "properties", "yml", "yaml", "factories", "imports");

  private final List<SourceFile> java = new ArrayList<>();
  private final Builds builds = new Builds();
  private final Tables tables = new Tables();
  private final XmlFacts xml = new XmlFacts(tables);
  private final Templates templates = new Templates();
  private final Mentions mentions = new Mentions();
  private final Map<String, Integer> otherLanguages = new TreeMap<>();
  private final Set<String> encodings = new ConcurrentSkipListSet<>();
  private final Set<String> refused = new ConcurrentSkipListSet<>();
  private List<CoChange> history = List.of();

  /** Java files, in any order. */
  public void addJava(Collection<SourceFile> files) {
    java.addAll(files);
  }

  /** Whether a file other than Java is worth being read. */
  public static boolean reads(String path) {
    String ending = ending(path);
    return Builds.isBuildFile(path)
        || Templates.isTemplate(path)
        || SQL.contains(ending)
        || WIRING.contains(ending)
        || path.contains("META-INF/services/");
  }

  /** The most bytes of such a file: SQL is read token by token, the others are searched for patterns. */
  public static int most(String path) {
    return SQL.contains(ending(path)) ? 16 << 20 : 1 << 20;
  }

  private static String ending(String path) {
    return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  /** A file that {@link #reads} accepts. */
  public void add(Source file) {
    String path = file.name();
    Optional<XmlElement> root =
        ending(path).equals("xml") ? XmlElement.read(file.text()) : Optional.empty();
    if (Builds.isBuildFile(path)) {
      builds.add(path, root);
    }
    if (SQL.contains(ending(path))) {
      tables.script(SqlScript.read(file.text(), path, 1));
    } else if (Templates.isTemplate(path)) {
      templates.add(file);
    } else {
      mentions.add(file);
      root.ifPresent(element -> xml.add(path, element));
    }
  }

  /** A file in another language of the virtual machine: counted, not read. */
  public void addOther(String ending) {
    otherLanguages.merge(ending, 1, Integer::sum);
  }

  /** Files and folders that were not read: no permission, or too large; may be called by several threads. */
  public void addRefused(Collection<String> paths) {
    refused.addAll(paths);
  }

  /** A file that is not UTF-8; may be called by several threads. */
  public void addEncoding(String path) {
    encodings.add(path);
  }

  /** What changed together, by path. */
  public void addHistory(List<List<String>> commits) {
    history = History.of(commits, java);
  }

  /** The facts of all that was added. */
  public Facts build() {
    java.sort((a, b) -> a.path().compareTo(b.path()));
    TypeIndex index = new TypeIndex(java);
    Constants constants = new Constants(index);
    Persistence persistence = new Persistence(index, constants);
    Frameworks frameworks = new Frameworks(index, constants);
    Routes routes = new Routes(constants);
    List<Use> uses = new UseFinder(index).find();
    List<ClassFact> classes = new ArrayList<>();
    for (TypeIndex.Declared declared : index.all()) {
      if (!declared.type.nested()) {
        classes.add(fact(declared, persistence, frameworks, routes));
      }
    }
    new XmlWiring(xml, index).apply(classes);
    classes.sort((a, b) -> a.name().compareTo(b.name()));
    new Accesses(index, tables, classes).note(uses, xml.statements());
    List<Facts.Broken> broken = java.stream()
        .filter(f -> !f.flaws().isEmpty())
        .map(f -> new Facts.Broken(
            new Place(f.path(), f.flaws().get(0).line()), f.flaws().get(0).message()))
        .toList();
    return new Facts(
        classes,
        uses,
        tables.tables(),
        tables.foreignKeys(),
        templates.of(index, classes),
        builds.names(),
        mentions.of(index),
        history,
        new Facts.Gaps(
            broken,
            List.copyOf(encodings),
            List.copyOf(refused),
            index.repeated(),
            otherLanguages));
  }

  private ClassFact fact(
      TypeIndex.Declared declared, Persistence persistence, Frameworks frameworks, Routes routes) {
    TypeDeclaration type = declared.type;
    Set<ClassFact.Role> roles = frameworks.roles(declared);
    Optional<ClassFact.Entity> entity = persistence.entity(declared);
    List<ClassFact.Route> answered = routes.of(declared);
    if (!answered.isEmpty() && type.kind() == TypeDeclaration.Kind.CLASS) {
      roles.add(ClassFact.Role.ENTRY);
    }
    TypeIndex.Declared kept =
        roles.contains(ClassFact.Role.REPOSITORY) ? persistence.kept(declared) : null;
    return new ClassFact(
        declared.name,
        new Place(declared.file.path(), type.line()),
        builds.of(declared.file.path()),
        type.kind().name().toLowerCase(Locale.ROOT),
        TestCode.isTest(declared.file),
        TestCode.isGenerated(declared.file, type),
        Set.copyOf(roles),
        entity,
        answered,
        frameworks.transactions(declared),
        frameworks.triggers(declared),
        kept == null ? "" : kept.owner);
  }
}
