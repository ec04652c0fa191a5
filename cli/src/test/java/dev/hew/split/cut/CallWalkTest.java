package dev.hew.split.cut;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hew.split.facts.Facts;
import dev.hew.split.facts.SampleFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How far calls are followed, and what is told on the way. */
class CallWalkTest {
  /** {@code Desk.m0} calls {@code m1} and so on; the last stores an order. */
  private static Facts chain(int calls) {
    String methods = IntStream.range(0, calls)
        .mapToObj(i -> "void m" + i + "(Order o) { m" + (i + 1) + "(o); } ")
        .collect(Collectors.joining());
    return SampleFacts.of(
        "@Entity public class Order {}",
        "public class Desk { EntityManager em; " + methods + "void m" + calls
            + "(Order o) { em.persist(o); } }");
  }

  private static CallWalk walk(Facts facts) {
    return new CallWalk(new CallGraph(facts));
  }

  /** The targets of the calls that a walk comes by, in its order. */
  private static List<String> calls(CallWalk walk, String from, Predicate<String> follows) {
    List<String> calls = new ArrayList<>();
    walk.from("shop.Desk", from, call -> {
      calls.add(call.use().target());
      return follows.test(call.use().target());
    });
    return calls;
  }

  @Test
  void whatARequestNeedsIsFollowedFiveCallsDeep() {
    assertEquals(
        List.of("m1", "m2", "m3", "m4", "m5", "m6"), calls(walk(chain(9)), "m0/1", t -> true));
  }

  @Test
  void whatATransactionWritesIsFollowedSevenCallsDeep() {
    assertEquals(Set.of("order"), walk(chain(7)).written("shop.Desk", "m0/1").tables());
    assertEquals(Set.of(), walk(chain(8)).written("shop.Desk", "m0/1").tables());
  }

  @Test
  void theVisitorSaysWhereItGoesOn() {
    assertEquals(
        List.of("m1", "m2"), calls(walk(chain(9)), "m0/1", target -> !target.equals("m2")));
    assertEquals(List.of(), calls(walk(chain(9)), "unknown/0", target -> true));
  }

  @Test
  void everyMethodIsComeToOnceInEachWalk() {
    CallWalk walk = walk(SampleFacts.of("public class Desk { void a() { b(); c(); }"
        + " void b() { a(); c(); } void c() { b(); d(); } void d() {} }"));
    List<String> expected = List.of("b", "c", "a", "c", "b", "d");
    assertEquals(expected, calls(walk, "a/0", target -> true));
    assertEquals(expected, calls(walk, "a/0", target -> true));
  }

  @Test
  void aDispatcherEndsTheWalk() {
    String calls =
        IntStream.range(0, 400).mapToObj(i -> "m" + i + "(); ").collect(Collectors.joining());
    String methods = IntStream.range(0, 400)
        .mapToObj(i -> "void m" + i + "() { end(); } ")
        .collect(Collectors.joining());
    List<String> passed = calls(
        walk(SampleFacts.of(
            "public class Desk { void go() { " + calls + "} " + methods + "void end() {} }")),
        "go/0",
        target -> true);
    assertEquals(400 + 299, passed.size());
  }

  @Test
  void onlyWhatIsWrittenIsWritten() {
    assertEquals(
        Set.of(),
        walk(SampleFacts.of(
                "@Entity public class Order {}",
                "public class Desk { EntityManager em; void go() { em.find(Order.class, 1); } }"))
            .written("shop.Desk", "go/0")
            .tables());
  }
}
