package dev.hew.split.facts;

import dev.hew.code.Annotation;
import dev.hew.code.TypeDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What other than requests starts code: time, messages, events, the start of the application. */
final class Triggers {
  private static final Map<String, String> BY_ANNOTATION = Map.ofEntries(
      Map.entry("Scheduled", "schedule"),
      Map.entry("Schedule", "schedule"),
      Map.entry("XxlJob", "schedule"),
      Map.entry("EventListener", "event"),
      Map.entry("TransactionalEventListener", "event"),
      Map.entry("ApplicationModuleListener", "event"),
      Map.entry("JmsListener", "message"),
      Map.entry("KafkaListener", "message"),
      Map.entry("RabbitListener", "message"),
      Map.entry("SqsListener", "message"),
      Map.entry("PulsarListener", "message"),
      Map.entry("StreamListener", "message"),
      Map.entry("ServiceActivator", "message"),
      Map.entry("Incoming", "message"),
      Map.entry("Cacheable", "cache"),
      Map.entry("CacheEvict", "cache"),
      Map.entry("CachePut", "cache"));

  /** Annotations that hold several of the same. */
  private static final Set<String> HOLDERS =
      Set.of("Schedules", "JmsListeners", "KafkaListeners", "RabbitListeners");

  /** Methods that take what is sent to their class. */
  private static final Set<String> HANDLERS = Set.of("KafkaHandler", "RabbitHandler");

  private static final Set<String> LISTENERS =
      Set.of("MessageListener", "SessionAwareMessageListener", "ChannelAwareMessageListener");

  /** Interfaces and bases of libraries, what calls them, and the method that is called. */
  private static final List<Called> CALLED = List.of(
      new Called("ApplicationListener", "event", "onApplicationEvent", ""),
      new Called("SmartApplicationListener", "event", "onApplicationEvent", ""),
      new Called("GenericApplicationListener", "event", "onApplicationEvent", ""),
      new Called("ApplicationRunner", "startup", "run", ""),
      new Called("CommandLineRunner", "startup", "run", ""),
      new Called("ServletContextListener", "startup", "contextInitialized", ""),
      new Called("QuartzJobBean", "schedule", "executeInternal", ""),
      new Called("Job", "schedule", "execute", "JobExecutionContext"),
      new Called("InterruptableJob", "schedule", "execute", "JobExecutionContext"),
      new Called("StatefulJob", "schedule", "execute", "JobExecutionContext"),
      new Called("SimpleJob", "schedule", "execute", "ShardingContext"),
      new Called("TimerTask", "schedule", "run", ""));

  /**
   * @param parameter its only parameter; empty for any
   */
  private record Called(String above, String kind, String method, String parameter) {}

  /** Calls that run at their times what they are given. */
  private static final Set<String> SCHEDULES =
      Set.of("scheduleWithFixedDelay", "scheduleAtFixedRate");

  /** What says which, the first that is given. */
  private static final String[] WHICH = {
    "cron",
    "every",
    "fixedRate",
    "fixedDelay",
    "fixedRateString",
    "fixedDelayString",
    "topics",
    "topicPattern",
    "queues",
    "queueNames",
    "destination",
    "inputChannel",
    "cacheNames",
    "classes",
    "value"
  };

  private static final String[] TIMES = {
    "second", "minute", "hour", "dayOfWeek", "dayOfMonth", "month", "year"
  };

  private final TypeIndex index;
  private final Constants constants;

  Triggers(TypeIndex index, Constants constants) {
    this.index = index;
    this.constants = constants;
  }

  List<ClassFact.Trigger> of(TypeIndex.Declared declared) {
    List<ClassFact.Trigger> found = new ArrayList<>();
    messageDriven(declared, found);
    if (declared.type.kind() != TypeDeclaration.Kind.INTERFACE) {
      bySupertype(declared, found);
    }
    declared.type.handovers().stream()
        .filter(call -> SCHEDULES.contains(call.call()))
        .forEach(call -> found.add(new ClassFact.Trigger(
            "schedule", call.call(), call.member(), new Place(declared.file.path(), call.line()))));
    for (TypeDeclaration.Method method : declared.type.methods()) {
      all(method.annotations()).forEach(annotation -> {
        String kind = BY_ANNOTATION.get(annotation.name());
        if (kind != null) {
          add(kind, which(annotation, declared, method), method, annotation, declared, found);
        } else if (HANDLERS.contains(annotation.name())) {
          String which = all(declared.type.annotations())
              .filter(a -> "message".equals(BY_ANNOTATION.get(a.name())))
              .map(a -> which(a, declared, method))
              .collect(Collectors.joining(", "));
          add("message", which, method, annotation, declared, found);
        } else if (isTimer(annotation, declared)) {
          add("schedule", "timer", method, annotation, declared, found);
        } else if (annotation.name().equals("PostConstruct") && startsUp(declared)) {
          add("startup", "", method, annotation, declared, found);
        }
      });
      Annotation.find(method.observed(), "Observes", "ObservesAsync")
          .ifPresent(a -> add("event", method.parameters().get(0), method, a, declared, found));
    }
    return found;
  }

  private static void add(
      String kind,
      String which,
      TypeDeclaration.Method method,
      Annotation annotation,
      TypeIndex.Declared declared,
      List<ClassFact.Trigger> found) {
    found.add(new ClassFact.Trigger(
        kind,
        which,
        Frameworks.member(method),
        new Place(declared.file.path(), annotation.line())));
  }

  private static Stream<Annotation> all(List<Annotation> annotations) {
    return annotations.stream()
        .flatMap(a -> HOLDERS.contains(a.name()) ? a.nested().stream() : Stream.of(a));
  }

  /** What the interface or base of a library has called; what is inherited is told where it is written. */
  private void bySupertype(TypeIndex.Declared declared, List<ClassFact.Trigger> found) {
    List<TypeUse> outside = index.outside(declared);
    for (Called called : CALLED) {
      Optional<TypeUse> above =
          outside.stream().filter(one -> one.name().equals(called.above)).findFirst();
      if (above.isPresent()) {
        declared.type.methods().stream()
            .filter(m -> m.name().equals(called.method) && !m.isAbstract())
            .filter(
                m -> called.parameter.isEmpty() || m.parameters().equals(List.of(called.parameter)))
            .forEach(m -> found.add(new ClassFact.Trigger(
                called.kind,
                called.kind.equals("event")
                    ? above.get().arguments().stream()
                        .map(TypeUse::name)
                        .findFirst()
                        .orElse(String.join(", ", m.parameters()))
                    : above.get().name(),
                Frameworks.member(m),
                new Place(declared.file.path(), m.line()))));
      }
    }
  }

  /** A class that takes messages by the interface of a library. */
  private void messageDriven(TypeIndex.Declared declared, List<ClassFact.Trigger> found) {
    Optional<Annotation> bean = declared.type.annotation("MessageDriven");
    if (declared.type.kind() == TypeDeclaration.Kind.INTERFACE
        || (bean.isEmpty() && !isListener(declared))) {
      return;
    }
    String which = bean.map(a -> destination(a, declared)).orElse("");
    List<TypeDeclaration.Method> methods = declared.type.methods().stream()
        .filter(m -> m.name().equals("onMessage"))
        .toList();
    for (TypeDeclaration.Method method : methods) {
      found.add(new ClassFact.Trigger(
          "message",
          which.isEmpty() ? String.join(", ", method.parameters()) : which,
          Frameworks.member(method),
          new Place(declared.file.path(), method.line())));
    }
    if (methods.isEmpty() && bean.isPresent()) {
      found.add(new ClassFact.Trigger(
          "message", which, "", new Place(declared.file.path(), bean.get().line())));
    }
  }

  private boolean isListener(TypeIndex.Declared declared) {
    return index.outside(declared).stream().anyMatch(above -> LISTENERS.contains(above.name()));
  }

  /** The queue or topic of a message-driven bean. */
  private String destination(Annotation bean, TypeIndex.Declared declared) {
    Map<String, String> properties = new TreeMap<>();
    bean.nested()
        .forEach(property -> property
            .value("propertyName")
            .ifPresent(name -> property
                .named("propertyValue")
                .forEach(value -> properties.put(name, constants.value(value, declared)))));
    return Stream.of("destinationLookup", "destination")
        .flatMap(name -> Stream.ofNullable(properties.get(name)))
        .findFirst()
        .or(() -> bean.value("mappedName"))
        .orElse("");
  }

  private String which(
      Annotation annotation, TypeIndex.Declared declared, TypeDeclaration.Method method) {
    String which = annotation.named(WHICH).stream()
        .map(value -> constants.value(value, declared).replaceFirst("\\.class$", ""))
        .collect(Collectors.joining(", "));
    if (which.isEmpty() && annotation.name().equals("Schedule")) {
      which = Stream.of(TIMES)
          .flatMap(time -> annotation.value(time).map(v -> time + " " + v).stream())
          .collect(Collectors.joining(", "));
    }
    return which.isEmpty() && !method.parameters().isEmpty()
        ? method.parameters().get(0)
        : which;
  }

  /** A method that a timer of an enterprise bean runs, and not one that may take so long only. */
  private static boolean isTimer(Annotation annotation, TypeIndex.Declared declared) {
    return annotation.name().equals("Timeout")
        && Packages.has(Packages.EJB, annotation, declared.file);
  }

  private static boolean startsUp(TypeIndex.Declared declared) {
    return declared.type.annotation("Startup").isPresent();
  }
}
