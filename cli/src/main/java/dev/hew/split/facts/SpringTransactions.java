package dev.hew.split.facts;

import dev.hew.code.Annotation;
import dev.hew.code.TypeDeclaration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Transactions that Spring's XML declares for methods of beans: {@code tx:advice} by way of {@code aop:advisor}. */
final class SpringTransactions {
  private static final String DECLARED = "transactions are declared here, not read: ";

  private static final String[] STEREOTYPES = {
    "Service", "Component", "Repository", "Controller", "RestController", "Named", "Configuration"
  };

  /** What declares transactions in ways that are not read, as a bean of XML or of Java. */
  private static final Set<String> UNREAD = Set.of(
      "TransactionInterceptor",
      "TransactionProxyFactoryBean",
      "NameMatchTransactionAttributeSource",
      "MethodMapTransactionAttributeSource");

  private final TypeIndex index;
  private final List<Applied> applied = new ArrayList<>();
  private final List<Facts.Broken> unread = new ArrayList<>();
  private final Map<String, Set<String>> names = new HashMap<>();
  private final Set<String> made = new HashSet<>();

  /** An advice for methods. */
  private record Applied(Pointcut.Test methods, List<SpringFile.Rule> rules) {}

  SpringTransactions(TypeIndex index, List<SpringFile> files) {
    this.index = index;
    for (SpringFile file : files) {
      file.advisors().forEach(advisor -> apply(advisor, file, files));
      file.advices().forEach(advice -> checkUsed(advice, files));
      for (SpringFile.Bean bean : file.beans()) {
        names.computeIfAbsent(bean.type(), t -> new HashSet<>()).add(bean.id());
        note(last(bean.type()), bean.place());
      }
    }
    for (TypeIndex.Declared declared : index.all()) {
      if (!TestCode.isTest(declared.file)) {
        declared.type.methods().stream()
            .filter(m -> Annotation.find(m.annotations(), "Bean").isPresent())
            .forEach(m -> beanOf(m, declared));
      }
    }
  }

  private void beanOf(TypeDeclaration.Method method, TypeIndex.Declared inside) {
    note(last(TypeUse.base(method.type())), new Place(inside.file.path(), method.line()));
    TypeIndex.Declared type = index.meaning(TypeUse.base(method.type()), inside);
    if (type != null) {
      made.add(type.name);
    }
  }

  private void note(String type, Place place) {
    if (UNREAD.contains(type)) {
      unread.add(new Facts.Broken(place, DECLARED + "a `" + type + "`"));
    }
  }

  private void apply(SpringFile.Advisor advisor, SpringFile file, List<SpringFile> files) {
    Optional<SpringFile.Advice> advice = nearest(
        file, files, f -> f.advices().stream().filter(a -> a.id().equals(advisor.advice())));
    if (advice.isEmpty() || advice.get().rules().isEmpty()) {
      return; // of something else than transactions, or of those that annotations describe
    }
    String expression = advisor.pointcut().isEmpty()
        ? advisor.expression()
        : nearest(
                file,
                files,
                f -> f.pointcuts().stream().filter(p -> p.id().equals(advisor.pointcut())))
            .map(SpringFile.Named::expression)
            .orElse("");
    Optional<Pointcut.Test> methods = Pointcut.of(expression);
    if (methods.isPresent()) {
      applied.add(new Applied(methods.get(), advice.get().rules()));
    } else {
      String what = expression.isEmpty() ? advisor.pointcut() : expression;
      unread.add(new Facts.Broken(
          advisor.place(), DECLARED + "the pointcut `" + what.replaceAll("\\s+", " ") + "`"));
    }
  }

  /** An advice without an advisor may be used in other ways. */
  private void checkUsed(SpringFile.Advice advice, List<SpringFile> files) {
    boolean used = files.stream()
        .flatMap(f -> f.advisors().stream())
        .anyMatch(advisor -> advisor.advice().equals(advice.id()));
    if (!used && !advice.rules().isEmpty()) {
      unread.add(new Facts.Broken(
          advice.place(), DECLARED + "no `aop:advisor` names the advice `" + advice.id() + "`"));
    }
  }

  /** What has a name in a file itself, else in another. */
  private static <T> Optional<T> nearest(
      SpringFile file, List<SpringFile> files, Function<SpringFile, Stream<T>> named) {
    return Stream.concat(Stream.of(file), files.stream()).flatMap(named).findFirst();
  }

  /** What is declared in ways that are not read. */
  List<Facts.Broken> unread() {
    return unread;
  }

  /** Adds what holds for the public methods of a bean, inherited ones included. */
  void add(TypeIndex.Declared declared, List<ClassFact.Transaction> found) {
    if (applied.isEmpty()
        || declared.type.kind() != TypeDeclaration.Kind.CLASS
        || declared.type.isAbstract()) {
      return;
    }
    Set<TypeIndex.Declared> above = index.above(declared);
    Set<String> beans = beanNames(declared, above);
    if (beans.isEmpty() || TestCode.isTest(declared.file)) {
      return;
    }
    Set<String> outside =
        index.outside(declared).stream().map(TypeUse::name).collect(Collectors.toSet());
    Set<String> known =
        found.stream().map(ClassFact.Transaction::member).collect(Collectors.toSet());
    methods(declared).forEach((method, in) -> {
      String member = Frameworks.member(method);
      Pointcut.Candidate candidate =
          new Pointcut.Candidate(declared, method, above, outside, beans);
      if (!known.contains(member)) {
        rule(candidate)
            .filter(SpringFile.Rule::begins)
            .ifPresent(rule -> found.add(new ClassFact.Transaction(
                member, rule.readOnly(), new Place(in.file.path(), method.line()))));
      }
    });
  }

  private Map<TypeDeclaration.Method, TypeIndex.Declared> methods(TypeIndex.Declared declared) {
    Map<TypeDeclaration.Method, TypeIndex.Declared> methods = new LinkedHashMap<>();
    Set<String> seen = new HashSet<>();
    Stream.concat(Stream.of(declared), index.superclasses(declared).stream())
        .forEach(type -> type.type.methods().stream()
            .filter(m -> m.isPublic() && !m.isStatic() && !m.isAbstract())
            .filter(m -> !m.name().equals(Members.CONSTRUCTOR) && seen.add(Frameworks.member(m)))
            .forEach(m -> methods.put(m, type)));
    return methods;
  }

  /** The rule for a method by the first advisor that means it: of its own name, else of the longest pattern. */
  private Optional<SpringFile.Rule> rule(Pointcut.Candidate candidate) {
    String name = candidate.method().name();
    return applied.stream()
        .filter(one -> one.methods.means(candidate))
        .flatMap(one -> one.rules.stream()
            .filter(rule -> NamePattern.matches(rule.name(), name))
            .max(Comparator.comparing((SpringFile.Rule rule) -> rule.name().equals(name))
                .thenComparing(rule -> rule.name().length()))
            .stream())
        .findFirst();
  }

  /** Under which names Spring knows a class; none when nothing makes a bean of it. */
  private Set<String> beanNames(TypeIndex.Declared declared, Set<TypeIndex.Declared> above) {
    Set<String> found = new LinkedHashSet<>(names.getOrDefault(declared.name, Set.of()));
    String own = Beans.decapitalized(declared.type.simpleName(), 0);
    declared
        .type
        .annotation(STEREOTYPES)
        .ifPresent(a -> found.add(a.value("value").filter(v -> !v.isEmpty()).orElse(own)));
    boolean isMade =
        made.contains(declared.name) || above.stream().anyMatch(type -> made.contains(type.name));
    if (isMade && found.isEmpty()) {
      found.add(own);
    }
    return found;
  }

  private static String last(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
