package dev.hew.storage;

import dev.hew.model.Part;
import dev.hew.model.TypeDef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A table that keeps a resource, with the class that reads and writes it.
 *
 * @param path the resource's
 * @param name as SQL writes it
 * @param repository the class's name
 * @param field what users of the class call it
 * @param variable what the class calls an item
 * @param item the type of a row
 * @param itemImports what the type needs
 * @param thing what messages call an item
 * @param scope the columns that say whose items these are: one for each variable in front of the item's own
 * @param key the column that tells the items of one scope apart; empty for a single thing, and for items without a key
 * @param columns those of the item, in the order of the type's members, the key among them, and those of the scope that
 *     are properties too
 * @param rest the column for properties that the contract does not name
 * @param parent the table whose rows the scope refers to
 * @param singleton whether there is but one row in each scope
 * @param version the column whose number changes with each change, where callers are told of versions
 * @param counted whether rows have a number of their own to keep the order in which they came
 * @param formerly what the contract called the schema of its items before, where it says so ({@code x-renamed-from})
 * @param filtered columns that lists are filtered by
 * @param handlers what the operations do
 */
public record Table(
    String path,
    String name,
    String repository,
    String field,
    String variable,
    TypeDef item,
    Set<String> itemImports,
    String thing,
    List<Column> scope,
    Optional<Column> key,
    List<Column> columns,
    Optional<Column> rest,
    Optional<Parent> parent,
    boolean singleton,
    Optional<String> version,
    boolean counted,
    Optional<String> formerly,
    List<String> filtered,
    List<Handler> handlers)
    implements Part {

  /**
   * The table that a scope refers to.
   *
   * @param columns its primary key, in the order of the scope
   */
  public record Parent(
      String path,
      String table,
      String repository,
      String field,
      String thing,
      List<String> columns) {}

  @Override
  public String pointer() {
    return pointer(item, path);
  }

  static String pointer(TypeDef item, String path) {
    return item.pointer() + " " + path;
  }

  /** All columns in the order of the table. */
  public List<Column> all() {
    List<Column> all = new ArrayList<>(scope);
    columns.stream().filter(c -> !isScope(c)).forEach(all::add);
    rest.ifPresent(all::add);
    return all;
  }

  /** Whether a column of the items is one that says whose items these are: what the path has is what they have. */
  public boolean isScope(Column column) {
    return scope.stream().anyMatch(s -> s.name().equals(column.name()));
  }

  /** The columns that tell a row from all others; empty when it has only its number. */
  public List<Column> primary() {
    List<Column> primary = new ArrayList<>(scope);
    if (key.isPresent()) {
      primary.add(key.get());
    } else if (!singleton) {
      return List.of();
    }
    return primary;
  }

  /** The condition that selects one row. */
  public String oneRow() {
    return condition(primary());
  }

  /** The condition that selects the rows of one scope. */
  public String oneScope() {
    return condition(scope);
  }

  private static String condition(List<Column> columns) {
    return String.join(
        " and ", columns.stream().map(c -> c.name() + " = :" + c.name()).toList());
  }

  /** The order that items are listed in by default. */
  public String order() {
    return counted ? "added" : key.map(Column::name).orElse("added");
  }

  /** The handlers, without those that share the method of one before them. */
  public List<Handler> methods() {
    Set<String> seen = new TreeSet<>();
    return handlers.stream().filter(h -> seen.add(h.method())).toList();
  }

  public boolean does(String role) {
    return handlers.stream().anyMatch(h -> h.role().equals(role));
  }

  /** Columns that are set to the time of each change. */
  public List<Column> touched() {
    return columns.stream().filter(Column::touched).toList();
  }

  /** The column that always says when an item was last changed. */
  public Optional<Column> changed() {
    return touched().stream().filter(Column::required).findFirst();
  }

  public boolean anyColumn(String kind) {
    return rest.isPresent() && kind.equals("json")
        || columns.stream().anyMatch(c -> c.value().kind().equals(kind));
  }

  public boolean anyMaybe() {
    return columns.stream().anyMatch(c -> c.value().maybe());
  }

  /** The conflict that says that a row is there already, as SQL. */
  public String conflict() {
    return primary().isEmpty() ? "singleton" : names(primary());
  }

  /** What stands between the parentheses of {@code create table}. */
  public List<String> definitions() {
    List<String> lines = new ArrayList<>();
    if (singleton && scope.isEmpty()) {
      lines.add("singleton boolean primary key default true check (singleton)");
    }
    List<Column> primary = primary();
    List<Column> keyFirst = all();
    key.ifPresent(k -> {
      keyFirst.remove(k);
      keyFirst.add(scope.size(), k);
    });
    keyFirst.forEach(c -> lines.add(c.definition(
        primary.equals(List.of(c)), key.equals(Optional.of(c)), computed().contains(c))));
    if (counted) {
      boolean alone = primary.isEmpty();
      lines.add("added bigint generated always as identity" + (alone ? " primary key" : ""));
    }
    version.ifPresent(v -> lines.add(v + " bigint not null generated always as identity"));
    if (primary.size() > 1) {
      lines.add("primary key (" + names(primary) + ")");
    }
    parent.ifPresent(p -> lines.add("foreign key (" + names(scope) + ") references " + p.table()
        + " (" + String.join(", ", p.columns()) + ") on delete cascade"));
    return lines;
  }

  /** Columns that no operation sets, whose values are made up until their owner computes what belongs there. */
  public List<Column> computed() {
    return columns.stream()
        .filter(Column::constant)
        .filter(c -> handlers.stream()
            .flatMap(h -> h.writes().stream())
            .noneMatch(w -> w.column().equals(c)))
        .toList();
  }

  /** Columns that keep passwords as they are sent. */
  public List<Column> secrets() {
    return columns.stream()
        .filter(Column::secret)
        .filter(c -> handlers.stream().anyMatch(h -> h.secrets().contains(c)))
        .toList();
  }

  /** Whether callers may choose the number of a new row, and need not. */
  public boolean numbers() {
    return handlers.stream().anyMatch(h -> h.writes().stream().anyMatch(w -> h.numbers(w, this)));
  }

  /** Whether a change has to look first at what is there. */
  public boolean isLocked() {
    return handlers.stream().anyMatch(Handler::locks);
  }

  /** The columns of each index beside the primary key's. */
  public List<String> indexes() {
    List<String> all = new ArrayList<>();
    if (counted && !(primary().isEmpty() && scope.isEmpty())) {
      all.add(scope.isEmpty() ? "added" : names(scope) + ", added");
    }
    all.addAll(filtered);
    return all;
  }

  private static String names(List<Column> columns) {
    return String.join(", ", columns.stream().map(Column::name).toList());
  }

  /** What the class may have to import for the values of its columns. */
  public Set<String> imports() {
    Set<String> all = new TreeSet<>();
    all().forEach(c -> all.addAll(c.value().imports()));
    rest.ifPresent(c -> all.addAll(c.value().imports()));
    handlers.forEach(h -> all.addAll(h.imports()));
    return all;
  }

  /** The table with what its operations do. */
  Table with(List<Handler> handlers, List<String> filtered) {
    return new Table(
        path,
        name,
        repository,
        field,
        variable,
        item,
        itemImports,
        thing,
        scope,
        key,
        columns,
        rest,
        parent,
        singleton,
        version,
        counted,
        formerly,
        List.copyOf(filtered),
        List.copyOf(handlers));
  }
}
