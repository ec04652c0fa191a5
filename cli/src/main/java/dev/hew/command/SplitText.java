package dev.hew.command;

import dev.hew.flow.SplitMap;
import dev.hew.split.cut.Counts;
import dev.hew.split.cut.Cut;
import dev.hew.split.cut.Price;
import dev.hew.split.facts.ClassFact;
import dev.hew.split.facts.Facts;
import dev.hew.split.facts.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Maps and cuts for people, line by line. */
final class SplitText {
  private static final int FEW = 5;

  /** Of a longer name or word the beginning is told. */
  private static final int LONG = 120;

  /** Of more modules the cheapest are told. */
  private static final int MOST_MODULES = 100;

  private final boolean all;
  private final List<String> lines = new ArrayList<>();
  private final ShortNames names;
  private boolean shortened;

  private SplitText(boolean all, Stream<String> classes) {
    this.all = all;
    this.names = new ShortNames(classes);
  }

  /**
   * A map.
   *
   * @param all whether everything is named, not only the first of each kind
   */
  static List<String> of(SplitMap map, boolean all) {
    SplitText text = new SplitText(all, map.facts().classes().stream().map(ClassFact::name));
    text.map(map);
    return text.lines();
  }

  /**
   * What a cut would cost, most painful first.
   *
   * @param all whether everything is named, not only the first of each kind
   */
  static List<String> of(Cut cut, boolean all) {
    Stream<String> ends = Stream.of(
            cut.callsIn(), cut.callsOut(), cut.mentions(), cut.loops(), cut.remote())
        .flatMap(List::stream)
        .flatMap(item -> Stream.of(item.from(), item.to()));
    SplitText text = new SplitText(all, Stream.concat(cut.classes().stream(), ends));
    text.cut(cut);
    return text.lines();
  }

  private List<String> lines() {
    if (shortened) {
      lines.add("");
      lines.add("`--all` names everything that is only counted here");
    }
    return lines;
  }

  /** How many of these are told. */
  private int told(int number, int most) {
    shortened |= !all && number > most;
    return all ? number : Math.min(number, most);
  }

  private void map(SplitMap map) {
    Facts facts = map.facts();
    Counts counts = map.counts();
    lines.add(counts.words());
    if (counts.tests() > 0) {
      lines.add(Shared.counted(counts.untested(), "class", "classes") + " that no test names");
    }
    gaps(facts.gaps());
    tables("that nothing read here touches", Counts.untouched(facts));
    tables("without an owner", Counts.unowned(facts, map.partition()));
    tables("in which ids are counted (each service gets its own)", List.copyOf(facts.idTables()));
    lines.add("");
    if (!map.hasSeam()) {
      lines.add("No good seam: every cut would tear apart what belongs together.");
      lines.add("");
    }
    lines.add("Modules, the cheapest cut first:");
    int number = 1;
    for (Cut cut : map.cuts().subList(0, told(map.cuts().size(), MOST_MODULES))) {
      lines.add("");
      lines.add(number++ + ". " + bounded(cut.name()) + ": "
          + Price.difficulty(cut).word() + ", cost " + Price.of(cut));
      cut(cut);
    }
    if (number <= map.cuts().size()) {
      lines.add("");
      lines.add("And " + (map.cuts().size() - number + 1)
          + " more, which cost more: `hew split cost` tells of each");
    }
    if (!map.inner().isEmpty()) {
      lines.add("");
      lines.add("Modules without a door or a table of their own: "
          + few(map.inner().stream()
              .map(cut -> bounded(cut.name()) + " (" + cut.classes().size() + ")")
              .toList()));
    }
    shared(map);
  }

  private void cut(Cut cut) {
    lines.add("   " + Shared.counted(cut.classes().size(), "class", "classes") + ": "
        + names(cut.classes()));
    if (!cut.tables().isEmpty()) {
      lines.add("   owns " + bounded(cut.tables()));
    }
    items("transaction", cut.transactions());
    items("contested table", cut.contested());
    items("association", cut.associations());
    items("foreign key", cut.foreignKeys());
    items("foreign read", cut.foreignReads());
    items("template", cut.templates());
    items("call in a loop (suspect)", cut.loops());
    items("request", cut.remote());
    sum("calls in", cut.callsIn());
    sum("calls out", cut.callsOut());
    sum("other mentions", cut.mentions());
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
  }

  private void items(String what, List<Cut.Item> items) {
    int told = told(items.size(), FEW);
    items.subList(0, told).forEach(item -> item(what, item));
    if (told < items.size()) {
      lines.add("   " + what + ": and " + (items.size() - told) + " more");
    }
  }

  private void item(String what, Cut.Item item) {
    String ends = item.to().isEmpty()
        ? simple(item.from())
        : simple(item.from()) + " -> " + simple(item.to());
    lines.add("   " + what + ": " + ends + (item.what().isEmpty() ? "" : ": " + listed(item.what()))
        + places(item));
  }

  private void sum(String what, List<Cut.Item> items) {
    if (items.isEmpty()) {
      return;
    }
    String places =
        "   " + what + ": " + items.size() + " at " + Shared.counted(Cut.count(items), "place");
    if (told(items.size(), 1) < items.size()) {
      lines.add(places + ", such as " + call(items.get(0)));
    } else if (items.size() == 1) {
      lines.add(places + ", " + call(items.get(0)));
    } else {
      lines.add(places);
      items.forEach(item -> lines.add("      " + call(item)));
    }
  }

  /** The first place, or all. */
  private String places(Cut.Item item) {
    List<String> places = item.places().stream()
        .limit(all ? Integer.MAX_VALUE : 1)
        .map(Place::toString)
        .toList();
    return places.isEmpty() ? "" : "  " + String.join(", ", places);
  }

  private String call(Cut.Item item) {
    return simple(item.from()) + " -> " + simple(item.to())
        + (item.what().isEmpty() ? "" : "." + bounded(item.what())) + places(item);
  }

  private void shared(SplitMap map) {
    if (!map.partition().shared().isEmpty()) {
      lines.add("");
      lines.add("Shared by all, to be copied or made a library:");
      for (Map.Entry<String, String> one : map.partition().shared().entrySet()) {
        lines.add("   " + simple(one.getKey()) + ": " + listed(one.getValue()));
      }
    }
    if (!map.partition().unattached().isEmpty()) {
      lines.add("");
      lines.add("Tied to no module: " + names(map.partition().unattached()));
    }
  }

  private void gaps(Facts.Gaps gaps) {
    broken("not Java", gaps.broken(), "files");
    broken("mapper not understood", gaps.statements(), "statements");
    broken("not understood", gaps.unread(), "places");
    if (!gaps.encodings().isEmpty()) {
      lines.add("not UTF-8, read as Latin-1: " + few(gaps.encodings()));
    }
    if (!gaps.refused().isEmpty()) {
      lines.add("not read, no permission or too large (Java and SQL 16 MiB, others 1 MiB): "
          + few(gaps.refused()));
    }
    if (!gaps.repeated().isEmpty()) {
      lines.add("declared more than once, the first counts: "
          + few(gaps.repeated().stream()
              .map(one -> bounded(one.name()) + " ("
                  + few(one.places().stream().map(Place::toString).toList()) + ")")
              .toList()));
    }
    gaps.otherLanguages()
        .forEach((ending, count) ->
            lines.add("not read: " + Shared.counted(count, "." + ending + " file")));
  }

  private void tables(String which, List<String> names) {
    if (!names.isEmpty()) {
      lines.add(Shared.counted(names.size(), "table") + " " + which + ": " + bounded(names));
    }
  }

  private void broken(String what, List<Facts.Broken> places, String many) {
    int told = told(places.size(), FEW);
    for (Facts.Broken broken : places.subList(0, told)) {
      lines.add(what + ": " + broken.place() + ": " + bounded(broken.message()));
    }
    if (told < places.size()) {
      lines.add(what + ": and " + (places.size() - told) + " more " + many);
    }
  }

  private String names(List<String> classes) {
    return few(classes.stream().map(this::simple).toList());
  }

  private String few(List<String> names) {
    int told = told(names.size(), 2 * FEW);
    String first = String.join(", ", names.subList(0, told));
    return told < names.size() ? first + " and " + (names.size() - told) + " more" : first;
  }

  /** What needs or writes much in one line names the first of it. */
  private String listed(String what) {
    return bounded(List.of(what.split(", ")));
  }

  private String bounded(List<String> names) {
    return few(names.stream().map(this::bounded).toList());
  }

  private String bounded(String text) {
    if (told(text.length(), LONG) == text.length()) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(LONG - 1)) ? LONG - 1 : LONG;
    return text.substring(0, end) + "...";
  }

  /** One class or several without their packages, or with as much of them as tells them from others; a page as it is. */
  private String simple(String name) {
    if (name.contains(", ") && !name.contains("/")) {
      return names(List.of(name.split(", ")));
    }
    return bounded(name.contains("/") || name.contains(" ") ? name : names.of(name));
  }
}
