package dev.hew.split.facts;

import dev.hew.code.Annotation;
import dev.hew.code.TypeDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What JPA, Hibernate and Spring Data annotations map, with Jakarta's or Java EE's names. */
final class Persistence {
  private static final String[] ASSOCIATIONS = {
    "OneToMany",
    "ManyToOne",
    "OneToOne",
    "ManyToMany",
    "ElementCollection",
    "Embedded",
    "EmbeddedId",
    "DBRef"
  };

  private final TypeIndex index;
  private final Constants constants;

  Persistence(TypeIndex index, Constants constants) {
    this.index = index;
    this.constants = constants;
  }

  /** What a class is to the database; empty when it is not mapped. */
  Optional<ClassFact.Entity> entity(TypeIndex.Declared declared) {
    TypeDeclaration type = declared.type;
    Optional<Annotation> mapped = type.annotation("Entity", "Document");
    Optional<Annotation> table = type.annotation("Table", "SecondaryTable", "Collection");
    boolean part = type.annotation("MappedSuperclass", "Embeddable").isPresent();
    if (mapped.isEmpty() && !part && table.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new ClassFact.Entity(
        part ? "" : tableName(declared, mapped, table), associations(declared), values(declared)));
  }

  /** The tables of collections of what is no class of the code base. */
  private List<String> values(TypeIndex.Declared declared) {
    return declared.type.fields().stream()
        .filter(f -> Annotation.find(f.annotations(), "ElementCollection").isPresent()
            && target(TypeUse.parse(f.type(), declared, index)) == null)
        .map(f -> joinTable(declared, f.annotations())
            .orElseGet(() -> impliedTable(declared.name, f.name(), "ElementCollection", true)))
        .toList();
  }

  private Optional<String> joinTable(TypeIndex.Declared declared, List<Annotation> all) {
    return Annotation.find(all, "JoinTable", "CollectionTable")
        .flatMap(t -> t.named("name").stream().findFirst())
        .map(name -> constants.value(name, declared));
  }

  /** The name given; else Spring's and Hibernate's habit of today: words joined by underscores. */
  private String tableName(
      TypeIndex.Declared declared, Optional<Annotation> mapped, Optional<Annotation> table) {
    return named(declared, mapped, table)
        .or(() -> sharedTable(declared))
        .orElseGet(() -> snake(declared.type.simpleName()));
  }

  private Optional<String> named(
      TypeIndex.Declared declared, Optional<Annotation> mapped, Optional<Annotation> table) {
    return table
        .flatMap(t -> t.named("name", "value").stream().findFirst())
        .or(() ->
            mapped.flatMap(m -> m.named("name", "collection", "value").stream().findFirst()))
        .map(name -> constants.value(name, declared))
        .map(name -> name.replace("\"", "").replace("`", ""));
  }

  /** The table of the entity at the top of those that this one extends, unless that one says that each has its own. */
  private Optional<String> sharedTable(TypeIndex.Declared declared) {
    TypeIndex.Declared top = null;
    for (TypeIndex.Declared above : index.superclasses(declared)) {
      if (above.type.annotation("Entity").isPresent()) {
        top = above;
      }
    }
    if (top == null
        || top.type.annotation("Inheritance").stream()
            .flatMap(i -> i.all("strategy", "value").stream())
            .anyMatch(strategy -> !strategy.endsWith("SINGLE_TABLE"))) {
      return Optional.empty();
    }
    String habit = snake(top.type.simpleName());
    return named(top, top.type.annotation("Entity"), top.type.annotation("Table"))
        .or(() -> Optional.of(habit));
  }

  static String snake(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }

  private List<ClassFact.Association> associations(TypeIndex.Declared declared) {
    List<ClassFact.Association> found = new ArrayList<>();
    for (TypeDeclaration.Field field : declared.type.fields()) {
      Annotation.find(field.annotations(), ASSOCIATIONS)
          .flatMap(a -> association(
              declared, field.name(), field.type(), field.line(), a, field.annotations()))
          .or(() -> embedded(declared, field))
          .ifPresent(found::add);
    }
    for (TypeDeclaration.Method method : declared.type.methods()) {
      if (method.parameters().isEmpty() && method.name().startsWith("get")) {
        String field = Beans.decapitalized(method.name(), 3);
        Annotation.find(method.annotations(), ASSOCIATIONS)
            .flatMap(a ->
                association(declared, field, method.type(), method.line(), a, method.annotations()))
            .ifPresent(found::add);
      }
    }
    return found;
  }

  /** A field of a class that can be embedded is, without a word of its own. */
  private Optional<ClassFact.Association> embedded(
      TypeIndex.Declared declared, TypeDeclaration.Field field) {
    boolean silent = !field.isStatic()
        && Annotation.find(field.annotations(), ASSOCIATIONS).isEmpty()
        && Annotation.find(field.annotations(), "Transient", "Convert", "Type").isEmpty();
    TypeIndex.Declared part =
        silent ? TypeUse.parse(field.type(), declared, index).declared() : null;
    return Optional.ofNullable(part)
        .filter(p -> p.type.annotation("Embeddable").isPresent())
        .map(p -> new ClassFact.Association(
            declared.owner,
            p.owner,
            field.name(),
            "Embedded",
            true,
            List.of(),
            true,
            "",
            "",
            List.of(),
            new Place(declared.file.path(), field.line())));
  }

  private Optional<ClassFact.Association> association(
      TypeIndex.Declared declared,
      String field,
      String type,
      int line,
      Annotation annotation,
      List<Annotation> all) {
    String text =
        annotation.value("targetEntity").map(t -> t.replaceAll("\\.class$", "")).orElse(type);
    TypeIndex.Declared target = target(TypeUse.parse(text, declared, index));
    if (target == null || annotation.name().equals("DBRef") && target == declared) {
      return Optional.empty();
    }
    String kind = annotation.name();
    boolean eager =
        annotation.value("fetch").map(f -> f.endsWith("EAGER")).orElse(kind.endsWith("ToOne"));
    String mappedBy = annotation.value("mappedBy").orElse("");
    boolean owner = mappedBy.isEmpty();
    List<String> cascade = annotation.all("cascade").stream()
        .map(c -> c.substring(c.lastIndexOf('.') + 1))
        .toList();
    boolean orphans = annotation.value("orphanRemoval").filter("true"::equals).isPresent();
    List<String> columns = columns(declared, all);
    boolean column = Annotation.find(all, "JoinColumn", "JoinColumns").isPresent();
    return Optional.of(new ClassFact.Association(
        declared.owner,
        target.owner,
        field,
        kind,
        owner,
        orphans ? plus(cascade, "ORPHANS") : cascade,
        eager,
        joinTable(declared, all)
            .orElseGet(() -> impliedTable(declared.name, field, kind, owner && !column)),
        mappedBy,
        columns,
        new Place(declared.file.path(), line)));
  }

  /** The key's columns, as far as they are named. */
  private List<String> columns(TypeIndex.Declared declared, List<Annotation> all) {
    return all.stream()
        .filter(a -> a.name().equals("JoinColumn") || a.name().equals("JoinColumns"))
        .flatMap(a -> a.name().equals("JoinColumn") ? Stream.of(a) : a.nested().stream())
        .flatMap(a -> a.named("name").stream())
        .map(name -> constants.value(name, declared))
        .toList();
  }

  /**
   * The table between two entities that nobody names, in the habit of Spring and Hibernate of today; empty when there is
   * none.
   *
   * @param keyless whether this side holds the association, and not by a column of the other's table
   */
  static String impliedTable(String type, String field, String kind, boolean keyless) {
    boolean many = kind.equals("OneToMany") || kind.equals("ManyToMany");
    return (many && keyless) || kind.equals("ElementCollection")
        ? snake(type.substring(type.lastIndexOf('.') + 1)) + "_" + snake(field)
        : "";
  }

  static List<String> plus(List<String> list, String more) {
    List<String> longer = new ArrayList<>(list);
    longer.add(more);
    return longer;
  }

  /** What a field or getter holds; {@code null} when it is none of the code base. */
  TypeIndex.Declared held(TypeIndex.Declared declared, String property) {
    Members.Found field = new Members(index)
        .field(new TypeUse(declared, declared.type.simpleName(), List.of()), property);
    if (field != null) {
      return target(field.result());
    }
    return declared.type.methods().stream()
        .filter(m -> m.parameters().isEmpty() && m.name().equalsIgnoreCase("get" + property))
        .findFirst()
        .map(m -> target(TypeUse.parse(m.type(), declared, index)))
        .orElse(null);
  }

  /** The class itself, or what a collection of it holds: a map's values. */
  private static TypeIndex.Declared target(TypeUse type) {
    if (type.declared() != null) {
      return type.declared();
    }
    for (int i = type.arguments().size() - 1; i >= 0; i--) {
      TypeIndex.Declared held = target(type.arguments().get(i));
      if (held != null) {
        return held;
      }
    }
    return null;
  }
}
