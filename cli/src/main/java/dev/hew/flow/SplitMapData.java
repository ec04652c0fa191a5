package dev.hew.flow;

import dev.hew.split.cut.Counts;
import dev.hew.split.cut.Cut;
import dev.hew.split.cut.Price;
import dev.hew.split.facts.ClassFact;
import dev.hew.split.facts.Facts;
import dev.hew.split.facts.TableFact;
import dev.hew.split.graph.Partition;
import java.util.AbstractList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** A map as data, as {@code docs/split-map.schema.json} describes it. */
public final class SplitMapData {
  private SplitMapData() {}

  /** Everything that is known, in the order of the schema. */
  public static Map<String, Object> of(SplitMap map) {
    Facts facts = map.facts();
    Partition partition = map.partition();
    Map<String, Cut> cuts = new HashMap<>();
    map.cuts().forEach(c -> cuts.put(c.name(), c));
    map.inner().forEach(c -> cuts.put(c.name(), c));
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("seam", map.hasSeam());
    data.put("counts", counts(map.counts()));
    data.put("modules", list(partition.modules(), m -> module(m, cuts.get(m.name()))));
    data.put("proposals", list(map.cuts(), Cut::name));
    data.put(
        "shared",
        list(partition.shared().entrySet(), e -> object("class", e.getKey(), "why", e.getValue())));
    data.put("unattached", partition.unattached());
    Map<String, Set<String>> testedBy = facts.testedBy();
    data.put(
        "classes", list(facts.classes(), c -> type(c, testedBy.getOrDefault(c.name(), Set.of()))));
    Set<String> idTables = facts.idTables();
    data.put(
        "tables", list(facts.tables(), table -> table(table, idTables.contains(table.name()))));
    data.put("foreignKeys", list(facts.foreignKeys(), SplitMapData::key));
    data.put("templates", list(facts.templates(), SplitMapData::template));
    data.put(
        "uses",
        list(
            facts.uses(),
            u -> object(
                "from", u.from(),
                "to", u.to(),
                "kind", u.kind().name(),
                "member", u.member(),
                "target", u.target(),
                "inLoop", u.repeated(),
                "path", u.path(),
                "lines", u.lines())));
    data.put(
        "mentions",
        list(facts.mentions(), m -> object("class", m.name(), "at", m.place().toString())));
    data.put(
        "history",
        list(
            facts.history(),
            h -> object(
                "from", h.from(), "to", h.to(), "commits", h.commits(), "percent", h.share())));
    data.put("builds", new LinkedHashMap<>(facts.builds()));
    data.put("deployables", new LinkedHashMap<>(facts.deployables()));
    data.put("gaps", gaps(facts.gaps()));
    return data;
  }

  private static Map<String, Object> counts(Counts counts) {
    return object(
        "classes", counts.classes(),
        "tests", counts.tests(),
        "modules", counts.modules(),
        "proposals", counts.proposals(),
        "tables", counts.tables(),
        "untouchedTables", counts.untouched(),
        "foreignKeys", counts.foreignKeys(),
        "routes", counts.routes());
  }

  private static Map<String, Object> module(Partition.Module module, Cut cut) {
    return object(
        "name", module.name(),
        "classes", module.classes(),
        "tables", module.tables(),
        "members",
            list(
                module.members(),
                m -> object(
                    "class",
                    m.name(),
                    "confidence",
                    m.confidence(),
                    "pull",
                    m.pull(),
                    "next",
                    m.other())),
        "cut", cut(cut));
  }

  /** A cut with all its evidence. */
  public static Map<String, Object> cut(Cut cut) {
    Map<String, Object> data =
        object("cost", Price.of(cut), "difficulty", Price.difficulty(cut).word());
    data.put("callsIn", items(cut.callsIn()));
    data.put("callsOut", items(cut.callsOut()));
    data.put("mentions", items(cut.mentions()));
    data.put("associations", items(cut.associations()));
    data.put("foreignKeys", items(cut.foreignKeys()));
    data.put("contestedTables", items(cut.contested()));
    data.put("foreignReads", items(cut.foreignReads()));
    data.put("transactions", items(cut.transactions()));
    data.put("templates", items(cut.templates()));
    data.put("loopSuspects", items(cut.loops()));
    data.put("remoteCalls", items(cut.remote()));
    data.put("coChange", items(cut.cochange()));
    data.put("coChangeKept", cut.keptChange());
    data.put("copied", cut.copied());
    data.put("dataThatTravels", cut.travelling());
    data.put("files", cut.files());
    return data;
  }

  private static List<Object> items(List<Cut.Item> items) {
    return list(
        items,
        i -> object(
            "from", i.from(),
            "to", i.to(),
            "what", i.what(),
            "count", i.count(),
            "at", list(i.places(), Object::toString)));
  }

  private static Map<String, Object> type(ClassFact fact, Set<String> testedBy) {
    Map<String, Object> data = object(
        "name", fact.name(),
        "at", fact.place().toString(),
        "build", fact.build(),
        "kind", fact.kind(),
        "test", fact.test(),
        "generated", fact.generated(),
        "roles", list(fact.roles().stream().sorted().toList(), Enum::name),
        "keeps", fact.keeps(),
        "data", fact.data(),
        "staticState", fact.statics(),
        "helper", fact.helper(),
        "testedBy", List.copyOf(testedBy));
    fact.entity().ifPresent(entity -> {
      data.put("table", entity.table());
      data.put(
          "associations",
          list(
              entity.associations(),
              a -> object(
                  "to", a.to(),
                  "field", a.field(),
                  "kind", a.kind(),
                  "owner", a.owner(),
                  "cascade", a.cascade(),
                  "eager", a.eager(),
                  "joinTable", a.joinTable(),
                  "mappedBy", a.mappedBy(),
                  "at", a.place().toString())));
    });
    data.put(
        "routes",
        list(
            fact.routes(),
            r -> object(
                "method",
                r.method(),
                "path",
                r.path(),
                "member",
                r.member(),
                "at",
                r.place().toString())));
    data.put(
        "transactions",
        list(
            fact.transactions(),
            t -> object(
                "member", t.member(), "readOnly", t.readOnly(), "at", t.place().toString())));
    data.put(
        "triggers",
        list(
            fact.triggers(),
            t -> object(
                "kind",
                t.kind(),
                "what",
                t.what(),
                "member",
                t.member(),
                "at",
                t.place().toString())));
    return data;
  }

  private static Map<String, Object> table(TableFact table, boolean countsIds) {
    return object(
        "name", table.name(),
        "countsIds", countsIds,
        "at", list(table.places(), Object::toString),
        "accesses",
            list(
                table.accesses(),
                a -> object(
                    "class", a.from(),
                    "member", a.member(),
                    "writes", a.writes(),
                    "how", a.how(),
                    "at", a.place().toString())));
  }

  private static Map<String, Object> key(TableFact.ForeignKey key) {
    return object(
        "name", key.name(),
        "table", key.table(),
        "columns", key.columns(),
        "target", key.target(),
        "at", list(key.places(), Object::toString));
  }

  private static Map<String, Object> template(Facts.Template template) {
    return object(
        "path", template.path(),
        "views", template.views(),
        "reads",
            list(
                template.reads(),
                r -> object(
                    "class", r.type(), "field", r.field(), "at", r.place().toString())));
  }

  private static Map<String, Object> gaps(Facts.Gaps gaps) {
    return object(
        "broken",
            list(gaps.broken(), b -> object("at", b.place().toString(), "message", b.message())),
        "notUtf8", gaps.encodings(),
        "refused", gaps.refused(),
        "declaredTwice",
            list(
                gaps.repeated(),
                r -> object("class", r.name(), "at", list(r.places(), Object::toString))),
        "statements",
            list(
                gaps.statements(), s -> object("at", s.place().toString(), "message", s.message())),
        "unread",
            list(gaps.unread(), u -> object("at", u.place().toString(), "message", u.message())),
        "otherLanguages", new LinkedHashMap<>(gaps.otherLanguages()));
  }

  /** Data of things, made when it is asked for: all of it at once would be several times what it is made of. */
  private static <T> List<Object> list(Collection<T> things, Function<T, Object> data) {
    List<T> all = List.copyOf(things);
    return new AbstractList<>() {
      @Override
      public Object get(int index) {
        return data.apply(all.get(index));
      }

      @Override
      public int size() {
        return all.size();
      }
    };
  }

  private static Map<String, Object> object(Object... pairs) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      object.put((String) pairs[i], pairs[i + 1]);
    }
    return object;
  }
}
