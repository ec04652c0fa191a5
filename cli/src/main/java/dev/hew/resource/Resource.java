package dev.hew.resource;

import dev.hew.contract.Operation;
import dev.hew.contract.Schema;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A collection with its items, or a single thing, that the contract's own operations write and give back.
 *
 * @param path the path of the collection or of the single thing; it ends in literal text, without a last slash
 * @param variable the path variable that an item is told by; empty for a single thing, and for a collection whose items
 *     have no path of their own
 * @param key the property that the variable stands for; empty when the contract gives it none
 * @param item what an item looks like where it is given back, or else where it is sent; empty when the contract does not
 *     say
 * @param parent the path of the resource whose items this one belongs to, where any can be added to that
 * @param singleton whether there is but one of it
 * @param members its operations, in the order of the contract
 */
public record Resource(
    String path,
    Optional<String> variable,
    Optional<String> key,
    Optional<Schema> item,
    Optional<String> parent,
    boolean singleton,
    List<Member> members) {

  public Resource {
    members = List.copyOf(members);
  }

  /**
   * An operation with what it does.
   *
   * @param shownIn the property of its answer that holds the item; empty where the answer is the item, or a list
   * @param sentIn the property of its body that holds the item; empty where the body is the item, or a patch
   */
  public record Member(
      Operation operation, Role role, Optional<String> shownIn, Optional<String> sentIn) {
    /** The same operation, doing something else. */
    public Member as(Role other) {
      return new Member(operation, other, shownIn, sentIn);
    }
  }

  /** The property of an operation's answer that holds the item; empty where the answer is the item. */
  public Optional<String> shownIn(Operation operation) {
    return member(operation).flatMap(Member::shownIn);
  }

  /** The property of an operation's body that holds the item; empty where the body is the item. */
  public Optional<String> sentIn(Operation operation) {
    return member(operation).flatMap(Member::sentIn);
  }

  private Optional<Member> member(Operation operation) {
    return members.stream()
        .filter(m -> m.operation().place().equals(operation.place()))
        .findFirst();
  }

  /** The first operation that does this on the resource's own path or its items'. */
  public Optional<Operation> first(Role role) {
    return members.stream().filter(m -> m.role() == role).map(Member::operation).findFirst();
  }

  /**
   * Whether a replacement adds the item when it is not there, since nothing else would: unless the contract has an answer
   * to just that, and none for an item that is new.
   */
  public boolean addsByReplacing(Operation replacement) {
    boolean refuses = replacement.documents(404) && !replacement.documents(201);
    return singleton || first(Role.CREATE).isEmpty() && !refuses;
  }

  /** Whether any operation adds items; where none does, others come to be elsewhere, if at all. */
  boolean grows() {
    return first(Role.CREATE).isPresent()
        || first(Role.REPLACE).filter(this::addsByReplacing).isPresent();
  }

  /** The same with no more than some of its operations. */
  public Resource only(Predicate<Operation> which) {
    return new Resource(
        path,
        variable,
        key,
        item,
        parent,
        singleton,
        members.stream().filter(m -> which.test(m.operation())).toList());
  }

  /** The same, with its parent only where that is one of these paths. */
  public Resource below(Set<String> paths) {
    return new Resource(
        path, variable, key, item, parent.filter(paths::contains), singleton, members);
  }

  /** Whether the paths of items end in a slash. */
  public boolean hasSlashedItems() {
    return itemPath().stream()
        .anyMatch(
            path -> members.stream().anyMatch(m -> m.operation().path().text().equals(path + "/")));
  }

  /** Whether an operation stands on a path of its own below that of the items. */
  public boolean isView(Operation operation) {
    String at = operation.path().text();
    String plain = at.endsWith("/") ? at.substring(0, at.length() - 1) : at;
    return !plain.equals(path) && !itemPath().equals(Optional.of(plain));
  }

  /** The path of an item, without a last slash; empty when items have none. */
  public Optional<String> itemPath() {
    return variable.map(v -> path + "/{" + v + "}");
  }
}
