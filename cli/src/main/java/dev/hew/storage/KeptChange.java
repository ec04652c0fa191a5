package dev.hew.storage;

import dev.hew.storage.Kept.Step;
import dev.hew.storage.Kept.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How what rows hold in one column follows a changed contract: properties inside of a JSON value take their new names
 * where the way to them is the same in every row, and values that are no longer allowed are named.
 */
final class KeptChange {
  private final String table;
  private final Column column;
  private final List<String> statements = new ArrayList<>();
  private final List<Open> open = new ArrayList<>();

  /**
   * @param column as it is afterwards
   */
  KeptChange(String table, Column before, Column column) {
    this.table = table;
    this.column = column;
    compare(before.kept(), column.kept(), List.of());
  }

  List<String> statements() {
    return statements;
  }

  /** What is left to the table's owner. */
  List<Open> open() {
    return open;
  }

  private void compare(Optional<Kept> before, Optional<Kept> after, List<Step> way) {
    if (before.isPresent() && after.isPresent()) {
      compare(before.get(), after.get(), way);
    }
  }

  private void compare(Kept before, Kept after, List<Step> way) {
    List<String> gone = new ArrayList<>(before.values());
    gone.removeAll(after.values());
    if (!after.values().isEmpty() && !after.free()) {
      if (before.free()) {
        restricted(after, way);
      } else if (!gone.isEmpty()) {
        gone(gone, after, way);
      }
    }
    after.parts().forEach((step, part) -> {
      List<Step> inside = new ArrayList<>(way);
      inside.add(step);
      Optional<Step> former = part.formerly()
          .map(name -> new Step(step.way(), name))
          .filter(old -> !step.name().isEmpty()
              && !before.parts().containsKey(step)
              && before.parts().containsKey(old)
              && !after.parts().containsKey(old));
      former.ifPresent(old -> rename(old, inside, part));
      compare(
          Optional.ofNullable(before.parts().get(former.orElse(step))), Optional.of(part), inside);
    });
  }

  private void rename(Step old, List<Step> way, Kept part) {
    List<Step> was = new ArrayList<>(way.subList(0, way.size() - 1));
    was.add(old);
    if (isFixed(way)) {
      String name = column.name();
      String from = name + " #> " + path(was);
      statements.add(
          "update " + table + " set " + name + " = jsonb_set(" + name + " #- " + path(was)
              + ", " + path(way) + ", " + from + ")\n  where " + from + " is not null and " + name
              + " #> " + path(way) + " is null;");
      return;
    }
    String end = way.get(way.size() - 1).name();
    byHand(
        "`" + old.name() + "` is called `" + end + "` now in `"
            + words(way.subList(0, way.size() - 1))
            + "`, and rows keep the old name, which is no longer read",
        "-- " + SqlTypes.quoted(old.name()) + " is called " + SqlTypes.quoted(end)
            + " now inside of " + table + "." + column.name()
            + ": rename it in the rows that are there",
        part);
  }

  private void gone(List<String> values, Kept part, List<Step> way) {
    String list = values.stream().map(this::literal).collect(Collectors.joining(", "));
    String name = column.name();
    String note = "-- " + list + (values.size() == 1 ? " is" : " are") + " no longer allowed in "
        + table + "." + name + ": say what becomes of rows that hold it";
    byHand(
        "`" + words(way) + "` may no longer be "
            + values.stream().map(value -> "`" + value + "`").collect(Collectors.joining(", "))
            + ", and rows that hold it can no longer be read",
        note + example(way, "in (" + list + ")"),
        part);
  }

  /** All values were allowed, and now only some are. */
  private void restricted(Kept part, List<Step> way) {
    String list = part.values().stream().map(this::literal).collect(Collectors.joining(", "));
    byHand(
        "`" + words(way)
            + "` may only be one of some values now; rows may hold others, which can no longer be read",
        "-- only " + list + (part.values().size() == 1 ? " is" : " are") + " allowed in " + table
            + "." + column.name() + " now: say what becomes of rows that hold something else"
            + example(way, "not in (" + list + ")"),
        part);
  }

  /** The statement to complete, as a comment; nothing where the place in the rows is not always the same. */
  private String example(List<Step> way, String which) {
    String name = column.name();
    if (way.isEmpty()) {
      return "\n-- update " + table + " set " + name + " = ... where " + name + " " + which + ";";
    }
    return isFixed(way)
        ? "\n-- update " + table + " set " + name + " = jsonb_set(" + name + ", " + path(way)
            + ", '...')\n--   where " + name + " #>> " + path(way) + " " + which + ";"
        : "";
  }

  /** Says something once, in however many ways it was found. */
  private void byHand(String why, String comment, Kept part) {
    if (open.stream().noneMatch(known -> known.what().equals(why))) {
      statements.add(comment);
      open.add(new Open(why, Optional.of(part.place())));
    }
  }

  /** Whether it is found at the same place in every row. */
  private static boolean isFixed(List<Step> way) {
    return way.stream().allMatch(step -> step.way() == Way.PROPERTY);
  }

  private static String path(List<Step> way) {
    return way.stream()
        .map(step -> SqlTypes.quoted(step.name()))
        .collect(Collectors.joining(", ", "array[", "]"));
  }

  private String literal(String value) {
    boolean isNumber = column.type().equals("bigint") && value.matches("-?\\d+");
    return isNumber ? value : SqlTypes.quoted(value);
  }

  private String words(List<Step> way) {
    Map<Way, String> signs = Map.of(Way.ITEM, "[]", Way.ENTRY, "{}", Way.CHOICE, "");
    return table + "." + column.name()
        + way.stream()
            .map(step -> signs.getOrDefault(step.way(), "." + step.name()))
            .collect(Collectors.joining());
  }
}
