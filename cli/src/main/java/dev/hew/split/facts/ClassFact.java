package dev.hew.split.facts;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A top-level class, interface, enum, record or annotation of the code base.
 *
 * @param name qualified
 * @param build the folder of the Maven or Gradle module that it belongs to; empty for the top
 * @param kind in Java's words: {@code class}, {@code interface}, ...
 * @param base the class that it extends, qualified; empty when that is none of the code base
 * @param test whether it is test code
 * @param generated whether a tool wrote it
 * @param roles what frameworks make of it
 * @param entity what it is to the database, when it is mapped
 * @param routes the requests that it answers
 * @param transactions methods that run in a transaction of their own
 * @param triggers what else starts its code: schedules, messages, events
 * @param keeps the entity whose rows it keeps as a repository or data access object; qualified; empty when none
 * @param data whether it is an enum or has no behaviour: what crosses a cut are its values, not calls of it
 * @param statics its static fields that may change while the application runs, in their order
 * @param helper whether it is nothing but static functions without state: each side of a cut gets a copy
 */
public record ClassFact(
    String name,
    Place place,
    String build,
    String kind,
    String base,
    boolean test,
    boolean generated,
    Set<Role> roles,
    Optional<Entity> entity,
    List<Route> routes,
    List<Transaction> transactions,
    List<Trigger> triggers,
    String keeps,
    boolean data,
    List<String> statics,
    boolean helper) {
  public ClassFact {
    statics = List.copyOf(statics);
  }

  /** The same class, plain data or not, nothing but functions or not. */
  ClassFact as(boolean isData, boolean isHelper) {
    return isData == data && isHelper == helper ? this : with(roles, routes, isData, isHelper);
  }

  /** The same class as other files describe it. */
  ClassFact with(Set<Role> newRoles, List<Route> newRoutes) {
    return with(newRoles, newRoutes, data, helper);
  }

  /** The same class as another entity. */
  ClassFact with(Entity other) {
    return new ClassFact(
        name,
        place,
        build,
        kind,
        base,
        test,
        generated,
        roles,
        Optional.of(other),
        routes,
        transactions,
        triggers,
        keeps,
        data,
        statics,
        helper);
  }

  private ClassFact with(
      Set<Role> newRoles, List<Route> newRoutes, boolean isData, boolean isHelper) {
    return new ClassFact(
        name,
        place,
        build,
        kind,
        base,
        test,
        generated,
        newRoles,
        entity,
        newRoutes,
        transactions,
        triggers,
        keeps,
        isData,
        statics,
        isHelper);
  }

  /** The name without its package. */
  public String simpleName() {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** The package; empty for the unnamed one. */
  public String packageName() {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(0, dot);
  }

  /** What a framework makes of a class. */
  public enum Role {
    /** Answers requests. */
    ENTRY,
    /** Holds rules: a service, an enterprise bean, a component. */
    SERVICE,
    /** Reads and writes the database. */
    REPOSITORY,
    /** Is a row or a document. */
    ENTITY,
    /** Is a part of an entity, or the mapped base of several. */
    EMBEDDED,
    /** Wires the application. */
    CONFIGURATION,
    /** Starts the application. */
    APPLICATION,
    /** Is run by time, message or event. */
    BACKGROUND
  }

  /**
   * A class that is stored.
   *
   * @param table empty for a mapped base or an embedded part
   * @param values tables that hold values of it: texts, numbers, dates
   */
  public record Entity(String table, List<Association> associations, List<String> values) {
    public Entity {
      associations = List.copyOf(associations);
      values = List.copyOf(values);
    }

    /** The same in a table of another name. */
    Entity in(String other) {
      return new Entity(other, associations, values);
    }
  }

  /**
   * An entity refers to another.
   *
   * @param field the field or getter that carries it
   * @param kind in JPA's words: {@code OneToMany}, ...
   * @param owner whether this side holds the key
   * @param cascade what an operation on this entity does to the other as well
   * @param eager whether the other is read along
   * @param joinTable the table between the two; empty when there is none
   * @param mappedBy the field of the other that is the same association, seen from there, and holds the key; empty when
   *     this side does
   * @param columns the key's, as far as the mapping names them
   */
  public record Association(
      String from,
      String to,
      String field,
      String kind,
      boolean owner,
      List<String> cascade,
      boolean eager,
      String joinTable,
      String mappedBy,
      List<String> columns,
      Place place) {
    public Association {
      cascade = List.copyOf(cascade);
      columns = List.copyOf(columns);
    }

    /** The same between classes by their own names. */
    Association between(String newFrom, String newTo) {
      return new Association(
          newFrom, newTo, field, kind, owner, cascade, eager, joinTable, mappedBy, columns, place);
    }

    /** The same of a class that holds it in a part of its rows. */
    Association as(String newFrom, String path) {
      return new Association(
          newFrom, to, path, kind, owner, cascade, eager, joinTable, mappedBy, columns, place);
    }

    /** Whether what is held is part of the entity's own rows, or of a table of its parts, and no entity itself. */
    public boolean isPart() {
      return kind.startsWith("Embedded") || kind.equals("ElementCollection");
    }
  }

  /** A request that a class answers; {@code method} in upper case, {@code *} for any. */
  public record Route(String method, String path, String member, Place place) {}

  /** A method that runs in a transaction, with the number of its parameters; {@code *} for all of the class. */
  public record Transaction(String member, boolean readOnly, Place place) {}

  /**
   * Something other than a request that starts code: {@code schedule}, {@code event}, {@code message}, {@code startup},
   * {@code cache}.
   *
   * @param what the times, the queue or topic, the type of the event
   */
  public record Trigger(String kind, String what, String member, Place place) {}
}
