package dev.hew.split.facts;

import dev.hew.report.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What files other than Java say: build files, SQL, pages, mappings, wiring. */
public final class OtherFiles {
  private static final Set<String> SQL = Set.of("sql", "ddl");
  private static final Set<String> WIRING =
      Set.of("xml", "properties", "yml", "yaml", "factories", "imports");

  final Builds builds = new Builds();
  final List<SchemaFile> schemas = new ArrayList<>();
  final XmlFacts xml = new XmlFacts();
  final Templates templates = new Templates();
  final Mentions mentions = new Mentions();

  /** Whether a file is worth being read. */
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
      builds.add(path, root, file.text());
    }
    if (SQL.contains(ending(path))) {
      if (!TestCode.isTest(path)) {
        schemas.add(SchemaScript.file(file.text(), path));
      }
    } else if (Templates.isTemplate(path)) {
      templates.add(file);
    } else {
      mentions.add(file);
      root.ifPresent(element -> xml.add(path, element));
    }
  }

  /** What files say, some after the others, in the order of their paths. */
  public static OtherFacts facts(Collection<OtherFiles> files) {
    OtherFiles all = new OtherFiles();
    files.forEach(some -> all.addAll(some.facts()));
    return all.facts();
  }

  private OtherFacts facts() {
    return new OtherFacts(
        Map.copyOf(builds.names()),
        Map.copyOf(builds.needs()),
        Stream.concat(schemas.stream(), xml.schemas().stream()).toList(),
        xml.statements(),
        xml.mapped(),
        xml.routes(),
        xml.springs(),
        xml.beans(),
        templates.pages(),
        mentions.all());
  }

  /** What files say whose paths come after those of these. */
  void addAll(OtherFacts more) {
    builds.addAll(more.builds(), more.needs());
    schemas.addAll(more.schemas());
    xml.addAll(more);
    templates.addAll(more.pages());
    mentions.addAll(more.mentions());
  }
}
