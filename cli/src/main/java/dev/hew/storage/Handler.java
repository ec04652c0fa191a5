package dev.hew.storage;

import dev.hew.model.Endpoint;
import dev.hew.model.Text;
import dev.hew.model.TypeUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What an operation does with a table.
 *
 * @param endpoint the operation
 * @param role {@code list create read replace patch delete}
 * @param method what the table's class calls it
 * @param status of a successful answer
 * @param answered what the answer carries
 * @param scope the arguments for the columns of the scope, in their order
 * @param key the argument for the key; empty where there is none
 * @param sent what the body has of an item; empty where there is no body
 * @param patch how the body changes an item as it is; empty where it says itself what is to be written
 * @param writes the columns that the body sets
 * @param condition the parameter that says which version a change is meant for
 * @param since the parameter that names the time after which a change has to be the first
 * @param dated whether the answer says when the item was last changed
 * @param upsert whether a missing row is added
 * @param created the status when it was added
 * @param located whether what it adds has a path of its own
 * @param slashed whether that path ends in a slash
 * @param listing how a list is put together
 * @param untold the parameters of which nothing tells what they do: a call that asks for it is left to the stub
 */
public record Handler(
    Endpoint endpoint,
    String role,
    String method,
    int status,
    Answered answered,
    List<Argument> scope,
    Optional<Argument> key,
    Optional<Sent> sent,
    Optional<Patch> patch,
    List<Write> writes,
    Optional<Endpoint.Param> condition,
    Optional<Endpoint.Param> since,
    boolean dated,
    boolean upsert,
    int created,
    boolean located,
    boolean slashed,
    Optional<Listing> listing,
    List<Untold> untold) {

  /**
   * @throws IllegalStateException when its statement would have two values for one column
   */
  public Handler {
    Set<String> bound = new TreeSet<>();
    Stream.of(
            scope.stream().map(Argument::column),
            key.stream().map(Argument::column),
            writes.stream().map(Write::column))
        .flatMap(columns -> columns)
        .map(Column::name)
        .filter(name -> !bound.add(name))
        .findFirst()
        .ifPresent(name -> {
          throw new IllegalStateException(endpoint.name() + " has two values for `" + name + "`");
        });
  }

  /**
   * What a method is called with.
   *
   * @param expression how the caller has it
   * @param column what it is compared with
   */
  public record Argument(String expression, Column column) {}

  /**
   * An item, a part of one, or a patch, as it is sent.
   *
   * @param type as it is written to the table
   * @param expression how the controller has it
   * @param lacks what is so where it is not there, though the contract allows that; empty where it always is
   * @param lacking what callers are told then
   */
  public record Sent(TypeUse type, String expression, List<String> lacks, Text lacking) {
    public Sent {
      lacks = List.copyOf(lacks);
    }
  }

  /**
   * A column that a body sets.
   *
   * @param value what the body has
   * @param standard what is written when the body leaves it out, as SQL: the contract's {@code default}, or for what is
   *     never null what it is at first, or what is there
   */
  public record Write(Column column, Value value, Optional<String> standard) {}

  /**
   * A parameter of which nothing tells what it does.
   *
   * @param key what the contract calls it
   * @param asked when a call asks for it, as an expression
   */
  public record Untold(Text key, String asked) {}

  /**
   * A body that is applied to an item as it is.
   *
   * @param merges whether it is a merge patch (RFC 7396), and not a list of changes (RFC 6902)
   * @param schema the name of the schema that an item has to keep to afterwards
   */
  public record Patch(boolean merges, Text schema) {}

  /** The same under another name. */
  Handler called(String name) {
    return new Handler(
        endpoint, role, name, status, answered, scope, key, sent, patch, writes, condition, since,
        dated, upsert, created, located, slashed, listing, untold);
  }

  /** Whether a row that this one belongs to has to be there, and nothing else would say that it is not. */
  public boolean checksParent() {
    return role.equals("list") || role.equals("create") || upsert;
  }

  /** What is written to a column that the body sets, as SQL in a text block of Java; a key that is left out is made. */
  public String written(Write write, Table table) {
    String name = write.column().name();
    boolean numbered = numbers(write, table);
    Optional<String> otherwise =
        isOptionalKey(write, table) ? write.column().initial() : write.standard();
    return otherwise
        .filter(sql -> !numbered)
        .map(sql -> "coalesce(:" + name + ", " + inTextBlock(sql) + ")")
        .orElse(":" + name);
  }

  private static boolean isOptionalKey(Write write, Table table) {
    return table.key().equals(Optional.of(write.column())) && !write.value().required();
  }

  /** Whether a row gets the next number that nobody has chosen, where the caller does not choose one. */
  public boolean numbers(Write write, Table table) {
    return role.equals("create")
        && isOptionalKey(write, table)
        && write.column().generated();
  }

  /** SQL is printable ASCII, with the contract's values in it; three quotes in a row would end the text. */
  private static String inTextBlock(String sql) {
    String text = sql.replace("\\", "\\\\");
    return text.contains("\"\"\"") ? text.replace("\"", "\\\"") : text;
  }

  /** The columns that get a password as it is sent. */
  public List<Column> secrets() {
    return writes.stream().map(Write::column).filter(Column::secret).toList();
  }

  /** What a row that is there is changed to, as SQL. */
  public List<String> assignments(Table table) {
    return writes.stream()
        .map(w -> w.column().name() + " = " + written(w, table))
        .toList();
  }

  /** The same where the new row could not be inserted beside it. */
  public List<String> assignmentsOfExcluded() {
    return writes.stream()
        .map(w -> w.column().name() + " = excluded." + w.column().name())
        .toList();
  }

  /** Whether the body may hold nothing that is to be set. */
  public boolean mayChangeNothing() {
    return writes.stream().allMatch(w -> w.value().maybe() || !w.value().required());
  }

  /** Whether it sets no more columns than its body has values for. */
  boolean assigns() {
    return role.equals("patch") && patch.isEmpty();
  }

  /** Whether both write what is left of an item by a patch, in the same columns. */
  boolean writesLike(Handler other) {
    return patch.isPresent() && other.patch.isPresent() && writes.equals(other.writes);
  }

  /** Whether the row has to stay as it is from when it is looked at until it is changed. */
  public boolean locks() {
    return condition.isPresent() || since.isPresent() || patch.isPresent();
  }

  /** The properties of an item that the body does not set. */
  public List<Text> fixed(Table table) {
    return table.columns().stream()
        .filter(column -> writes.stream().noneMatch(w -> w.column().equals(column)))
        .map(column -> column.value().property())
        .toList();
  }

  /** What a class that does this may have to import. */
  Set<String> imports() {
    Set<String> all = new TreeSet<>();
    sent.ifPresent(s -> all.addAll(s.type().imports()));
    writes.forEach(w -> all.addAll(w.value().imports()));
    listing.ifPresent(l -> all.addAll(l.imports()));
    return all;
  }

  /** The arguments that tell a row. */
  public List<Argument> row() {
    List<Argument> row = new ArrayList<>(scope);
    key.ifPresent(row::add);
    return row;
  }

  /** What the method is called that counts the items of a list. */
  public String count() {
    return count(method);
  }

  static String count(String method) {
    return method.equals("list") ? "count" : method + "Count";
  }

  /** What the method is called that collects the conditions of a list. */
  public String conditions() {
    return conditions(method);
  }

  static String conditions(String method) {
    return method.equals("list") ? "matching" : method + "Matching";
  }

  /** A name for a variable that no parameter has. */
  public String local(String wish) {
    boolean taken = endpoint.parameters().stream().anyMatch(p -> p.name().equals(wish));
    return taken ? local("the" + Character.toUpperCase(wish.charAt(0)) + wish.substring(1)) : wish;
  }
}
