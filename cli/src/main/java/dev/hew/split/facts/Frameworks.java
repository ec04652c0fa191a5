package dev.hew.split.facts;

import dev.hew.code.Annotation;
import dev.hew.code.TypeDeclaration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What frameworks make of a class: Spring, Jakarta and Java EE, MyBatis, Hibernate, Struts and others of their kind, by
 * the simple names of annotations and supertypes.
 */
final class Frameworks {
  private static final Map<String, ClassFact.Role> BY_ANNOTATION = Map.ofEntries(
      Map.entry("Controller", ClassFact.Role.ENTRY),
      Map.entry("RestController", ClassFact.Role.ENTRY),
      Map.entry("Path", ClassFact.Role.ENTRY),
      Map.entry("WebServlet", ClassFact.Role.ENTRY),
      Map.entry("WebService", ClassFact.Role.ENTRY),
      Map.entry("ServerEndpoint", ClassFact.Role.ENTRY),
      Map.entry("ManagedBean", ClassFact.Role.ENTRY),
      Map.entry("UrlBinding", ClassFact.Role.ENTRY),
      Map.entry("Service", ClassFact.Role.SERVICE),
      Map.entry("Component", ClassFact.Role.SERVICE),
      Map.entry("Stateless", ClassFact.Role.SERVICE),
      Map.entry("Stateful", ClassFact.Role.SERVICE),
      Map.entry("Singleton", ClassFact.Role.SERVICE),
      Map.entry("Named", ClassFact.Role.SERVICE),
      Map.entry("ApplicationScoped", ClassFact.Role.SERVICE),
      Map.entry("Repository", ClassFact.Role.REPOSITORY),
      Map.entry("Mapper", ClassFact.Role.REPOSITORY),
      Map.entry("RepositoryRestResource", ClassFact.Role.REPOSITORY),
      Map.entry("Entity", ClassFact.Role.ENTITY),
      Map.entry("Document", ClassFact.Role.ENTITY),
      Map.entry("Embeddable", ClassFact.Role.EMBEDDED),
      Map.entry("MappedSuperclass", ClassFact.Role.EMBEDDED),
      Map.entry("Configuration", ClassFact.Role.CONFIGURATION),
      Map.entry("AutoConfiguration", ClassFact.Role.CONFIGURATION),
      Map.entry("ConfigurationProperties", ClassFact.Role.CONFIGURATION),
      Map.entry("SpringBootApplication", ClassFact.Role.APPLICATION),
      Map.entry("MessageDriven", ClassFact.Role.BACKGROUND));

  private static final Map<String, ClassFact.Role> BY_SUPERTYPE = Map.ofEntries(
      Map.entry("HttpServlet", ClassFact.Role.ENTRY),
      Map.entry("Action", ClassFact.Role.ENTRY),
      Map.entry("DispatchAction", ClassFact.Role.ENTRY),
      Map.entry("ActionSupport", ClassFact.Role.ENTRY),
      Map.entry("ActionBean", ClassFact.Role.ENTRY),
      Map.entry("Controller", ClassFact.Role.ENTRY),
      Map.entry("AbstractController", ClassFact.Role.ENTRY),
      Map.entry("SimpleFormController", ClassFact.Role.ENTRY),
      Map.entry("AbstractWizardFormController", ClassFact.Role.ENTRY),
      Map.entry("MultiActionController", ClassFact.Role.ENTRY),
      Map.entry("HandlerInterceptor", ClassFact.Role.ENTRY),
      Map.entry("HibernateDaoSupport", ClassFact.Role.REPOSITORY),
      Map.entry("JdbcDaoSupport", ClassFact.Role.REPOSITORY),
      Map.entry("SqlMapClientDaoSupport", ClassFact.Role.REPOSITORY),
      Map.entry("SqlSessionDaoSupport", ClassFact.Role.REPOSITORY),
      Map.entry("Repository", ClassFact.Role.REPOSITORY),
      Map.entry("CrudRepository", ClassFact.Role.REPOSITORY),
      Map.entry("ListCrudRepository", ClassFact.Role.REPOSITORY),
      Map.entry("PagingAndSortingRepository", ClassFact.Role.REPOSITORY),
      Map.entry("JpaRepository", ClassFact.Role.REPOSITORY),
      Map.entry("MongoRepository", ClassFact.Role.REPOSITORY),
      Map.entry("ReactiveCrudRepository", ClassFact.Role.REPOSITORY),
      Map.entry("PanacheRepository", ClassFact.Role.REPOSITORY),
      Map.entry("BaseMapper", ClassFact.Role.REPOSITORY));

  private static final Map<String, String> TRIGGERS = Map.ofEntries(
      Map.entry("Scheduled", "schedule"),
      Map.entry("Schedule", "schedule"),
      Map.entry("EventListener", "event"),
      Map.entry("TransactionalEventListener", "event"),
      Map.entry("ApplicationModuleListener", "event"),
      Map.entry("Observes", "event"),
      Map.entry("JmsListener", "message"),
      Map.entry("KafkaListener", "message"),
      Map.entry("RabbitListener", "message"),
      Map.entry("StreamListener", "message"),
      Map.entry("Incoming", "message"),
      Map.entry("Cacheable", "cache"),
      Map.entry("CacheEvict", "cache"),
      Map.entry("CachePut", "cache"));

  private static final Set<String> TRANSACTIONS =
      Set.of("Transactional", "TransactionAttribute", "UnitOfWork");

  private final TypeIndex index;
  private final Constants constants;

  Frameworks(TypeIndex index, Constants constants) {
    this.index = index;
    this.constants = constants;
  }

  Set<ClassFact.Role> roles(TypeIndex.Declared declared) {
    EnumSet<ClassFact.Role> roles = EnumSet.noneOf(ClassFact.Role.class);
    for (Annotation annotation : declared.type.annotations()) {
      if (BY_ANNOTATION.containsKey(annotation.name())) {
        roles.add(BY_ANNOTATION.get(annotation.name()));
      }
    }
    bySupertype(declared, roles, new Members.Way());
    boolean starts = declared.type.methods().stream()
        .anyMatch(m -> m.name().equals("main") && m.isStatic() && m.parameters().size() == 1);
    if (starts) {
      roles.add(ClassFact.Role.APPLICATION);
    }
    if (triggers(declared).stream().anyMatch(t -> !t.kind().equals("cache"))) {
      roles.add(ClassFact.Role.BACKGROUND);
    }
    String name = declared.type.simpleName().toLowerCase(Locale.ROOT);
    boolean keeps = name.endsWith("dao") || name.endsWith("repository") || name.endsWith("daoimpl");
    if (keeps && roles.stream().noneMatch(r -> r == ClassFact.Role.ENTITY)) {
      roles.add(ClassFact.Role.REPOSITORY);
    }
    return roles;
  }

  private void bySupertype(
      TypeIndex.Declared declared, Set<ClassFact.Role> roles, Members.Way way) {
    for (TypeUse above : index.supertypes(declared)) {
      if (above.declared() != null) {
        if (way.leadsTo(above.declared())) {
          bySupertype(above.declared(), roles, way);
        }
      } else if (BY_SUPERTYPE.containsKey(above.name())) {
        roles.add(BY_SUPERTYPE.get(above.name()));
      }
    }
  }

  List<ClassFact.Transaction> transactions(TypeIndex.Declared declared) {
    List<ClassFact.Transaction> found = new ArrayList<>();
    for (Annotation annotation : declared.type.annotations()) {
      boolean bean = annotation.name().equals("Stateless") || annotation.name().equals("Stateful");
      if (TRANSACTIONS.contains(annotation.name()) || bean) {
        ClassFact.Transaction all = transaction("*", annotation, declared);
        found.add(all);
        if (!all.readOnly()) {
          found.addAll(ofEach(declared));
        }
      }
    }
    for (TypeDeclaration.Method method : declared.type.methods()) {
      for (Annotation annotation : method.annotations()) {
        if (TRANSACTIONS.contains(annotation.name())) {
          found.add(transaction(member(method), annotation, declared));
        }
      }
    }
    return found;
  }

  /** What stands at a class holds for each public method that has no word of its own; who only reads is not asked for more. */
  private static List<ClassFact.Transaction> ofEach(TypeIndex.Declared declared) {
    return declared.type.methods().stream()
        .filter(m -> m.isPublic() && !m.isStatic() && !m.name().equals(Members.CONSTRUCTOR))
        .filter(m -> m.annotations().stream().noneMatch(a -> TRANSACTIONS.contains(a.name())))
        .map(m ->
            new ClassFact.Transaction(member(m), false, new Place(declared.file.path(), m.line())))
        .toList();
  }

  private static ClassFact.Transaction transaction(
      String member, Annotation annotation, TypeIndex.Declared declared) {
    boolean readOnly = annotation.value("readOnly").filter("true"::equals).isPresent();
    return new ClassFact.Transaction(
        member, readOnly, new Place(declared.file.path(), annotation.line()));
  }

  List<ClassFact.Trigger> triggers(TypeIndex.Declared declared) {
    List<ClassFact.Trigger> found = new ArrayList<>();
    for (TypeDeclaration.Method method : declared.type.methods()) {
      for (Annotation annotation : method.annotations()) {
        String kind = TRIGGERS.get(annotation.name());
        if (kind != null) {
          String what = String.join(
              ", ",
              annotation
                  .named(
                      "cron",
                      "fixedRate",
                      "fixedDelay",
                      "topics",
                      "queues",
                      "destination",
                      "cacheNames",
                      "value")
                  .stream()
                  .map(v -> constants.value(v, declared))
                  .toList());
          found.add(new ClassFact.Trigger(
              kind,
              what.isEmpty() && !method.parameters().isEmpty()
                  ? method.parameters().get(0)
                  : what,
              member(method),
              new Place(declared.file.path(), annotation.line())));
        }
      }
    }
    return found;
  }

  /** A method's name with its number of parameters, as {@link dev.hew.code.Reference#member} has it. */
  static String member(TypeDeclaration.Method method) {
    return method.name() + "/" + method.parameters().size();
  }
}
