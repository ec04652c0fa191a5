package dev.hew.split.cut;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hew.split.facts.Facts;
import dev.hew.split.facts.SampleFacts;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Which methods a call may run: those of the class itself, of those above, and of those below it. */
class CallGraphTest {
  private static final String LOGS =
      "public class Logs { void a() {} void b() {} void c() {} void d() {} }";

  private static Facts plus(String[] some, String... more) {
    String[] all = Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, all, some.length, more.length);
    return SampleFacts.of(all);
  }

  /** The methods that the calls of {@code Desk.go} reach, by what they call of {@code Logs}. */
  private static List<String> reached(Facts facts) {
    TreeSet<String> reached = new TreeSet<>();
    new CallWalk(new CallGraph(facts)).from("shop.Desk", "go/0", call -> {
      if (call.use().to().equals("shop.Logs")) {
        reached.add(call.use().from().replace("shop.", "") + " " + call.use().target());
      }
      return true;
    });
    return List.copyOf(reached);
  }

  private static final String[] SERVICES = {
    LOGS,
    "public interface Svc { void save(); }",
    "public abstract class AbstractSvc implements Svc { int n; }",
    "public class SvcImpl extends AbstractSvc { Logs logs; public void save() { logs.a(); } }",
    "public class Desk { Svc svc; void go() { svc.save(); } }"
  };

  @Test
  void aCallOfAnInterfaceRunsWhatImplementsItHoweverFarBelow() {
    assertEquals(List.of("SvcImpl a"), reached(SampleFacts.of(SERVICES)));
  }

  @Test
  void onlyThoseThatHaveTheMethodAreCounted() {
    String[] idle = {
      "public class One extends AbstractSvc {}",
      "public class Two extends AbstractSvc {}",
      "public class Three extends AbstractSvc {}",
      "public class Four extends AbstractSvc {}"
    };
    assertEquals(List.of("SvcImpl a"), reached(plus(SERVICES, idle)));
    String[] busy = new String[3];
    Arrays.setAll(
        busy, i -> idle[i].replace("{}", "{ Logs logs; public void save() { logs.b(); } }"));
    assertEquals(List.of("One b", "SvcImpl a", "Two b"), reached(plus(SERVICES, busy[0], busy[1])));
    assertEquals(List.of(), reached(plus(SERVICES, busy)));
  }

  @Test
  void aBaseCountsWhenOneBelowRunsItsText() {
    String desk =
        "public class Desk { Logs logs; void go() { hook(); } void hook() { logs.a(); } }";
    String[] heirs = new String[3];
    Arrays.setAll(
        heirs,
        i -> "public class Heir" + i + " extends Desk { Logs logs; void hook() { logs.b(); } }");
    assertEquals(
        List.of("Desk a", "Heir0 b", "Heir1 b", "Heir2 b"), reached(plus(heirs, LOGS, desk)));
    assertEquals(
        List.of("Desk a"), reached(plus(heirs, LOGS, desk, "public class Heir extends Desk {}")));
  }

  @Test
  void whatAnHeirInheritsFromAsideIsBehindTheInterface() {
    assertEquals(
        List.of("Base a"),
        reached(SampleFacts.of(
            LOGS,
            "public interface Svc { void save(); }",
            "public class Base { Logs logs; public void save() { logs.a(); } }",
            "public class Between extends Base {}",
            "public class SvcImpl extends Between implements Svc {}",
            "public class Desk { Svc svc; void go() { svc.save(); } }")));
  }

  @Test
  void theNearestAboveCountsFromWhereAWalkBegins() {
    assertEquals(
        List.of("Middle b"),
        reached(SampleFacts.of(
            LOGS,
            "public class Top { Logs logs; void go() { logs.a(); } }",
            "public class Middle extends Top { Logs logs; void go() { logs.b(); } }",
            "public class Low extends Middle {}",
            "public class Desk extends Low {}")));
  }

  @Test
  void whatIsMadeIsItself() {
    assertEquals(
        List.of("Base a"),
        reached(SampleFacts.of(
            LOGS,
            "public class Base { Base(Logs logs) { logs.a(); } }",
            "public class Sub extends Base { Sub(Logs logs) { super(logs); logs.b(); } }",
            "public class Desk { Logs logs; void go() { new Base(logs); } }")));
  }

  @Test
  void aTransactionWritesWhatIsFarBelow() {
    Facts facts = SampleFacts.of(
        "@Entity public class Order {}",
        "@Entity public class Audit {}",
        "public interface Svc { void save(Order o); }",
        "public abstract class AbstractSvc implements Svc { int n; }",
        "public class SvcImpl extends AbstractSvc { EntityManager em;"
            + " public void save(Order o) { em.persist(o); em.persist(new Audit()); } }",
        "public class Desk { Svc svc; void go(Order o) { svc.save(o); } }");
    assertEquals(
        "[audit, order]",
        new CallWalk(new CallGraph(facts)).written("shop.Desk", "go/1").tables().toString());
  }

  @Test
  void ofOneThatInheritsItForItsEntityTheTextTellsWhichAndOfTwoNot() {
    String[] generic = {
      "@Entity public class Order {}",
      "@Entity public class Customer {}",
      "public interface Dao<E> { void save(E e); }",
      "public abstract class BaseDao<E> implements Dao<E> { EntityManager em;"
          + " public void save(E e) { em.persist(e); } }",
      "public class Desk<E> { Dao<E> dao; void go(E e) { dao.save(e); } }"
    };
    String orders = "public class OrderDao extends BaseDao<Order> {}";
    assertEquals(
        "[order]",
        new CallWalk(new CallGraph(plus(generic, orders)))
            .written("shop.Desk", "go/1")
            .tables()
            .toString());
    assertEquals(
        "[]",
        new CallWalk(new CallGraph(
                plus(generic, orders, "public class CustomerDao extends BaseDao<Customer> {}")))
            .written("shop.Desk", "go/1")
            .tables()
            .toString());
  }

  @Test
  void whatATestImplementsIsNotRun() {
    assertEquals(
        List.of(),
        reached(SampleFacts.of(
            LOGS,
            "public interface Svc { void save(); }",
            "import org.junit.jupiter.api.Test; public class SvcTest implements Svc { Logs logs;"
                + " @Test public void save() { logs.a(); } }",
            "public class Desk { Svc svc; void go() { svc.save(); } }")));
  }
}
