package dev.hew.split.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What starts code other than requests. */
class TriggersTest {
  private static List<String> of(String java) {
    return SampleFacts.of(java).classes().get(0).triggers().stream()
        .map(t -> t.kind() + " " + t.what() + " " + t.member() + " " + t.place().line())
        .toList();
  }

  @Test
  void messagesByBeansInterfacesAndAnnotations() {
    assertEquals(List.of("message java:app/queue/Orders onMessage/1 8"), of("""
            @MessageDriven(activationConfig = {
              @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
              @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = Orders.QUEUE)
            })
            public class Orders implements MessageListener {
              static final String QUEUE = "java:app/queue/Orders";
              public void onMessage(Message m) {}
            }"""));
    assertEquals(
        List.of("message Message onMessage/1 2"),
        of("public class Orders implements jakarta.jms.MessageListener {"
            + " public void onMessage(Message m) {} }"));
    assertEquals(
        List.of("message orders onMessage/1 2"),
        of("@MessageDriven(mappedName = \"orders\") public class Orders {"
            + " public void onMessage(Message m) {} }"));
    assertEquals(
        List.of("message orders take/1 2", "message a get/1 2", "message b get/1 2"),
        of("@KafkaListener(topics = \"orders\") public class Orders {"
            + " @KafkaHandler void take(Order o) {}"
            + " @JmsListeners({@JmsListener(destination = \"a\"), @JmsListener(destination = \"b\")})"
            + " void get(Order o) {} }"));
  }

  @Test
  void timersOfEnterpriseBeans() {
    assertEquals(
        List.of(
            "schedule minute */2, hour * often/0 4",
            "schedule hour 3 daily/0 5",
            "schedule hour 4 daily/0 5",
            "schedule timer ring/1 6"),
        of("""
            import jakarta.ejb.*;
            @Singleton public class Orders {
              @Schedule(minute = "*/2", hour = "*") void often() {}
              @Schedules({@Schedule(hour = "3"), @Schedule(hour = "4")}) void daily() {}
              @Timeout void ring(Timer timer) {}
              @org.eclipse.microprofile.faulttolerance.Timeout(5) void slow() {}
            }"""));
  }

  @Test
  void theStartOfTheApplicationIsNoDoor() {
    String java = "@Singleton @Startup public class Orders { @PostConstruct void fill() {} }";
    assertEquals(List.of("startup  fill/0 2"), of(java));
    assertEquals(
        Set.of(ClassFact.Role.SERVICE), SampleFacts.of(java).classes().get(0).roles());
  }

  @Test
  void whatLibrariesCallByInterfaceOrBase() {
    assertEquals(
        List.of("event Taken onApplicationEvent/1 3"),
        of("public class Orders implements ApplicationListener<Taken> {\n"
            + "public void onApplicationEvent(Taken t) {} }"));
    assertEquals(
        List.of("event Taken onApplicationEvent/1 2"),
        of("public class Orders extends Root { public void onApplicationEvent(Taken t) {} }"
            + " abstract class Root implements ApplicationListener<Taken> {}"));
    for (String runner : List.of("ApplicationRunner", "CommandLineRunner")) {
      String java = "@Component public class Orders implements " + runner
          + " { public void run(String[] a) {} void run() {} }";
      assertEquals(
          List.of("startup " + runner + " run/1 2", "startup " + runner + " run/0 2"), of(java));
      assertEquals(
          Set.of(ClassFact.Role.SERVICE), SampleFacts.of(java).classes().get(0).roles());
    }
    assertEquals(
        List.of("schedule QuartzJobBean executeInternal/1 2"),
        of("public class Orders extends QuartzJobBean {"
            + " protected void executeInternal(JobExecutionContext c) {} }"));
    assertEquals(
        List.of("schedule Job execute/1 2"),
        of("public class Orders implements org.quartz.Job {"
            + " public void execute(JobExecutionContext c) {} void execute() {} }"));
    assertEquals(
        List.of(), of("public class Orders implements Job { public void execute(String s) {} }"));
  }

  @Test
  void whatIsGivenToAScheduler() {
    assertEquals(
        List.of("schedule scheduleWithFixedDelay start/0 4", "schedule scheduleAtFixedRate start/0 5"),
        of("""
            public class Orders { ScheduledExecutorService pool;
              void start() {
                pool.scheduleWithFixedDelay(() -> scan(), 1, 1, SECONDS);
                pool.scheduleAtFixedRate(this::scan, 1, 1, SECONDS);
              }
              void scan() {} }"""));
  }

  @Test
  void aSocketsMethodsAreRequests() {
    assertEquals(
        List.of("WEBSOCKET /orders take/1 3", "*  2"),
        SampleFacts.of("""
                @ServerEndpoint("/orders") public class Orders {
                  @OnMessage public void take(String order) {} }""").classes().get(0).routes().stream()
            .map(r -> r.method() + " " + (r.member().isEmpty() ? "" : r.path() + " ") + r.member() + " "
                + r.place().line())
            .toList());
  }

  @Test
  void eventsByTheirParameter() {
    String java =
        "public class Orders { void on(@Observes Taken taken) {} void later(@ObservesAsync Taken t) {}"
            + " @EventListener void heard(Taken t) {} @EventListener(Taken.class) void also() {}"
            + " @EventListener(classes = {Taken.class, Gone.class}) void both() {} }";
    assertEquals(
        List.of(
            "event Taken on/1 2",
            "event Taken later/1 2",
            "event Taken heard/1 2",
            "event Taken also/0 2",
            "event Taken, Gone both/0 2"),
        of(java));
    assertTrue(SampleFacts.of(java).classes().get(0).roles().contains(ClassFact.Role.BACKGROUND));
  }
}
