package dev.hew.merge;

import dev.hew.code.Outline;
import dev.hew.code.Outline.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Merges part by part: a part that one side alone has changed is taken from that side, as it stands in its text; the
 * owner's order stays, and what is new goes where hew has it. Inside a part that both have changed, lines are merged.
 */
final class PartMerge {
  private final Outline base;
  private final Outline ours;
  private final Outline theirs;
  /** In its lines, which do not show that they stand in one, blanks count. */
  private static final String TEXT_BLOCK = "\"\"\"";

  private final boolean blanksMatter;
  private final Labels labels;
  private int conflicts;

  private PartMerge(
      Outline base, Outline ours, Outline theirs, boolean blanksMatter, Labels labels) {
    this.base = base;
    this.ours = ours;
    this.theirs = theirs;
    this.blanksMatter = blanksMatter;
    this.labels = labels;
  }

  /**
   * What came of it.
   *
   * @param text with markers where it has conflicts
   */
  record Result(String text, int conflicts) {}

  /** @param blanksMatter whether a change of blanks between words says something */
  static Result of(
      Outline base, Outline ours, Outline theirs, boolean blanksMatter, Labels labels) {
    PartMerge merge = new PartMerge(base, ours, theirs, blanksMatter, labels);
    String text = merge.merged(base.root(), ours.root(), theirs.root());
    return new Result(text.startsWith("\n") ? text.substring(1) : text, merge.conflicts);
  }

  private String merged(Part b, Part o, Part t) {
    String was = base.of(b);
    String mine = ours.of(o);
    String wish = theirs.of(t);
    if (mine.equals(was) || mine.equals(wish)) {
      return wish;
    }
    if (wish.equals(was) || same(wish, was)) {
      return mine;
    }
    if (!b.divisible() || !o.divisible() || !t.divisible()) {
      return lines(was, mine, wish);
    }
    String head = lines(head(base, b), head(ours, o), head(theirs, t));
    String inside = parts(b, o, t);
    String foot = lines(foot(base, b), foot(ours, o), foot(theirs, t));
    return !inside.isEmpty() && !foot.isEmpty() && !foot.startsWith("\n")
        ? head + inside + "\n" + foot
        : head + inside + foot;
  }

  private static String head(Outline outline, Part part) {
    return outline.text().substring(part.start(), part.inner());
  }

  private static String foot(Outline outline, Part part) {
    String foot = outline.text().substring(part.outer(), part.end());
    // `{}` holds nothing, and its brace has a line of its own as soon as it does
    return foot.strip().equals("}") ? foot.strip() : foot;
  }

  private String parts(Part b, Part o, Part t) {
    Map<Part, Part> mine = matches(b.parts(), o.parts());
    Map<Part, Part> wish = matches(b.parts(), t.parts());
    Map<Part, Part> wasOfMine = inverse(mine);
    Set<Part> old = new HashSet<>(wish.values());
    List<Part> fresh = t.parts().stream().filter(p -> !old.contains(p)).toList();
    Map<Part, Part> both =
        matches(o.parts().stream().filter(p -> !wasOfMine.containsKey(p)).toList(), fresh);
    Map<Part, String> texts = new LinkedHashMap<>();
    Map<Part, Part> placed = new HashMap<>();
    List<Part> order = new ArrayList<>();
    for (Part part : o.parts()) {
      Part was = wasOfMine.get(part);
      Part now = was == null ? both.get(part) : wish.get(was);
      texts.put(part, owned(was, part, now));
      order.add(part);
      if (now != null) {
        placed.put(now, part);
      }
    }
    for (Part part : b.parts()) {
      if (!mine.containsKey(part) && wish.containsKey(part)) {
        Part now = wish.get(part);
        boolean untouched = same(theirs.of(now), base.of(part));
        texts.put(now, untouched ? "" : lines(base.of(part), "", theirs.of(now)));
        insert(order, now, t.parts(), placed);
      }
    }
    for (Part part : fresh) {
      if (!placed.containsKey(part)) {
        texts.put(part, theirs.of(part));
        insert(order, part, t.parts(), placed);
      }
    }
    StringBuilder out = new StringBuilder();
    Part before = null;
    for (Part part : order) {
      String text = texts.get(part);
      boolean joins = before != null && isImport(before) && isImport(part);
      boolean isNew = fresh.contains(before) || fresh.contains(part);
      out.append(joins && isNew ? text.replaceFirst("^\n+", "\n") : text);
      before = text.isEmpty() ? before : part;
    }
    return out.toString();
  }

  /** Imports stand line by line, whichever was the first. */
  private static boolean isImport(Part part) {
    return part.key().startsWith("import ");
  }

  /** What becomes of a part that the owner's text has. */
  private String owned(Part was, Part mine, Part now) {
    if (was != null && now != null) {
      return merged(was, mine, now);
    }
    if (was != null) {
      return same(ours.of(mine), base.of(was)) ? "" : lines(base.of(was), ours.of(mine), "");
    }
    if (now != null && !same(ours.of(mine), theirs.of(now))) {
      return lines("", ours.of(mine), theirs.of(now));
    }
    return ours.of(mine);
  }

  /** Puts one of hew's parts behind the part that is before it in hew's text. */
  private static void insert(List<Part> order, Part part, List<Part> all, Map<Part, Part> placed) {
    int at = 0;
    for (int i = all.indexOf(part) - 1; i >= 0; i--) {
      Part before = placed.get(all.get(i));
      if (before != null) {
        at = order.indexOf(before) + 1;
        break;
      }
    }
    order.add(at, part);
    placed.put(part, part);
  }

  /** Which part of one list is which of another: by key, and by name where that leaves no doubt. */
  private static Map<Part, Part> matches(List<Part> from, List<Part> to) {
    Map<Part, Part> matches = new LinkedHashMap<>();
    Set<Part> taken = new HashSet<>();
    for (Function<Part, String> label : List.<Function<Part, String>>of(Part::key, Part::name)) {
      for (Part part : from) {
        if (!matches.containsKey(part)) {
          long rivals = from.stream()
              .filter(p -> !matches.containsKey(p) && label.apply(p).equals(label.apply(part)))
              .count();
          List<Part> found = to.stream()
              .filter(p -> !taken.contains(p) && label.apply(p).equals(label.apply(part)))
              .toList();
          if (rivals == 1 && found.size() == 1) {
            matches.put(part, found.get(0));
            taken.add(found.get(0));
          }
        }
      }
    }
    return matches;
  }

  private static Map<Part, Part> inverse(Map<Part, Part> map) {
    Map<Part, Part> inverse = new HashMap<>();
    map.forEach((key, value) -> inverse.put(value, key));
    return inverse;
  }

  private boolean same(String one, String other) {
    return one.equals(other) || !blanksMatter && Tokens.same(one, other);
  }

  /** Three texts that cover whole lines, or the same piece of one line. */
  private String lines(String was, String mine, String wish) {
    if (mine.equals(was) || mine.equals(wish)) {
      return wish;
    }
    if (wish.equals(was)) {
      return mine;
    }
    boolean blanksSayNothing = !blanksMatter && !(was + mine + wish).contains(TEXT_BLOCK);
    Lines.Result result = Lines.merge(text(was), text(mine), text(wish), labels, blanksSayNothing);
    conflicts += result.conflicts();
    String merged = result.text();
    return merged.isEmpty() ? "" : "\n" + merged.substring(0, merged.length() - 1);
  }

  /** As a text of its own, with the line break at its end instead of its start. */
  private static String text(String part) {
    return part.isEmpty() ? "" : (part.startsWith("\n") ? part.substring(1) : part) + "\n";
  }
}
