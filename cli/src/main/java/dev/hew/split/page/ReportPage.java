package dev.hew.split.page;

import dev.hew.report.JsonReport;
import dev.hew.split.cut.Cut;
import dev.hew.split.cut.Price;
import dev.hew.split.facts.ClassFact;
import dev.hew.split.facts.Facts;
import dev.hew.split.facts.TableFact;
import dev.hew.split.facts.Use;
import dev.hew.split.graph.Partition;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes the page: data, styles and scripts in one file. */
public final class ReportPage {
  /** What a place of the page that is filled in looks like. */
  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

  /** Places beyond these are counted, not listed. */
  private static final int MOST_PLACES = 8;

  private final Facts facts;
  private final Partition partition;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<Object> classes = new ArrayList<>();
  private final Evidence evidence = new Evidence(numbers);

  private ReportPage(Facts facts, Partition partition) {
    this.facts = facts;
    this.partition = partition;
  }

  /**
   * The page.
   *
   * @param title what the code base is called
   * @param cuts one for each module
   */
  public static String of(String title, Facts facts, Partition partition, List<Cut> cuts) {
    ReportPage page = new ReportPage(facts, partition);
    Map<String, Object> data = page.data(title, cuts);
    // Data stands in a script element: no text of the code base may end it.
    String json =
        JsonReport.of(List.of(), data).replace("<", "\\u003c").replace("\u2028", "\\u2028");
    Map<String, String> parts = Map.of(
        "title", escaped(title),
        "style", resource("page.css"),
        "library", library().replace("</script", "<\\/script"),
        "data", json,
        "script", resource("page.js"));
    // In one pass: what is filled in may look like a place itself.
    return PLACE
        .matcher(resource("page.html"))
        .replaceAll(place -> Matcher.quoteReplacement(parts.get(place.group(1))));
  }

  private Map<String, Object> data(String title, List<Cut> cuts) {
    Map<String, String> moduleOf = new HashMap<>();
    partition.modules().forEach(m -> m.classes().forEach(c -> moduleOf.put(c, m.name())));
    for (ClassFact fact : facts.classes()) {
      if (!fact.test()) {
        numbers.put(fact.name(), classes.size());
        String home = moduleOf.getOrDefault(
            fact.name(), partition.shared().containsKey(fact.name()) ? "(shared)" : "(none)");
        classes.add(List.of(
            fact.name(),
            home,
            evidence.path(fact.place().path()),
            fact.place().line(),
            fact.roles().stream()
                .sorted()
                .map(r -> r.name().toLowerCase(java.util.Locale.ROOT))
                .toList()));
      }
    }
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("title", title);
    data.put("classes", classes);
    data.put("edges", edges());
    data.put("modules", cuts.stream().map(this::module).toList());
    data.put("tables", tables());
    data.put("shared", new LinkedHashMap<>(partition.shared()));
    data.put("items", evidence.items());
    data.put("paths", evidence.paths());
    return data;
  }

  /** One for each pair of classes: from, to, how many places, the first lines, the kinds. */
  private List<Object> edges() {
    Map<Long, TreeSet<Integer>> lines = new TreeMap<>();
    Map<Long, TreeSet<String>> kinds = new HashMap<>();
    for (Use use : facts.uses()) {
      Integer from = numbers.get(use.from());
      Integer to = numbers.get(use.to());
      if (from != null && to != null && use.kind() != Use.Kind.SIGNATURE) {
        long key = ((long) from << 32) | to;
        lines.computeIfAbsent(key, k -> new TreeSet<>()).addAll(use.lines());
        kinds
            .computeIfAbsent(key, k -> new TreeSet<>())
            .add(use.kind().acts() ? "call" : use.kind().name().toLowerCase(java.util.Locale.ROOT));
      }
    }
    List<Object> edges = new ArrayList<>();
    lines.forEach((key, at) -> edges.add(List.of(
        (int) (key >> 32),
        key.intValue(),
        at.size(),
        at.stream().limit(MOST_PLACES).toList(),
        String.join(" ", kinds.get(key)))));
    return edges;
  }

  private Object module(Cut cut) {
    Map<String, Object> module = new LinkedHashMap<>();
    module.put("name", cut.name());
    module.put("size", cut.classes().size());
    module.put("tables", cut.tables());
    module.put("cost", Price.of(cut));
    module.put("difficulty", Price.difficulty(cut).word());
    module.put("files", cut.files().size());
    module.put("transactions", evidence.of(cut.transactions()));
    module.put("contested", evidence.of(cut.contested()));
    module.put("associations", evidence.of(cut.associations()));
    module.put("foreignKeys", evidence.of(cut.foreignKeys()));
    module.put("foreignReads", evidence.of(cut.foreignReads()));
    module.put("templates", evidence.of(cut.templates()));
    module.put("loops", evidence.of(cut.loops()));
    module.put("remote", evidence.of(cut.remote()));
    module.put("callsIn", evidence.of(cut.callsIn()));
    module.put("callsOut", evidence.of(cut.callsOut()));
    module.put("mentions", evidence.of(cut.mentions()));
    module.put("cochange", evidence.of(cut.cochange()));
    return module;
  }

  private List<Object> tables() {
    Map<String, String> owners = new HashMap<>();
    partition.modules().forEach(m -> m.tables().forEach(t -> owners.put(t, m.name())));
    List<Object> tables = new ArrayList<>();
    for (TableFact table : facts.tables()) {
      List<Object> accesses = new ArrayList<>();
      table.accesses().stream()
          .filter(a -> numbers.containsKey(a.from()))
          .forEach(a -> accesses.add(List.of(
              numbers.get(a.from()),
              a.writes() ? "writes" : "reads",
              a.how(),
              a.place().toString())));
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("name", table.name());
      one.put("owner", owners.getOrDefault(table.name(), ""));
      one.put("accesses", accesses);
      tables.add(one);
    }
    return tables;
  }

  /** Cytoscape's script, in the version that the jar on the class path says it has. */
  private static String library() {
    Properties jar = new Properties();
    try {
      jar.load(
          new StringReader(resource("/META-INF/maven/org.webjars.npm/cytoscape/pom.properties")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return resource("/META-INF/resources/webjars/cytoscape/" + jar.getProperty("version")
        + "/dist/cytoscape.min.js");
  }

  private static String resource(String name) {
    try (InputStream in = ReportPage.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("hew's own jars lack " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
