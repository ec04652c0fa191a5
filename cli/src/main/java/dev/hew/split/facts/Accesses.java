package dev.hew.split.facts;

import dev.hew.code.Annotation;
import dev.hew.code.TypeDeclaration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds who reads and writes which table: through mappings, repositories and queries in texts. */
final class Accesses {
  private static final Pattern CERTAIN =
      Pattern.compile("(?i)\\bwhere\\b|\\bvalues\\b|\\border by\\b|select \\*|=\\s*+[?:]");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern SET = Pattern.compile("(?i)\\bset\\b");

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
  private final Map<String, ClassFact> classes = new HashMap<>();
  private final Map<String, String> tableOfEntity = new HashMap<>();
  private final QueryPaths paths;
  private final Constants constants;
  private final Parts parts;
  private final Cascades cascades;

  Accesses(TypeIndex index, Tables tables, List<ClassFact> classes, Mappings mappings) {
    this.index = index;
    this.constants = new Constants(index);
    this.tables = tables;
    this.parts = Parts.of(classes);
    this.cascades = new Cascades(parts);
    for (ClassFact fact : classes) {
      this.classes.put(fact.name(), fact);
      fact.entity()
          .filter(e -> !e.table().isEmpty())
          .ifPresent(e -> tableOfEntity.merge(fact.simpleName(), e.table(), (a, b) -> a));
    }
    Map<String, ClassFact> represented = new TreeMap<>();
    for (ClassFact fact : classes) {
      entityBehind(fact, mappings).ifPresent(entity -> represented.put(fact.name(), entity));
    }
    represented.forEach((name, entity) -> entity
        .entity()
        .ifPresent(
            e -> tableOfEntity.putIfAbsent(name.substring(name.lastIndexOf('.') + 1), e.table())));
    this.paths = new QueryPaths(index, this.classes, represented);
  }

  private Optional<ClassFact> entityBehind(ClassFact fact, Mappings mappings) {
    TypeIndex.Declared type = index.named(fact.name());
    return fact.entity().isPresent() || type == null
        ? Optional.empty()
        : mappings
            .stored(type)
            .map(entity -> classes.get(entity.owner))
            .filter(entity -> entity.entity().filter(e -> !e.table().isEmpty()).isPresent());
  }

  void note(List<Use> uses, XmlFacts xml, Storing storing) {
    new MapperStatements(index, xml.statements())
        .forEach((statement, user, member) ->
            mapper(statement.sql(), user, member, statement.place(), "mapper"));
    new NamedQueries(index, xml.mapped())
        .forEach((named, user, member, place) -> query(named.text(), user, member, place, "sql"));
    classes.values().stream().sorted((a, b) -> a.name().compareTo(b.name())).forEach(this::mapped);
    new Generators(tables, constants)
        .note(index.all().stream()
            .filter(type ->
                classes.containsKey(type.owner) && !classes.get(type.owner).test())
            .toList());
    for (TypeIndex.Declared declared : index.all()) {
      ClassFact owner = classes.get(declared.owner);
      if (owner != null && !owner.test()) {
        declared.type.texts().forEach(text -> text(text, declared));
        declared.type.annotations().forEach(a -> annotated(a, "", declared));
        declared
            .type
            .methods()
            .forEach(
                m -> m.annotations().forEach(a -> annotated(a, Frameworks.member(m), declared)));
      }
    }
    uses.forEach(this::throughRepository);
    storing.forEach(this::stored);
  }

  /** Notes what a mapper's statement does; it is SQL whatever it begins with, and what it names are tables. */
  private void mapper(String sql, String from, String member, Place place, String how) {
    String by = BLANKS.matcher(sql.strip()).replaceAll(" ");
    for (SqlScript.Touch touch : SqlScript.read(sql, place.path(), place.line()).touches()) {
      Optional<String> known = tables.known(touch.table());
      if (known.isPresent() || touch.table().length() > MapperGaps.LONGEST_ALIAS) {
        tables.access(
            known.orElse(touch.table()),
            new TableFact.Access(from, member, touch.writes(), how, by, place));
      }
    }
  }

  private void text(TypeDeclaration.Text text, TypeIndex.Declared declared) {
    String value = text.named().isEmpty() ? text.value() : constants.value(text.named(), declared);
    if (SqlText.isStatement(value, text.call())) {
      Place place = new Place(declared.file.path(), text.line());
      query(value, declared.owner, text.member(), place, "sql", text.joined());
    }
  }

  private void stored(TypeIndex.Declared in, String member, Effect effect) {
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
      boolean own = along.through().isEmpty();
      tables.access(
          tables.known(along.table()).orElse(along.table()),
          new TableFact.Access(
              from,
              member,
              true,
              own ? how : TableFact.CASCADE,
              own ? by : along.through(),
              place));
    }
  }

  private void touch(
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

  private void mapped(ClassFact fact) {
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

  /** {@code @Query}, {@code @NamedQuery}, MyBatis's {@code @Select} and their kind. */
  private void annotated(Annotation annotation, String member, TypeIndex.Declared declared) {
    switch (annotation.name()) {
      case "Select", "Insert", "Update", "Delete" -> {
        String text = annotation.named("value").stream()
            .map(part -> constants.value(part, declared))
            .collect(Collectors.joining(" "));
        Place place = new Place(declared.file.path(), annotation.line());
        mapper(MapperFile.script(text), declared.owner, member, place, "sql");
      }
      case "Query",
          "NamedQuery",
          "NamedNativeQuery",
          "SQLInsert",
          "SQLDelete",
          "Formula",
          "Subselect",
          "NativeQuery" ->
        annotation
            .named("value", "query", "name")
            .forEach(text -> query(
                constants.value(text, declared),
                declared.owner,
                member,
                new Place(declared.file.path(), annotation.line()),
                "sql"));
      default -> {}
    }
    annotation.nested().forEach(inner -> annotated(inner, member, declared));
  }

  /** Notes what a text does to tables, when it is SQL or a query over entities. */
  void query(String text, String from, String member, Place place, String how) {
    query(text, from, member, place, how, false);
  }

  /**
   * @param more whether only that counts that no other text of the method does
   */
  private void query(
      String text, String from, String member, Place place, String how, boolean more) {
    if (!SqlText.isStatement(text)) {
      return;
    }
    boolean certain = certain(text);
    SqlScript script = SqlScript.read(text, place.path(), place.line());
    QueryPaths.Paths followed = paths.of(text);
    followed.associations().forEach(a -> joined(a, from, member, place, how));
    for (SqlScript.Touch touch : script.touches()) {
      if (followed.aliases().contains(touch.qualifier().toLowerCase(Locale.ROOT))) {
        continue;
      }
      String name = touch.table();
      String entity = tableOfEntity.get(name);
      String table = entity != null
          ? entity
          : tables
              .known(name)
              .orElse(certain && touch.qualifier().isEmpty() && !isJavaName(name) ? name : null);
      if (table != null && !(more && tables.touches(table, from, member, touch.writes()))) {
        tables.access(
            tables.known(table).orElse(table),
            new TableFact.Access(
                from,
                member,
                touch.writes(),
                how,
                BLANKS.matcher(text.strip()).replaceAll(" "),
                place));
      }
    }
  }

  private void joined(
      ClassFact.Association association, String from, String member, Place place, String how) {
    ClassFact to = classes.get(association.to());
    if (to != null) {
      to.entity().ifPresent(entity -> touch(entity, from, member, false, how, "", place));
    }
    if (!association.joinTable().isEmpty()) {
      tables.access(association.joinTable(), new TableFact.Access(from, member, false, how, place));
    }
  }

  /** Whether a text has more of SQL than its beginning, which prose may have too. */
  private static boolean certain(String text) {
    Matcher set = SET.matcher(text);
    return CERTAIN.matcher(text).find() || (set.find() && text.indexOf('=', set.end()) >= 0);
  }

  /** {@code OrderLine} in a query is an entity that is not here, hardly a table. */
  private static boolean isJavaName(String name) {
    return name.length() < 3 || name.matches("[A-Z][a-z]++(?:[A-Z][a-z0-9]*+)*+");
  }

  private void throughRepository(Use use) {
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
