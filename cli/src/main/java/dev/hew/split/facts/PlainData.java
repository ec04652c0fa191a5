package dev.hew.split.facts;

import dev.hew.code.Annotation;
import dev.hew.code.SourceFile;
import dev.hew.code.TypeDeclaration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds classes without behaviour: values, records of a row, forms, results. They hold data that others put in and take
 * out, nothing is injected into them, they touch nothing outside, and all that they hold and call is data as well. An
 * interface is data when it stands for an entity, or tells of values only and all that implement it are data.
 */
final class PlainData {
  /** What a method of such a class is named: it reads, sets, compares, prints or makes. */
  private static final Pattern READS = Pattern.compile("(get|is|has)([A-Z_0-9].*)?");

  private static final Pattern SETS =
      Pattern.compile("(set|with|add|put|remove)([A-Z_0-9].*)?|builder|build|toBuilder");
  private static final Set<String> OF_EVERY_OBJECT = Set.of(
      "<init>",
      "equals",
      "hashCode",
      "toString",
      "compareTo",
      "compare",
      "clone",
      "canEqual",
      "readResolve",
      "readObject",
      "writeObject");
  private static final Set<String> MAKES =
      Set.of("of", "from", "valueOf", "builder", "copyOf", "create");

  /** Roles by which a class does something. */
  private static final Set<ClassFact.Role> ACTING = Set.of(
      ClassFact.Role.ENTRY,
      ClassFact.Role.SERVICE,
      ClassFact.Role.REPOSITORY,
      ClassFact.Role.CONFIGURATION,
      ClassFact.Role.APPLICATION,
      ClassFact.Role.BACKGROUND);

  private static final String[] INJECTED = {
    "Autowired",
    "Inject",
    "Resource",
    "EJB",
    "PersistenceContext",
    "PersistenceUnit",
    "Value",
    "SpringBean"
  };

  /** What a class that touches files, the network, a database or threads imports. */
  private static final Pattern OUTSIDE = Pattern.compile(
      "java\\.(io|net|nio|sql|rmi)\\..*|java\\.util\\.concurrent\\..*|javax\\.(sql|naming|jms|mail)\\..*"
          + "|(javax|jakarta)\\.(persistence\\.(EntityManager|Query|TypedQuery)|jms|mail|ws\\.rs\\.client|servlet)\\b.*"
          + "|org\\.springframework\\.(jdbc|web\\.client|context|jms|kafka|data\\.(jpa|redis|mongodb))\\..*|org\\.hibernate\\.Session.*");

  /** Of the same packages, what is a value or a mark. */
  private static final Pattern INSIDE = Pattern.compile(
      "java\\.io\\.(Serializable|Serial|Externalizable|ObjectStreamField|InvalidObjectException)"
          + "|java\\.net\\.(URI|URL)|java\\.nio\\.charset\\..*|java\\.nio\\.file\\.Path"
          + "|java\\.sql\\.(Date|Time|Timestamp)|java\\.util\\.concurrent\\.TimeUnit"
          + "|org\\.springframework\\.data\\.(jpa|redis|mongodb)\\..*\\b(annotation|mapping|domain)\\..*");

  /** With fewer methods an interface that no class implements may be what lambdas are. */
  private static final int FEWEST_READ = 2;

  private final TypeIndex index;
  private final Mappings mappings;

  PlainData(TypeIndex index, Mappings mappings) {
    this.index = index;
    this.mappings = mappings;
  }

  /** The names of the classes of these that are plain data, enums among them. */
  Set<String> among(Collection<ClassFact> classes, List<Use> uses) {
    Map<String, ClassFact> byName =
        classes.stream().collect(Collectors.toMap(ClassFact::name, c -> c, (a, b) -> a));
    Map<String, List<TypeIndex.Declared>> types = new HashMap<>();
    for (TypeIndex.Declared type : index.all()) {
      types.computeIfAbsent(type.owner, o -> new ArrayList<>()).add(type);
    }
    Set<String> sure = new HashSet<>();
    Set<String> data = new HashSet<>();
    byName.forEach((name, fact) -> {
      if (fact.kind().equals("enum") || isOfAnEntity(fact)) {
        sure.add(name);
      } else if (isPlain(fact, types.get(name))) {
        data.add(name);
      }
    });
    without(byName, data, sure, uses);
    data.addAll(sure);
    return data;
  }

  /** Takes out, again and again, those that hold, extend, call or make what is no data, or are implemented by such. */
  private void without(
      Map<String, ClassFact> classes, Set<String> data, Set<String> sure, List<Use> uses) {
    Map<String, Set<String>> needs = new HashMap<>();
    Set<String> implemented = new HashSet<>();
    for (Use use : uses) {
      ClassFact from = classes.get(use.from());
      if (data.contains(use.from())
          && binds(use.kind())
          && !sure.contains(use.to())
          && !isStored(classes.get(use.to()))) {
        needs.computeIfAbsent(use.from(), c -> new HashSet<>()).add(use.to());
      }
      boolean below = use.kind() == Use.Kind.IMPLEMENTS || use.kind() == Use.Kind.EXTENDS;
      boolean anonymous = use.kind() == Use.Kind.NEW && !use.target().isEmpty();
      if ((below || anonymous) && isInterface(classes.get(use.to())) && !from.test()) {
        implemented.add(use.to());
        if (!sure.contains(use.from()) && !(below && isStored(from))) {
          needs.computeIfAbsent(use.to(), c -> new HashSet<>()).add(use.from());
        }
      }
    }
    data.removeIf(name -> isInterface(classes.get(name))
        && !implemented.contains(name)
        && !isProjection(index.named(name)));
    while (data.removeIf(name -> !data.containsAll(needs.getOrDefault(name, Set.of())))) {}
  }

  private static boolean isInterface(ClassFact fact) {
    return fact != null && fact.kind().equals("interface");
  }

  /** An interface that one entity is behind means that entity, and rows are data whatever they can. */
  private boolean isOfAnEntity(ClassFact fact) {
    return isInterface(fact) && mappings.stored(index.named(fact.name())).isPresent();
  }

  /** Getters only, which a library implements. */
  private static boolean isProjection(TypeIndex.Declared type) {
    return type.type.methods().size() >= FEWEST_READ
        && type.type.supertypes().isEmpty()
        && type.type.annotations().isEmpty()
        && type.type.methods().stream()
            .allMatch(m -> m.parameters().isEmpty() && READS.matcher(m.name()).matches());
  }

  private static boolean binds(Use.Kind kind) {
    return switch (kind) {
      case FIELD, EXTENDS, CALL, NEW, SUPER -> true;
      default -> false;
    };
  }

  /** Rows, their parts and their mapped bases are data whatever they can. */
  private static boolean isStored(ClassFact fact) {
    return fact != null
        && (fact.entity().isPresent() || fact.roles().contains(ClassFact.Role.EMBEDDED));
  }

  private boolean isPlain(ClassFact fact, List<TypeIndex.Declared> types) {
    boolean record = fact.kind().equals("record");
    boolean isInterface = isInterface(fact);
    boolean shaped = record || isInterface || fact.kind().equals("class");
    return shaped
        && fact.roles().stream().noneMatch(ACTING::contains)
        && fact.routes().isEmpty()
        && fact.transactions().isEmpty()
        && (record || types.get(0).file.imports().stream().noneMatch(PlainData::touches))
        && types.stream().allMatch(type -> holds(type.type) && (record || only(type.type)))
        && (record
            || isInterface
            || types.stream().anyMatch(type -> hasState(type.type))
            || index.superclasses(types.get(0)).stream().anyMatch(type -> hasState(type.type))
            || isEmpty(types.get(0)));
  }

  /** A base of others without a member of its own, or what is thrown: there is nothing to call. */
  private boolean isEmpty(TypeIndex.Declared type) {
    return type.type.methods().stream().allMatch(m -> m.name().equals(Members.CONSTRUCTOR))
        && index.supertypes(type).stream()
            .allMatch(above -> above.declared() != null
                || above.name().equals("Serializable")
                || above.name().endsWith("Exception")
                || above.name().endsWith("Error"));
  }

  private static boolean touches(SourceFile.Import one) {
    String name = one.onDemand() ? one.name() + ".*" : one.name();
    return OUTSIDE.matcher(name).matches() && !INSIDE.matcher(name).matches();
  }

  private static boolean hasState(TypeDeclaration type) {
    return type.fields().stream().anyMatch(field -> !field.isStatic());
  }

  /** Whether nothing is injected, and nobody asked the database by a text. */
  private static boolean holds(TypeDeclaration type) {
    return type.texts().isEmpty()
        && type.fields().stream()
            .allMatch(field -> Annotation.find(field.annotations(), INJECTED).isEmpty());
  }

  /** Whether it has no other methods than those of plain data. */
  private static boolean only(TypeDeclaration type) {
    Set<String> fields =
        type.fields().stream().map(TypeDeclaration.Field::name).collect(Collectors.toSet());
    return type.methods().stream()
        .allMatch(method -> isAccessor(method, fields) || makes(method, type.simpleName()));
  }

  /** A method that makes one of its own type, or some. */
  private static boolean makes(TypeDeclaration.Method method, String type) {
    return method.isStatic()
        && (MAKES.contains(method.name())
            || List.of(method.type().split("\\W+")).contains(type));
  }

  private static boolean isAccessor(TypeDeclaration.Method method, Set<String> fields) {
    String name = method.name();
    int parameters = method.parameters().size();
    return OF_EVERY_OBJECT.contains(name)
        || (READS.matcher(name).matches() && parameters <= 1)
        || (SETS.matcher(name).matches() && parameters <= 2)
        || (fields.contains(name) && parameters <= 1);
  }
}
