package dev.hew.split.facts;

import dev.hew.code.Annotation;
import dev.hew.code.TypeDeclaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds who reads and writes which table: through mappings, repositories and queries in texts. */
final class Accesses {
  private static final Pattern CERTAIN =
      Pattern.compile("(?i)\\bwhere\\b|\\bvalues\\b|\\border by\\b|select \\*|=\\s*+[?:]");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern SET = Pattern.compile("(?i)\\bset\\b");

  private final List<Facts.Broken> unread = new ArrayList<>();
  private final TypeIndex index;
  private final Tables tables;
  private final Map<String, ClassFact> classes = new HashMap<>();
  private final Map<String, String> tableOfEntity = new HashMap<>();
  private final QueryPaths paths;
  private final Constants constants;
  private final Rows rows;

  Accesses(TypeIndex index, Tables tables, List<ClassFact> classes, Mappings mappings) {
    this.index = index;
    this.constants = new Constants(index);
    this.tables = tables;
    this.rows = new Rows(index, tables, this.classes, Parts.of(classes));
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
    classes.values().stream().sorted((a, b) -> a.name().compareTo(b.name())).forEach(rows::mapped);
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
    uses.forEach(rows::throughRepository);
    storing.forEach(rows::stored);
  }

  /** Notes what a mapper's statement does; it is SQL whatever it begins with, and what it names are tables. */
  private void mapper(String sql, String from, String member, Place place, String how) {
    sql(sql, from, member, place, how, name -> name.length() > MapperGaps.LONGEST_ALIAS);
  }

  /**
   * Notes what SQL does to tables.
   *
   * @param unknown whether a name that no table is known by is one all the same
   * @return whether there is any
   */
  private boolean sql(
      String sql, String from, String member, Place place, String how, Predicate<String> unknown) {
    String by = BLANKS.matcher(sql.strip()).replaceAll(" ");
    boolean found = false;
    for (SqlScript.Touch touch : SqlScript.read(sql, place.path(), place.line()).touches()) {
      Optional<String> table =
          tables.known(touch.table()).or(() -> Optional.of(touch.table()).filter(unknown));
      table.ifPresent(name ->
          tables.access(name, new TableFact.Access(from, member, touch.writes(), how, by, place)));
      found |= table.isPresent();
    }
    return found;
  }

  private void text(TypeDeclaration.Text text, TypeIndex.Declared declared) {
    String value = text.named().isEmpty() ? text.value() : constants.value(text.named(), declared);
    if (SqlText.isStatement(value, text.call())) {
      Place place = new Place(declared.file.path(), text.line());
      if (MessageText.is(value, text.call())) {
        message(value, declared.owner, text.member(), place);
        return;
      }
      query(value, declared.owner, text.member(), place, "sql", text.joined());
    }
  }

  /** A text of {@code MessageFormat}: what is put in beside names may be quotes, so only tables count that are known. */
  private void message(String text, String from, String member, Place place) {
    if (!sql(MessageText.plain(text), from, member, place, "sql", name -> false)) {
      unread.add(new Facts.Broken(place, "no table can be seen in a text of `MessageFormat`"));
    }
  }

  /** Statements whose tables are not seen. */
  List<Facts.Broken> unread() {
    return unread;
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
      to.entity().ifPresent(entity -> rows.touch(entity, from, member, false, how, "", place));
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
}
