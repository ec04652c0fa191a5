package dev.hew.split.facts;

import dev.hew.code.Annotation;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Notes what is done to the rows of entities, and to those that go with them: tables of values and parts, cascades. */
final class Rows {
  /** What methods of a repository begin with that change something. */
  private static final List<String> WRITES = List.of(
      "save",
      "persist",
      "insert",
      "update",
      "delete",
      "remove",
      "merge",
      "store",
      "create",
      "add",
      "put",
      "batch",
      "modify",
      "replace",
      "upsert",
      "makePersistent",
      "makeTransient");

  /** Annotations that give a method of a repository its statement. */
  private static final String[] STATEMENTS = {
    "Query", "Modifying", "NativeQuery", "Insert", "Update", "Delete"
  };

  private final TypeIndex index;
  private final Tables tables;
  private final Map<String, ClassFact> classes;
  private final Parts parts;
  private final Cascades cascades;

  /**
   * @param classes all, by name; filled by the time of the first note
   */
  Rows(TypeIndex index, Tables tables, Map<String, ClassFact> classes, Parts parts) {
    this.index = index;
    this.tables = tables;
    this.classes = classes;
    this.parts = parts;
    this.cascades = new Cascades(parts);
  }

  /** Notes what a call of a library does to rows of a class that is known. */
  void stored(TypeIndex.Declared in, String member, Effect effect) {
    ClassFact entity = classes.get(effect.type().owner);
    if (entity != null && entity.entity().isPresent()) {
      write(entity, in.owner, member, effect.doing(), "store", "", effect.place());
    }
  }

  /** Notes what is done to the rows of an entity, and what is written along with them. */
  private void write(
      ClassFact entity,
      String from,
      String member,
      Doing doing,
      String how,
      String by,
      Place place) {
    touch(entity.entity().orElseThrow(), from, member, doing.writes(), how, by, place);
    for (Cascades.Along along : cascades.of(entity.name(), doing)) {
      tables.access(
          tables.known(along.table()).orElse(along.table()),
          along
              .through()
              .map(t -> TableFact.Access.cascade(from, member, t.name(), t.entity(), place))
              .orElseGet(() -> new TableFact.Access(from, member, true, how, by, place)));
    }
  }

  /** Notes that the rows of an entity are read or written. */
  void touch(
      ClassFact.Entity entity,
      String from,
      String member,
      boolean writes,
      String how,
      String by,
      Place place) {
    if (!entity.table().isEmpty()) {
      tables.access(
          tables.known(entity.table()).orElse(entity.table()),
          new TableFact.Access(from, member, writes, how, by, place));
    }
  }

  /** Notes the tables that a class maps. */
  void mapped(ClassFact fact) {
    fact.entity().ifPresent(entity -> {
      if (!entity.table().isEmpty()) {
        mapped(tables.known(entity.table()).orElse(entity.table()), fact, fact.place());
      }
      entity.values().forEach(values -> mapped(values, fact, fact.place()));
      for (ClassFact.Association association : entity.associations()) {
        if (!association.joinTable().isEmpty()) {
          mapped(association.joinTable(), fact, association.place());
        }
      }
    });
  }

  /** What a part or a base maps is its entities'. */
  private void mapped(String table, ClassFact by, Place place) {
    tables.define(table, place);
    Set<String> holding = parts.holding(by.name());
    (holding.isEmpty() ? Set.of(by.name()) : holding)
        .forEach(
            name -> tables.access(table, new TableFact.Access(name, "", true, "mapping", place)));
  }

  /** Notes what a call of a repository of an entity does to its rows. */
  void throughRepository(Use use) {
    ClassFact repository = classes.get(use.to());
    ClassFact from = classes.get(use.from());
    if (use.kind() != Use.Kind.CALL
        || repository == null
        || repository.keeps().isEmpty()
        || from == null
        || from.test()) {
      return;
    }
    ClassFact entity = classes.get(repository.keeps());
    if (entity != null && entity.entity().isPresent()) {
      Doing doing = !writes(use.target())
          ? Doing.READS
          : isStated(use) ? Doing.STATES : Doing.of(use.target());
      String by = repository.simpleName() + "." + use.target();
      write(entity, use.from(), use.member(), doing, "repository", by, use.place());
    }
  }

  /** Whether the method called is given its statement by an annotation: that goes past what cascades. */
  private boolean isStated(Use use) {
    TypeIndex.Declared type = index.named(use.to());
    return type != null
        && type.type.methods().stream()
            .anyMatch(m -> m.name().equals(use.target())
                && Annotation.find(m.annotations(), STATEMENTS).isPresent());
  }

  /** Whether a method's first word says that it changes something: {@code addLine} does, {@code addressOf} does not. */
  private static boolean writes(String method) {
    return WRITES.stream()
        .anyMatch(verb -> method.startsWith(verb)
            && (method.length() == verb.length()
                || !Character.isLowerCase(method.charAt(verb.length()))));
  }
}
