package dev.hew.command;

import dev.hew.flow.SplitMap;
import dev.hew.split.cut.Cut;
import dev.hew.split.cut.Price;
import dev.hew.split.facts.ClassFact;
import dev.hew.split.facts.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Maps and cuts for people, line by line. */
final class SplitText {
  private static final int FEW = 5;

  /** Of more modules the cheapest are told. */
  private static final int MOST_MODULES = 100;

  private SplitText() {}

  static List<String> of(SplitMap map) {
    List<String> lines = new ArrayList<>();
    Facts facts = map.facts();
    long tests = facts.classes().stream().filter(ClassFact::test).count();
    int routes = facts.classes().stream().mapToInt(c -> c.routes().size()).sum();
    lines.add(Shared.counted((int) (facts.classes().size() - tests), "class", "classes") + " and "
        + Shared.counted((int) tests, "test class", "test classes") + ", "
        + Shared.counted(map.cuts().size(), "module") + ", "
        + Shared.counted(facts.tables().size(), "table") + ", "
        + Shared.counted(facts.foreignKeys().size(), "foreign key") + ", "
        + Shared.counted(routes, "route"));
    untested(facts, (int) tests, lines);
    gaps(facts.gaps(), lines);
    lines.add("");
    if (!map.hasSeam()) {
      lines.add("No good seam: every cut would tear apart what belongs together.");
      lines.add("");
    }
    lines.add("Modules, the cheapest cut first:");
    int number = 1;
    for (Cut cut : map.cuts().subList(0, Math.min(MOST_MODULES, map.cuts().size()))) {
      lines.add("");
      lines.add(number++ + ". " + cut.name() + ": " + Price.difficulty(cut).word() + ", cost "
          + Price.of(cut));
      lines.addAll(of(cut));
    }
    if (map.cuts().size() > MOST_MODULES) {
      lines.add("");
      lines.add("And " + (map.cuts().size() - MOST_MODULES)
          + " more, which cost more: `--format json` and `hew split cost` tell of each");
    }
    if (!map.inner().isEmpty()) {
      lines.add("");
      lines.add("Groups without a door or a table of their own: "
          + few(map.inner().stream()
              .map(cut -> cut.name() + " (" + cut.classes().size() + ")")
              .toList()));
    }
    shared(map, lines);
    return lines;
  }

  /** What a cut would cut, most painful first. */
  static List<String> of(Cut cut) {
    List<String> lines = new ArrayList<>();
    lines.add("   " + Shared.counted(cut.classes().size(), "class", "classes") + ": "
        + names(cut.classes()));
    if (!cut.tables().isEmpty()) {
      lines.add("   owns " + String.join(", ", cut.tables()));
    }
    items("transaction", cut.transactions(), lines);
    items("contested table", cut.contested(), lines);
    items("association", cut.associations(), lines);
    items("foreign key", cut.foreignKeys(), lines);
    items("foreign read", cut.foreignReads(), lines);
    items("template", cut.templates(), lines);
    items("call in a loop (suspect)", cut.loops(), lines);
    items("request", cut.remote(), lines);
    sum("calls in", cut.callsIn(), lines);
    sum("calls out", cut.callsOut(), lines);
    sum("other mentions", cut.mentions(), lines);
    if (!cut.cochange().isEmpty() || cut.keptChange() > 0) {
      lines.add("   history: " + Cut.count(cut.cochange()) + " common changes cut, "
          + cut.keptChange() + " kept");
    }
    if (!cut.travelling().isEmpty()) {
      lines.add("   data that travels: " + names(cut.travelling()));
    }
    if (!cut.copied().isEmpty()) {
      lines.add("   needs a copy of " + names(cut.copied()));
    }
    lines.add("   would touch " + Shared.counted(cut.files().size(), "file") + " outside");
    return lines;
  }

  private static void items(String what, List<Cut.Item> items, List<String> lines) {
    for (Cut.Item item : items.subList(0, Math.min(FEW, items.size()))) {
      String ends = item.to().isEmpty()
          ? simple(item.from())
          : simple(item.from()) + " -> " + simple(item.to());
      String place = item.places().isEmpty() ? "" : "  " + item.places().get(0);
      lines.add(
          "   " + what + ": " + ends + (item.what().isEmpty() ? "" : ": " + item.what()) + place);
    }
    if (items.size() > FEW) {
      lines.add("   " + what + ": and " + (items.size() - FEW) + " more");
    }
  }

  private static void sum(String what, List<Cut.Item> items, List<String> lines) {
    if (!items.isEmpty()) {
      Cut.Item first = items.get(0);
      lines.add("   " + what + ": " + Cut.count(items) + " places, such as " + simple(first.from())
          + " -> " + simple(first.to()) + (first.what().isEmpty() ? "" : "." + first.what())
          + "  " + first.places().get(0));
    }
  }

  private static void shared(SplitMap map, List<String> lines) {
    if (!map.partition().shared().isEmpty()) {
      lines.add("");
      lines.add("Shared by all, to be copied or made a library:");
      for (Map.Entry<String, String> one : map.partition().shared().entrySet()) {
        lines.add("   " + simple(one.getKey()) + ": " + one.getValue());
      }
    }
    if (!map.partition().unattached().isEmpty()) {
      lines.add("");
      lines.add("Tied to no module: " + names(map.partition().unattached()));
    }
  }

  /** Where there are tests at all, what they say nothing about: it has none to go along when it is moved. */
  private static void untested(Facts facts, int tests, List<String> lines) {
    int tested = facts.testedBy().size();
    if (tests > 0) {
      int untested = facts.classes().size() - tests - tested;
      lines.add(Shared.counted(untested, "class", "classes") + " that no test names");
    }
  }

  private static void gaps(Facts.Gaps gaps, List<String> lines) {
    for (Facts.Broken broken :
        gaps.broken().subList(0, Math.min(FEW, gaps.broken().size()))) {
      lines.add("not Java: " + broken.place() + ": " + broken.message());
    }
    if (gaps.broken().size() > FEW) {
      lines.add("not Java: and " + (gaps.broken().size() - FEW) + " more files");
    }
    if (!gaps.encodings().isEmpty()) {
      lines.add("not UTF-8, read as Latin-1: " + few(gaps.encodings()));
    }
    if (!gaps.refused().isEmpty()) {
      lines.add("not read, no permission or too large (Java and SQL 16 MiB, others 1 MiB): "
          + few(gaps.refused()));
    }
    if (!gaps.repeated().isEmpty()) {
      lines.add("declared more than once, the first counts: " + few(gaps.repeated()));
    }
    gaps.otherLanguages()
        .forEach((ending, count) ->
            lines.add("not read: " + Shared.counted(count, "." + ending + " file")));
  }

  private static String names(List<String> classes) {
    return few(classes.stream().map(SplitText::simple).toList());
  }

  private static String few(List<String> all) {
    String first = String.join(", ", all.subList(0, Math.min(2 * FEW, all.size())));
    return all.size() > 2 * FEW ? first + " and " + (all.size() - 2 * FEW) + " more" : first;
  }

  private static String simple(String name) {
    return name.contains("/") || name.contains(" ")
        ? name
        : name.substring(name.lastIndexOf('.') + 1);
  }
}
