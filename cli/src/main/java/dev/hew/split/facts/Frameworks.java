package dev.hew.split.facts;

import dev.hew.code.Annotation;
import dev.hew.code.TypeDeclaration;
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
      Map.entry("QuarkusMain", ClassFact.Role.APPLICATION),
      Map.entry("MessageDriven", ClassFact.Role.BACKGROUND));

  private static final Map<String, ClassFact.Role> BY_SUPERTYPE = Map.ofEntries(
      Map.entry("SpringBootServletInitializer", ClassFact.Role.APPLICATION),
      Map.entry("AbstractAnnotationConfigDispatcherServletInitializer", ClassFact.Role.APPLICATION),
      Map.entry("WebApplicationInitializer", ClassFact.Role.APPLICATION),
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

  /** What a {@code main} uses that starts an application, and not a tool or a demonstration. */
  private static final Set<String> STARTERS = Set.of(
      "org.springframework.boot.SpringApplication",
      "org.springframework.boot.builder.SpringApplicationBuilder",
      "org.springframework.context.annotation.AnnotationConfigApplicationContext",
      "org.springframework.context.support.ClassPathXmlApplicationContext",
      "io.quarkus.runtime.Quarkus",
      "io.micronaut.runtime.Micronaut",
      "io.helidon.microprofile.server.Server",
      "io.helidon.webserver.WebServer",
      "io.vertx.core.Vertx",
      "org.eclipse.jetty.server.Server",
      "org.apache.catalina.startup.Tomcat",
      "io.undertow.Undertow",
      "spark.Spark",
      "io.javalin.Javalin",
      "javafx.application.Application");

  /** What runs its code for somebody else's sake, or once. */
  private static final Set<String> NO_DOORS = Set.of("cache", "startup");

  private final TypeIndex index;

  Frameworks(TypeIndex index) {
    this.index = index;
  }

  /**
   * What they make of a class.
   *
   * @param triggers what else than requests starts its code
   */
  Set<ClassFact.Role> roles(TypeIndex.Declared declared, List<ClassFact.Trigger> triggers) {
    EnumSet<ClassFact.Role> roles = EnumSet.noneOf(ClassFact.Role.class);
    for (Annotation annotation : declared.type.annotations()) {
      if (BY_ANNOTATION.containsKey(annotation.name())) {
        roles.add(BY_ANNOTATION.get(annotation.name()));
      }
    }
    bySupertype(declared, roles, new Members.Way());
    if (hasMain(declared) && usesStarter(declared)) {
      roles.add(ClassFact.Role.APPLICATION);
    }
    if (triggers.stream().anyMatch(t -> !NO_DOORS.contains(t.kind()))) {
      roles.add(ClassFact.Role.BACKGROUND);
    }
    String name = declared.type.simpleName().toLowerCase(Locale.ROOT);
    boolean keeps = name.endsWith("dao") || name.endsWith("repository") || name.endsWith("daoimpl");
    if (keeps && roles.stream().noneMatch(r -> r == ClassFact.Role.ENTITY)) {
      roles.add(ClassFact.Role.REPOSITORY);
    }
    return roles;
  }

  private static boolean hasMain(TypeIndex.Declared declared) {
    return declared.type.methods().stream()
        .anyMatch(m -> m.name().equals("main") && m.isStatic() && m.parameters().size() == 1);
  }

  private static boolean usesStarter(TypeIndex.Declared declared) {
    return declared.file.imports().stream().anyMatch(one -> STARTERS.contains(one.name()));
  }

  /**
   * Where no class starts an application by what a framework has for it, those with a {@code main} do; elsewhere these are
   * tools and demonstrations.
   */
  void applications(List<ClassFact> classes) {
    boolean known = classes.stream()
        .anyMatch(c -> !c.test() && c.roles().contains(ClassFact.Role.APPLICATION));
    if (!known) {
      classes.replaceAll(
          fact -> hasMain(index.named(fact.name())) ? starting(fact) : fact);
    }
  }

  private static ClassFact starting(ClassFact fact) {
    Set<ClassFact.Role> roles = EnumSet.of(ClassFact.Role.APPLICATION);
    roles.addAll(fact.roles());
    return fact.with(roles, fact.routes());
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

  /** A method's name with its number of parameters, as {@link dev.hew.code.Reference#member} has it. */
  static String member(TypeDeclaration.Method method) {
    return method.name() + "/" + method.parameters().size();
  }
}
