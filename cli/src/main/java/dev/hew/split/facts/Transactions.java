package dev.hew.split.facts;

import dev.hew.code.Annotation;
import dev.hew.code.TypeDeclaration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which methods run in a transaction: by their own word, that of their class, and those that they take over from above. Spring
 * asks superclasses and interfaces, of methods and of types. CDI and EJB ask no interface; a class's word for all is
 * taken over by those below it in CDI only.
 */
final class Transactions {
  private static final String TRANSACTIONAL = "Transactional";
  private static final Set<String> WORDS =
      Set.of(TRANSACTIONAL, "TransactionAttribute", "UnitOfWork");

  /** What runs without a transaction, or in that of who calls. */
  private static final Set<String> NONE = Set.of("NEVER", "NOT_SUPPORTED", "SUPPORTS");

  private final TypeIndex index;
  private final SpringTransactions spring;

  /**
   * @param spring those that files declare
   */
  Transactions(TypeIndex index, SpringTransactions spring) {
    this.index = index;
    this.spring = spring;
  }

  /** Whether a class is an enterprise bean, whose public methods run in transactions without a word. */
  static boolean isBean(TypeIndex.Declared declared) {
    boolean bean = declared.type.annotations().stream()
        .anyMatch(a -> a.name().equals("Stateless")
            || a.name().equals("Stateful")
            || a.name().equals("MessageDriven")
            || (a.name().equals("Singleton") && Packages.has(Packages.EJB, a, declared.file)));
    boolean byItself = declared
        .type
        .annotation("TransactionManagement")
        .flatMap(a -> a.value("value"))
        .filter(value -> value.endsWith("BEAN"))
        .isPresent();
    return bean && !byItself;
  }

  List<ClassFact.Transaction> of(TypeIndex.Declared declared) {
    List<ClassFact.Transaction> found = new ArrayList<>();
    String path = declared.file.path();
    Optional<Annotation> own = word(declared.type.annotations());
    boolean bean = own.isEmpty() && isBean(declared);
    if (bean || own.filter(Transactions::begins).isPresent()) {
      int line = own.map(Annotation::line).orElse(declared.type.line());
      boolean readOnly = own.filter(Transactions::isReadOnly).isPresent();
      found.add(new ClassFact.Transaction("*", readOnly, new Place(path, line)));
    }
    List<TypeIndex.Declared> above = speaking(declared);
    methods(declared, above).forEach((member, method) -> {
      Optional<Annotation> word = word(method.type.annotations());
      Optional<Annotation> taken = word.isPresent() ? word : overridden(declared, member, above);
      if (taken.isPresent()) {
        int line = word.map(Annotation::line).orElse(method.type.line());
        note(member, taken.get(), method.in.file.path(), line, found);
      } else if (method.in == declared && method.type.isPublic()) {
        Optional<Annotation> all = own.isPresent() ? own : ofType(declared, member, above);
        // who only reads is not asked for more
        boolean writes = all.isPresent() ? begins(all.get()) && !isReadOnly(all.get()) : bean;
        if (writes) {
          found.add(new ClassFact.Transaction(member, false, new Place(path, method.type.line())));
        }
      }
    });
    spring.add(declared, found);
    return found;
  }

  /** A method and where it is written. */
  private record Written(TypeIndex.Declared in, TypeDeclaration.Method type) {}

  /** The types above a class that have a word for it or one of its methods, the nearest first; none above an interface. */
  private List<TypeIndex.Declared> speaking(TypeIndex.Declared declared) {
    return isInterface(declared)
        ? List.of()
        : index.above(declared).stream()
            .filter(type -> word(type.type.annotations()).isPresent()
                || own(type).anyMatch(m -> word(m.annotations()).isPresent()))
            .toList();
  }

  /** The methods of a class, and those that it inherits for an interface that has a word for them. */
  private Map<String, Written> methods(
      TypeIndex.Declared declared, List<TypeIndex.Declared> above) {
    Map<String, Written> methods = new LinkedHashMap<>();
    own(declared).forEach(m -> methods.putIfAbsent(Frameworks.member(m), new Written(declared, m)));
    List<TypeIndex.Declared> interfaces =
        above.stream().filter(Transactions::isInterface).toList();
    if (!interfaces.isEmpty()) {
      for (TypeIndex.Declared base : index.superclasses(declared)) {
        own(base)
            .filter(
                m -> m.isPublic() && !m.isAbstract() && word(m.annotations()).isEmpty())
            .filter(m -> overridden(declared, Frameworks.member(m), interfaces).isPresent())
            .forEach(m -> methods.putIfAbsent(Frameworks.member(m), new Written(base, m)));
      }
    }
    return methods;
  }

  private static Stream<TypeDeclaration.Method> own(TypeIndex.Declared declared) {
    return declared.type.methods().stream()
        .filter(m -> !m.isStatic() && !m.name().equals(Members.CONSTRUCTOR));
  }

  /** The word that a method takes over from those that it overrides. */
  private static Optional<Annotation> overridden(
      TypeIndex.Declared declared, String member, List<TypeIndex.Declared> above) {
    return above.stream()
        .flatMap(type -> own(type)
            .filter(m -> Frameworks.member(m).equals(member))
            .flatMap(m -> word(m.annotations()).stream())
            .filter(word -> takesOver(word, type, declared)))
        .findFirst();
  }

  /** The word that a class takes over for all its methods; from an interface for those that this declares. */
  private Optional<Annotation> ofType(
      TypeIndex.Declared declared, String member, List<TypeIndex.Declared> above) {
    return above.stream()
        .filter(type -> !isInterface(type) || declares(type, member))
        .flatMap(type -> word(type.type.annotations())
            .filter(word -> isInterface(type)
                ? takesOver(word, type, declared)
                : word.name().equals(TRANSACTIONAL))
            .stream())
        .findFirst();
  }

  private boolean declares(TypeIndex.Declared type, String member) {
    return Stream.concat(Stream.of(type), index.above(type).stream())
        .anyMatch(t -> own(t).anyMatch(m -> Frameworks.member(m).equals(member)));
  }

  /** Whether what stands at something above holds for the class below: in Spring, also of Jakarta's annotation. */
  private static boolean takesOver(
      Annotation word, TypeIndex.Declared above, TypeIndex.Declared below) {
    return word.name().equals(TRANSACTIONAL)
        && (!Packages.has(Packages.JTA, word, above.file)
            || below.file.imports().stream()
                .anyMatch(i -> i.name().startsWith("org.springframework.")));
  }

  private static boolean isInterface(TypeIndex.Declared type) {
    return type.type.kind() == TypeDeclaration.Kind.INTERFACE;
  }

  private static void note(
      String member, Annotation word, String path, int line, List<ClassFact.Transaction> found) {
    if (begins(word)) {
      found.add(new ClassFact.Transaction(member, isReadOnly(word), new Place(path, line)));
    }
  }

  private static Optional<Annotation> word(List<Annotation> annotations) {
    return annotations.stream().filter(a -> WORDS.contains(a.name())).findFirst();
  }

  private static boolean isReadOnly(Annotation word) {
    return word.value("readOnly").filter("true"::equals).isPresent();
  }

  /** Whether it begins a transaction where there is none. */
  private static boolean begins(Annotation word) {
    return word.all("propagation", "value").stream()
        .noneMatch(value -> NONE.contains(value.substring(value.lastIndexOf('.') + 1)));
  }
}
