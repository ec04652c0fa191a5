package dev.hew.split.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hew.report.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Transactions that Spring's XML declares. */
class SpringTransactionsTest {
  private static final String[] JAVA = {
    "public interface Safe {}",
    "public interface Desk extends Safe { void take(); }",
    "public abstract class Base implements Desk { public void save(Object o) {} }",
    """
    @Service("clerk") public class Clerk extends Base {
      public void take() {}
      public String getName() { return ""; }
      void hidden() {}
      @Transactional(readOnly = true) public void own(String s) {} }""",
    "@Component public class Other { public void take() {} }",
    "public class Value implements Safe { public void take() {} }"
  };

  private static Facts of(String expression) {
    return with("""
            <aop:config>
              <aop:pointcut id="points" expression="%s"/>
              <aop:advisor advice-ref="tx" pointcut-ref="points"/>
            </aop:config>
            """.formatted(expression.replace("&", "&amp;")));
  }

  private static Facts with(String config) {
    String xml = """
        <beans xmlns="b" xmlns:aop="a" xmlns:tx="t">
        %s
        <tx:advice id="tx"><tx:attributes>
          <tx:method name="get*" read-only="true"/>
          <tx:method name="*"/>
          <tx:method name="getLast" propagation="SUPPORTS"/>
        </tx:attributes></tx:advice>
        </beans>""".formatted(config);
    return SampleFacts.of(List.of(new Source("src/main/resources/app.xml", xml)), JAVA);
  }

  private static List<String> found(Facts facts) {
    return facts.classes().stream()
        .flatMap(c -> c.transactions().stream()
            .map(t -> c.simpleName() + "." + t.member() + (t.readOnly() ? " read " : " ")
                + t.place()))
        .toList();
  }

  private static List<String> found(String expression) {
    return found(of(expression));
  }

  private static final String OWN = "Clerk.own/1 read shop/Clerk.java:6";
  private static final List<String> CLERK = List.of(
      OWN,
      "Clerk.take/0 shop/Clerk.java:3",
      "Clerk.getName/0 read shop/Clerk.java:4",
      "Clerk.save/1 shop/Base.java:2");
  private static final List<String> BOTH = List.of(
      CLERK.get(0),
      CLERK.get(1),
      CLERK.get(2),
      CLERK.get(3),
      "Other.take/0 shop/Other.java:2");

  @Test
  void ofAType() {
    assertEquals(CLERK, found("this(shop.Safe)"));
    assertEquals(CLERK, found("target(shop.Base)"));
    assertEquals(CLERK, found("within(shop.Safe+)"));
  }

  @Test
  void ofNames() {
    assertEquals(BOTH, found("execution(* shop..*.*(..))"));
    assertEquals(BOTH, found("execution(public * shop.*.*(..))"));
    assertEquals(BOTH, found("execution(* shop..*(..))"));
    assertEquals(BOTH, found("within(shop..*)"));
    assertEquals(BOTH, found("within(*..Clerk) or within(shop.O*)"));
    assertEquals(List.of(OWN), found("within(shop.desk..*)"));
    assertEquals(CLERK, found("bean(cl*)"));
    assertEquals(CLERK, found("@within(org.springframework.stereotype.Service)"));
  }

  @Test
  void ofMethods() {
    assertEquals(
        List.of(OWN, CLERK.get(1)), found("execution(void shop.Desk.take())"));
    assertEquals(List.of(OWN, CLERK.get(2)), found("execution(String shop.Clerk.*(..))"));
    assertEquals(List.of(OWN, CLERK.get(3)), found("execution(* *(java.lang.Object))"));
    assertEquals(
        List.of(OWN, CLERK.get(3)),
        found("execution(* shop.Clerk.*(..)) && !(execution(* *()) || @annotation(a.Transactional))"));
  }

  @Test
  void whatIsNotUnderstoodIsNamed() {
    Facts facts = of("args(java.lang.String) && within(shop..*)");
    assertEquals(List.of(OWN), found(facts));
    assertEquals(
        List.of("src/main/resources/app.xml:4 transactions are declared here, not read: the pointcut"
            + " `args(java.lang.String) && within(shop..*)`"),
        unread(facts));
    assertEquals(
        List.of("src/main/resources/app.xml:4 transactions are declared here, not read: no"
            + " `aop:advisor` names the advice `tx`"),
        unread(with("<bean/>\n")));
    assertEquals(
        List.of(
            "a.xml:1 transactions are declared here, not read: a `TransactionProxyFactoryBean`",
            "shop/Wiring.java:2 transactions are declared here, not read: a `TransactionInterceptor`"),
        unread(SampleFacts.of(
            List.of(
                new Source(
                    "a.xml",
                    "<beans><bean class=\"org.x.TransactionProxyFactoryBean\"/></beans>")),
            "class Wiring { @Bean TransactionInterceptor tx() { return null; } }")));
  }

  /** A file may be made to hurt. */
  @Test
  void whatIsTooDeepIsNamed() {
    assertEquals(1, unread(of("(".repeat(3000))).size());
    assertEquals(1, unread(of("!".repeat(3000))).size());
    assertEquals(1, unread(of("within(a) || ".repeat(1000))).size());
  }

  private static List<String> unread(Facts facts) {
    return facts.gaps().unread().stream().map(u -> u.place() + " " + u.message()).toList();
  }
}
