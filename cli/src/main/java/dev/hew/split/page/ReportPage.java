package dev.hew.split.page;

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
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes the page: data, styles and scripts in one file. */
public final class ReportPage {
  /** What a place of the page that is filled in looks like. */
  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

  private final Facts facts;
  private final Partition partition;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Limits limits;
  private final CrossingTable evidence;

  private ReportPage(Facts facts, Partition partition) {
    this.facts = facts;
    this.partition = partition;
    facts.classes().stream()
        .filter(fact -> !fact.test())
        .forEach(fact -> numbers.put(fact.name(), numbers.size()));
    this.limits = Limits.of(numbers.size());
    this.evidence = new CrossingTable(numbers, limits);
  }

  /**
   * The page.
   *
   * @param title what the code base is called
   * @param summary how much there is, in a line
   * @param cuts one for each module
   */
  public static String of(
      String title, String summary, Facts facts, Partition partition, List<Cut> cuts) {
    ReportPage page = new ReportPage(facts, partition);
    Map<String, Object> data = page.data(title, summary, cuts);
    Map<String, String> parts = Map.of(
        "title", escaped(title),
        "style", resource("page.css"),
        "library", library().replace("</script", "<\\/script"),
        "data", Packed.of(data),
        "script", resource("room.js") + resource("page.js"));
    // In one pass: what is filled in may look like a place itself.
    return PLACE
        .matcher(resource("page.html"))
        .replaceAll(place -> Matcher.quoteReplacement(parts.get(place.group(1))));
  }

  private Map<String, Object> data(String title, String summary, List<Cut> cuts) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("title", title);
    data.put("summary", summary);
    data.put("classes", classes());
    data.put("edges", edges());
    data.put("modules", cuts.stream().map(this::module).toList());
    data.put("tables", tables());
    data.put("shared", new LinkedHashMap<>(partition.shared()));
    data.put("items", evidence.items());
    data.put("paths", evidence.paths());
    return data;
  }

  /** One after the other, what each has in a list of its own: the number in such a list is the class's. */
  private Map<String, Object> classes() {
    Map<String, String> moduleOf = new HashMap<>();
    partition.modules().forEach(m -> m.classes().forEach(c -> moduleOf.put(c, m.name())));
    Column packages = new Column();
    Column homes = new Column();
    Column roles = new Column();
    List<String> names = new ArrayList<>();
    List<Integer> paths = new ArrayList<>();
    List<Integer> lines = new ArrayList<>();
    for (ClassFact fact : facts.classes()) {
      if (!fact.test()) {
        names.add(fact.simpleName());
        packages.add(fact.packageName());
        homes.add(moduleOf.getOrDefault(
            fact.name(), partition.shared().containsKey(fact.name()) ? "(shared)" : "(none)"));
        paths.add(evidence.path(fact.place().path()));
        lines.add(fact.place().line());
        roles.add(fact.roles().stream()
            .sorted()
            .map(r -> r.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(" ")));
      }
    }
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("names", names);
    columns.put("packages", packages.data());
    columns.put("modules", homes.data());
    columns.put("paths", paths);
    columns.put("lines", lines);
    columns.put("roles", roles.data());
    return columns;
  }

  /** One list of numbers for each class that uses others: for each of these its number, places, kinds, the first lines. */
  private Map<String, Object> edges() {
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
            .add(use.kind().acts() ? "call" : use.kind().name().toLowerCase(Locale.ROOT));
      }
    }
    Column words = new Column();
    List<List<Integer>> from = new ArrayList<>();
    numbers.forEach((name, number) -> from.add(new ArrayList<>()));
    lines.forEach((key, at) -> {
      List<Integer> own = from.get((int) (key >> 32));
      own.add(key.intValue());
      own.add(at.size());
      own.add(words.number(String.join(" ", kinds.get(key))));
      own.add(Math.min(at.size(), limits.placesOfTie()));
      at.stream().limit(limits.placesOfTie()).forEach(own::add);
    });
    return new TreeMap<>(Map.of("from", from, "kinds", words.texts()));
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
    module.put("travelling", cut.travelling());
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
