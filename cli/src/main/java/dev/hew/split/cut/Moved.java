package dev.hew.split.cut;

import dev.hew.split.facts.Facts;
import dev.hew.split.facts.Place;
import dev.hew.split.facts.Use;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Two states of a code base in which everything that a price asks for is the same, only some of it stands in other lines:
 * then the prices are the same with other lines.
 */
public final class Moved {
  private final Map<Class<?>, List<Method>> parts = new HashMap<>();

  /** For each file the lines that facts name: where they were, and where they are. */
  private final Map<String, TreeMap<Integer, Integer>> lines = new HashMap<>();

  /** The files of which a line has moved. */
  private final Set<String> files = new HashSet<>();

  private Moved() {}

  /** What has moved; empty when something else has changed, or lines have changed places among each other. */
  public static Optional<Moved> between(Facts before, Facts now) {
    Moved moved = new Moved();
    return moved.reads(before, now) ? Optional.of(moved) : Optional.empty();
  }

  private boolean reads(Facts before, Facts now) {
    return same(before.classes(), now.classes())
        && uses(before.uses(), now.uses())
        && uses(before.ownCalls(), now.ownCalls())
        && same(before.dispatches(), now.dispatches())
        && same(before.tables(), now.tables())
        && same(before.foreignKeys(), now.foreignKeys())
        && same(before.templates(), now.templates())
        && same(before.mentions(), now.mentions())
        && same(before.history(), now.history())
        && untouched(before.uses(), now.uses())
        && untouched(before.ownCalls(), now.ownCalls())
        && files.stream().map(lines::get).allMatch(Moved::ascends);
  }

  /** Whether lines that were one are one, and stand in the order in which they stood. */
  private static boolean ascends(TreeMap<Integer, Integer> moved) {
    int last = 0;
    for (int line : moved.values()) {
      if (line <= last) {
        return false;
      }
      last = line;
    }
    return true;
  }

  private boolean uses(List<Use> before, List<Use> now) {
    if (before.size() != now.size()) {
      return false;
    }
    for (int i = 0; i < before.size(); i++) {
      if (before.get(i) != now.get(i) && !use(before.get(i), now.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Notes uses that were not found anew in files of which a line has moved. */
  private boolean untouched(List<Use> before, List<Use> now) {
    for (int i = 0; i < before.size() && !files.isEmpty(); i++) {
      Use use = now.get(i);
      if (use == before.get(i) && files.contains(use.path()) && !use(use, use)) {
        return false;
      }
    }
    return true;
  }

  private boolean use(Use one, Use other) {
    boolean same = one.kind() == other.kind()
        && one.repeated() == other.repeated()
        && one.from().equals(other.from())
        && one.to().equals(other.to())
        && one.member().equals(other.member())
        && one.target().equals(other.target())
        && one.path().equals(other.path())
        && one.lines().size() == other.lines().size();
    for (int i = 0; same && i < one.lines().size(); i++) {
      same = line(one.path(), one.lines().get(i), other.lines().get(i));
    }
    return same;
  }

  private boolean line(String path, int from, int to) {
    if (from != to) {
      files.add(path);
    }
    Integer known = lines.computeIfAbsent(path, p -> new TreeMap<>()).put(from, to);
    return known == null || known == to;
  }

  /** Whether two things are the same but for lines. */
  private boolean same(Object one, Object other) {
    if (one instanceof Place from && other instanceof Place to) {
      return from.path().equals(to.path()) && line(from.path(), from.line(), to.line());
    } else if (one instanceof List<?> some && other instanceof List<?> others) {
      boolean same = some.size() == others.size();
      for (int i = 0; same && i < some.size(); i++) {
        same = same(some.get(i), others.get(i));
      }
      return same;
    } else if (one instanceof Optional<?> some && other instanceof Optional<?> others) {
      return some.isPresent() && others.isPresent()
          ? same(some.get(), others.get())
          : some.isPresent() == others.isPresent();
    } else if (one instanceof Record && one.getClass() == other.getClass()) {
      return parts.computeIfAbsent(one.getClass(), Moved::parts).stream()
          .allMatch(part -> same(value(part, one), value(part, other)));
    }
    return one.equals(other);
  }

  private static List<Method> parts(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(RecordComponent::getAccessor)
        .toList();
  }

  private static Object value(Method part, Object of) {
    try {
      return part.invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("facts are public records", e);
    }
  }

  /** The prices of the later state, by those of the earlier one; empty when these name a line that no fact does. */
  public Optional<List<Cut>> of(List<Cut> cuts) {
    return files.isEmpty() ? Optional.of(cuts) : new Shift().of(cuts);
  }

  private final class Shift {
    private boolean lost;

    Optional<List<Cut>> of(List<Cut> cuts) {
      List<Cut> shifted = cuts.stream().map(cut -> cut.with(this::item)).toList();
      return lost ? Optional.empty() : Optional.of(shifted);
    }

    private Cut.Item item(Cut.Item item) {
      return item.places().stream().noneMatch(place -> files.contains(place.path()))
          ? item
          : new Cut.Item(
              item.from(),
              item.to(),
              item.what(),
              item.count(),
              item.places().stream().map(this::place).toList());
    }

    private Place place(Place place) {
      if (!files.contains(place.path())) {
        return place;
      }
      Integer line = lines.get(place.path()).get(place.line());
      lost |= line == null;
      return line == null ? place : new Place(place.path(), line);
    }
  }
}
