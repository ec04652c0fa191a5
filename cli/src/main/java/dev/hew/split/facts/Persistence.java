package dev.hew.split.facts;

import dev.hew.code.Annotation;
import dev.hew.code.TypeDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
        part ? "" : tableName(declared, mapped, table), associations(declared)));
  }

  /** The name given; else Spring's and Hibernate's habit of today: words joined by underscores. */
  private String tableName(
      TypeIndex.Declared declared, Optional<Annotation> mapped, Optional<Annotation> table) {
    return table
        .flatMap(t -> t.value("name").or(() -> t.value("value")))
        .or(() -> mapped.flatMap(m ->
            m.value("name").or(() -> m.value("collection").or(() -> m.value("value")))))
        .map(name -> constants.value(name, declared))
        .map(name -> name.replace("\"", "").replace("`", ""))
        .orElseGet(() -> snake(declared.type.simpleName()));
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
          .ifPresent(found::add);
    }
    for (TypeDeclaration.Method method : declared.type.methods()) {
      if (method.parameters().isEmpty() && method.name().startsWith("get")) {
        String property = method.name().substring(3);
        String field = property.isEmpty()
            ? property
            : property.substring(0, 1).toLowerCase(Locale.ROOT) + property.substring(1);
        Annotation.find(method.annotations(), ASSOCIATIONS)
            .flatMap(a ->
                association(declared, field, method.type(), method.line(), a, method.annotations()))
            .ifPresent(found::add);
      }
    }
    return found;
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
    boolean many = kind.equals("OneToMany") || kind.equals("ManyToMany");
    boolean eager =
        annotation.value("fetch").map(f -> f.endsWith("EAGER")).orElse(kind.endsWith("ToOne"));
    boolean owner = annotation.value("mappedBy").isEmpty();
    List<String> cascade = annotation.all("cascade").stream()
        .map(c -> c.substring(c.lastIndexOf('.') + 1))
        .toList();
    boolean orphans = annotation.value("orphanRemoval").filter("true"::equals).isPresent();
    boolean column = Annotation.find(all, "JoinColumn", "JoinColumns").isPresent();
    String joinTable = Annotation.find(all, "JoinTable", "CollectionTable")
        .flatMap(t -> t.value("name"))
        .map(name -> constants.value(name, declared))
        .orElse("");
    boolean implied = many && owner && !column && joinTable.isEmpty();
    return Optional.of(new ClassFact.Association(
        declared.owner,
        target.owner,
        field,
        kind,
        owner,
        orphans ? plus(cascade, "ORPHANS") : cascade,
        eager,
        implied ? snake(declared.type.simpleName()) + "_" + snake(field) : joinTable,
        new Place(declared.file.path(), line)));
  }

  private static List<String> plus(List<String> list, String more) {
    List<String> longer = new ArrayList<>(list);
    longer.add(more);
    return longer;
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

  /** The entity whose rows a repository keeps, by its type arguments; {@code null} when they name none. */
  TypeIndex.Declared kept(TypeIndex.Declared declared) {
    Members members = new Members(index);
    TypeUse self = new TypeUse(declared, declared.type.simpleName(), List.of());
    for (TypeUse held : members.held(self)) {
      if (held.declared() != null && entity(held.declared()).isPresent()) {
        return held.declared();
      }
    }
    for (TypeUse above : index.supertypes(declared)) {
      for (TypeUse argument : above.arguments()) {
        if (argument.declared() != null && entity(argument.declared()).isPresent()) {
          return argument.declared();
        }
      }
    }
    return null;
  }
}
