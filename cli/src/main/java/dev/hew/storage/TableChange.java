package dev.hew.storage;

import dev.hew.contract.Renamed;
import dev.hew.report.Position;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How one table becomes another. */
final class TableChange {
  private final Table before;
  private final Table after;
  private final boolean dropping;
  private final Optional<PastTable> past;
  private final List<String> statements = new ArrayList<>();
  private final List<Gone> gone = new ArrayList<>();
  private final List<Open> open = new ArrayList<>();

  /**
   * @param dropping whether what the contract no longer has may go, with what is in it
   * @param past what the database has under the earlier name
   */
  TableChange(Table before, Table after, boolean dropping, Optional<PastTable> past) {
    this.before = before;
    this.after = after;
    this.dropping = dropping;
    this.past = past;
    compare();
  }

  List<String> statements() {
    return statements;
  }

  /** The names that are no more. */
  List<Gone> gone() {
    return gone;
  }

  /** What is left to the table's owner. */
  List<Open> open() {
    return open;
  }

  private void compare() {
    if (!before.name().equals(after.name())) {
      statements.add("alter table " + before.name() + " rename to " + after.name() + ";");
      gone.add(new Gone(before.name(), Optional.empty(), Optional.of(after.name())));
    }
    if (shape(before) != shape(after) || before.scope().size() != after.scope().size()) {
      byHand("items of `" + after.name() + "` are told apart in another way");
      return;
    }
    for (int i = 0; i < after.scope().size(); i++) {
      alter(before.scope().get(i), after.scope().get(i));
    }
    Set<Column> kept = new HashSet<>();
    List<Column> fresh = new ArrayList<>();
    for (Column column : ofItems(after)) {
      Optional<Column> former = former(column, kept);
      former.ifPresentOrElse(kept::add, () -> fresh.add(column));
      former.ifPresentOrElse(old -> alter(old, column), () -> add(column));
    }
    if (after.rest().isPresent() && before.rest().isEmpty()) {
      add(after.rest().get());
    }
    List<Column> left = ofItems(before).stream().filter(c -> !kept.contains(c)).toList();
    left.forEach(column ->
        remove(column, only(like(column, fresh)).filter(next -> like(next, left).size() == 1)));
    if (after.rest().isEmpty()) {
      before.rest().ifPresent(rest -> remove(rest, Optional.empty()));
    }
    if (after.counted() && !before.counted()) {
      statement("add column if not exists added bigint generated always as identity");
    }
    List<String> indexes = new ArrayList<>(after.indexes());
    indexes.removeAll(before.indexes());
    indexes.forEach(
        columns -> statements.add("create index on " + after.name() + " (" + columns + ");"));
    if (!before
            .key()
            .map(c -> c.value().property())
            .equals(after.key().map(c -> c.value().property()))
        && after.key().flatMap(k -> former(k, Set.of())).isEmpty()) {
      byHand("the key of `" + after.name() + "` is another");
    }
  }

  private static List<Column> like(Column column, List<Column> others) {
    return others.stream()
        .filter(other -> other.type().equals(column.type())
            && other.value().type().equals(column.value().type()))
        .toList();
  }

  private static Optional<Column> only(List<Column> columns) {
    return columns.size() == 1 ? Optional.of(columns.get(0)) : Optional.empty();
  }

  private static List<Column> ofItems(Table table) {
    return table.columns().stream().filter(c -> !table.isScope(c)).toList();
  }

  /** How rows are told apart: by a key, not at all, or because there is but one. */
  private static int shape(Table table) {
    return table.singleton() ? 0 : table.key().isPresent() ? 1 : 2;
  }

  private Optional<Column> former(Column column, Set<Column> taken) {
    return ofItems(before).stream()
        .filter(c -> !taken.contains(c))
        .filter(c -> c.value().property().equals(column.value().property()))
        .findFirst()
        .or(() -> ofItems(before).stream()
            .filter(c -> !taken.contains(c) && !isWanted(c))
            .filter(c -> column
                .formerly()
                .map(dev.hew.model.Text::of)
                .filter(c.value().property()::equals)
                .isPresent())
            .findFirst());
  }

  private boolean isWanted(Column column) {
    return after.columns().stream()
        .anyMatch(c -> c.value().property().equals(column.value().property()));
  }

  /** A column that the contract did not have; an even earlier one may have had it. */
  private void add(Column column) {
    boolean there = before.all().stream().noneMatch(c -> c.name().equals(column.name()));
    Optional<Revival> revival =
        past.filter(p -> there).map(p -> new Revival(after, p)).filter(r -> r.has(column));
    if (revival.isPresent()) {
      revival.get().column(column);
      statements.addAll(revival.get().statements());
      open.addAll(revival.get().open());
    } else {
      added(after, column, statements, open);
    }
  }

  /** A column that the database does not have. */
  static void added(Table table, Column column, List<String> statements, List<Open> open) {
    String add = "alter table " + table.name() + " add column if not exists ";
    if (!column.required() || column.initial().isPresent()) {
      String note = table.computed().contains(column) ? column.note() + "\n" : "";
      statements.add(note + add + column.definition(false, false) + ";");
      return;
    }
    statements.add("-- rows that are there already get " + column.filler()
        + "; write what is right for them\n" + add
        + column.name() + " " + column.type() + " not null default " + column.filler() + ";");
    statements.add(
        "alter table " + table.name() + " alter column " + column.name() + " drop default;");
    open.add(Open.of("`" + table.name() + "." + column.name()
        + "` is new and never null: the migration fills it for the rows that are there"));
  }

  /**
   * @param next what may be the same under another name: the only new column like this one
   */
  private void remove(Column column, Optional<Column> next) {
    String drop = "alter table " + after.name() + " drop column " + column.name() + ";";
    String why = "the contract no longer has `" + column.name() + "` in `" + after.name() + "`";
    Optional<String> renamed = next.map(now -> ": if `" + bare(now) + "` is it, say `"
        + Renamed.KEYWORD + ": " + bare(column) + "` there, which renames the column");
    Optional<Position> place = next.flatMap(Column::kept).map(Kept::place);
    if (dropping) {
      statements.add(drop);
      gone.add(new Gone(before.name(), Optional.of(column.name()), Optional.empty()));
      renamed.ifPresent(
          how -> open.add(new Open(why + "; the column goes, with what is in it" + how, place)));
      return;
    }
    String note = "-- " + why + "; it stays until you drop it:\n-- " + drop;
    boolean inTheWay = column.required() && column.initial().isEmpty();
    statements.add(
        inTheWay
            ? note + "\nalter table " + after.name() + " alter column " + column.name()
                + " drop not null;"
            : note);
    open.add(new Open(why + "; the column stays" + renamed.orElse(""), place));
  }

  /** What the contract calls a column, without quotes where YAML needs none. */
  private static String bare(Column column) {
    String quoted = column.value().property().yaml();
    return column.value().property().isWord() ? quoted.replace("\"", "") : quoted;
  }

  private void alter(Column old, Column column) {
    String name = column.name();
    if (!old.name().equals(name)) {
      boolean taken = before.all().stream().noneMatch(c -> c.name().equals(name))
          && past.flatMap(p -> p.type(name)).isPresent();
      if (taken) {
        byHand("`" + after.name() + "." + name
            + "` is still there from an earlier contract, so that `" + old.name()
            + "` cannot be called so");
        return;
      }
      statement("rename column " + old.name() + " to " + name);
      gone.add(new Gone(before.name(), Optional.of(old.name()), Optional.of(name)));
    }
    if (!old.type().equals(column.type()) && !retype(old, column)) {
      return;
    }
    if (old.type().equals(column.type())) {
      KeptChange kept = new KeptChange(after.name(), old, column);
      statements.addAll(kept.statements());
      open.addAll(kept.open());
    }
    if (old.generated() != column.generated()) {
      byHand("`" + after.name() + "." + name + "` "
          + (column.generated() ? "is to count by itself" : "no longer counts by itself"));
      return;
    }
    if (!old.required() && column.required()) {
      statements.add("update " + after.name() + " set " + name + " = " + column.filler() + " where "
          + name + " is null;");
      statement("alter column " + name + " set not null");
    }
    if (old.type().equals(column.type())) {
      mayLack(old, column);
    }
    if (!old.initial().equals(column.initial()) && !column.generated()) {
      statement("alter column " + name
          + column.initial().map(i -> " set default " + i).orElse(" drop default"));
    }
  }

  /** Whether the values of a column take their new type by themselves, or may, or not. */
  private boolean retype(Column old, Column column) {
    String from = old.type();
    String to = column.type();
    String name = column.name();
    if (old.initial().isPresent() && !old.generated()) {
      statement("alter column " + name + " drop default");
    }
    List<String> filled = Stream.concat(
            old.initial().stream(), Stream.of(old.filler()).filter(f -> old.required()))
        .toList();
    Optional<TypeChange> typed = TypeChange.of(after.name(), from, column, filled);
    if (typed.isEmpty()) {
      byHand("`" + after.name() + "." + name + "` is " + to + " now, and was " + from);
      return false;
    }
    mayLack(old, column); // before the new type, which may leave rows without a value
    statements.add(typed.get().statement());
    typed.get().risk().ifPresent(risk -> open.add(Open.of(after, column, from, risk)));
    if (column.initial().isPresent() && old.initial().equals(column.initial())) {
      statement("alter column " + name + " set default " + column.initial().get());
    }
    return true;
  }

  private void mayLack(Column old, Column column) {
    if (old.required() && !column.required()) {
      statement("alter column " + column.name() + " drop not null");
    }
  }

  private void statement(String change) {
    statements.add("alter table " + after.name() + " " + change + ";");
  }

  private void byHand(String why) {
    statements.add("-- " + why + ": write this step yourself");
    open.add(Open.of(why + ": that step is yours to write"));
  }
}
