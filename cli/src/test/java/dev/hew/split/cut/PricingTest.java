package dev.hew.split.cut;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hew.split.facts.Facts;
import dev.hew.split.facts.Parts;
import dev.hew.split.facts.SampleFacts;
import dev.hew.split.facts.TableFact;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a cut tears, and what only looks like it. */
class PricingTest {
  /** The cut that takes out these classes with the tables that they map. */
  private static Cut cut(Facts facts, String... classes) {
    List<String> names = Arrays.stream(classes).map(name -> "shop." + name).toList();
    List<String> tables = facts.tables().stream()
        .filter(t -> t.accesses().stream()
            .anyMatch(a -> a.how().equals("mapping") && names.contains(a.from())))
        .map(TableFact::name)
        .toList();
    return new Pricing(new PricingBase(facts, Parts.of(facts)), List.of())
        .cut(new Pricing.Taken("taken", names, tables));
  }

  private static List<String> text(List<Cut.Item> items) {
    return items.stream()
        .map(i -> (i.from() + " -> " + i.to() + " " + i.what()).replace("shop.", ""))
        .toList();
  }

  @Test
  void anAssociationAndItsOtherSideAreOne() {
    Facts facts = SampleFacts.of(
        "@Entity public class Order { @ManyToOne Customer customer;"
            + " @ManyToMany java.util.Set<Tag> tags; }",
        "@Entity public class Customer { @OneToMany(mappedBy = \"customer\", cascade ="
            + " CascadeType.ALL) java.util.Set<Order> orders; @OneToOne Order last; }",
        "@Entity public class Tag { @ManyToMany(mappedBy = \"tags\") java.util.Set<Order>"
            + " orders; }");
    Cut cut = cut(facts, "Order");
    assertEquals(
        List.of(
            "Customer -> Order last OneToOne eager",
            "Order -> Customer customer ManyToOne eager, from there orders OneToMany cascade ALL"
                + " lazy",
            "Order -> Tag tags ManyToMany lazy, from there orders ManyToMany lazy"),
        text(cut.associations()));
    assertEquals(
        List.of(1, 2, 2),
        cut.associations().stream().map(i -> i.places().size()).toList());
  }

  @Test
  void anInheritedSideAndOneByColumnsAreOneToo() {
    Facts facts = SampleFacts.of(
        "@MappedSuperclass public class Owned { @ManyToOne Customer owner; }",
        "@Entity public class Order extends Owned {"
            + " @ManyToOne @JoinColumn(name = \"SHOP_ID\") Shop shop; }",
        "@Entity public class Customer {"
            + " @OneToMany(mappedBy = \"owner\") java.util.Set<Order> orders; }",
        "@Entity public class Shop {"
            + " @OneToMany @JoinColumn(name = \"shop_id\") java.util.Set<Order> orders; }");
    assertEquals(
        List.of(
            "Order -> Shop shop ManyToOne eager, from there orders OneToMany lazy",
            "Owned -> Customer owner ManyToOne eager, from there orders OneToMany lazy"),
        text(cut(facts, "Order", "Owned").associations()));
  }

  @Test
  void whatIsEmbeddedIsNoAssociationUnlessItIsTornFromItsOnlyEntity() {
    Facts facts = SampleFacts.of(
        "@Entity public class Order { @Embedded Address address; @EmbeddedId Number number;"
            + " @ElementCollection java.util.List<Note> notes; }",
        "@Embeddable public class Address {}",
        "@Embeddable public class Number {}",
        "@Embeddable public class Note {}",
        "@Entity public class Customer { Number number; }");
    assertEquals(List.of(), cut(facts, "Order", "Address", "Note").associations());
    assertEquals(
        List.of("Order -> Note notes ElementCollection: a part of its rows"),
        text(cut(facts, "Order", "Address").associations()));
  }

  @Test
  void whatAPartRefersToItsEntitiesReferTo() {
    Facts facts = SampleFacts.of(
        "@Entity public class Cargo { @Embedded Plan plan; @Embedded Place from; }",
        "@Embeddable public class Plan extends Rule<Leg> { Delivery delivery; @OneToMany(cascade ="
            + " CascadeType.ALL) @JoinColumn(name = \"cargo\") java.util.List<Leg> legs; }",
        "public class Rule<T> { T t; }",
        "@Embeddable public class Delivery extends Rule<Place> { @ManyToOne Voyage voyage; }",
        "@Embeddable public class Place { @ManyToOne City city; }",
        "@Entity public class Customer extends Base {}",
        "@MappedSuperclass public class Base { @Embedded Place home; }",
        "@Entity public class Voyage {}",
        "@Entity public class Leg {}",
        "@Entity public class City { @OneToMany(mappedBy = \"from.city\") java.util.Set<Cargo>"
            + " cargos; }");
    assertEquals(
        List.of(
            "Cargo -> Voyage plan.delivery.voyage ManyToOne eager",
            "Cargo -> Leg plan.legs OneToMany cascade ALL lazy",
            "Cargo -> City from.city ManyToOne eager, from there cargos OneToMany lazy"),
        text(cut(facts, "Cargo", "Plan", "Delivery").associations()));
    assertEquals(
        List.of("Customer -> City home.city ManyToOne eager"),
        text(cut(facts, "Customer", "Base").associations()));
  }

  @Test
  void whatIsWrittenByCascadeIsContestedWhereTheRowThatCascadesIsNot() {
    Facts facts = SampleFacts.of(
        "@Entity public class Order { @OneToMany(mappedBy = \"order\", cascade = CascadeType.ALL)"
            + " java.util.List<Total> totals; }",
        "@Entity public class Total { @ManyToOne Order order;"
            + " @OneToOne(cascade = CascadeType.ALL) Rate rate; }",
        "@Entity public class Rate {}",
        "@Service public class Desk { EntityManager em;"
            + " @Transactional void take(Order order) { em.persist(order); } }");
    Cut order = cut(facts, "Order", "Desk");
    assertEquals(
        List.of("Desk -> total written from outside its module, by cascade of Order.totals"),
        text(order.contested()));
    assertEquals(
        List.of("Desk ->  take/1 writes order and rate (by cascade), total (by cascade)"),
        text(order.transactions()));
    assertEquals(
        List.of("Desk -> order written from outside its module"),
        text(cut(facts, "Order", "Total", "Rate").contested()));
  }

  @Test
  void anEntityOfTheSameSimpleNameCascadesNothing() {
    Facts facts = SampleFacts.of(
        "@Entity public class Order { @OneToMany(mappedBy = \"order\", cascade = CascadeType.ALL)"
            + " java.util.List<Total> totals; }",
        "@Entity public class Total { @ManyToOne Order order; }",
        "package archive;\n@Entity @Table(name = \"archived\") public class Order {}",
        "public class Desk { EntityManager em; void take(Order order) { em.persist(order); } }");
    assertEquals(
        List.of("Desk -> order written from outside its module"),
        text(cut(facts, "Order", "Total").contested()));
  }

  @Test
  void aMappingIsNoWriteAndATableOfIdsIsNobodys() {
    Facts facts = SampleFacts.of(
        "@Entity @Table(name = \"base\") public class Order {"
            + " @TableGenerator(name = \"o\", table = \"KEYGEN\") int id; }",
        "@Entity @Table(name = \"base\") public class Archive {"
            + " @TableGenerator(name = \"a\", table = \"KEYGEN\") int id; }",
        "public class Desk { EntityManager em; void take(Order order) { em.persist(order); } }");
    Cut cut = new Pricing(new PricingBase(facts, Parts.of(facts)), List.of())
        .cut(new Pricing.Taken("taken", List.of("shop.Archive"), List.of("base")));
    assertEquals(List.of("Desk -> base written from outside its module"), text(cut.contested()));
    assertEquals(
        List.of("Archive -> base mapped from outside its module"),
        text(new Pricing(new PricingBase(facts, Parts.of(facts)), List.of())
            .cut(new Pricing.Taken(
                "taken", List.of("shop.Order", "shop.Desk"), List.of("base", "KEYGEN")))
            .foreignReads()));
  }

  @Test
  void codeOfASuperclassIsNoCallAcross() {
    Facts facts = SampleFacts.of(
        "public class Base { Base(int size) {} void close() {} void other() {} }",
        """
        public class Order extends Base {
          Base next;
          Order() { super(1); }
          @Override void close() { for (int i = 0; i < 9; i++) { super.close(); } next.other(); }
        }\
        """,
        "@RestController public class Desk { Order order; @GetMapping(\"/o\") void get() {"
            + " order.close(); } }");
    Cut cut = cut(facts, "Order", "Desk");
    assertEquals(List.of("Order -> Base other"), text(cut.callsOut()));
    assertEquals(List.of(), text(cut.loops()));
    assertEquals(List.of("Desk ->  GET /o needs Base.other"), text(cut.remote()));
  }

  @Test
  void whatAnOwnMethodCallsIsInTheLoopAroundIt() {
    Facts facts = SampleFacts.of(
        "public class Order { java.util.List<Line> lines; }",
        "public class Line {}",
        "public class Stock { Runnable r; void take() { r.run(); } void look() { r.run(); } void once() { r.run(); } }",
        """
        public class Clerk {
          Stock stock;
          void all(java.util.List<Order> orders) { orders.stream().map(this::one).toList(); one(null); stock.once(); }
          Object one(Order order) { for (Line line : order.lines) { each(line); } return null; }
          void each(Line line) { stock.take(); }
          void other() { stock.look(); again(); }
          void again() { other(); }
        }""");
    assertEquals(List.of("Clerk -> Stock take"), text(cut(facts, "Stock").loops()));
  }

  @Test
  void aHelperIsCopiedAndNotCalled() {
    Facts facts = SampleFacts.of(
        "public final class Texts { private static final Logger LOG = null; private Texts() {}"
            + " static final int MOST = 3;"
            + " static String cut(String text) { return Marks.of(text); } }",
        "public class Marks { static String of(String text) { return text; } }",
        "public class Counter { static int count; static int next() { return count++; } }",
        "public class Cache { static final java.util.Map<String, String> KNOWN = null;"
            + " static String get(String key) { return KNOWN.get(key); } }",
        "public class Finder { static Object find(Desk desk) { return desk.find(); } }",
        "public class Desk { Object find() { return null; } }",
        """
        @RestController public class Order {
          @GetMapping("/o") void get(Desk desk) {
            for (int i = 0; i < Texts.MOST; i++) { Texts.cut(""); }
            Counter.next(); Cache.get(""); Finder.find(desk);
          }
        }\
        """);
    Cut cut = cut(facts, "Order");
    assertEquals(
        List.of("Order -> Cache get", "Order -> Counter next", "Order -> Finder find"),
        text(cut.callsOut()));
    assertEquals(List.of("shop.Texts"), cut.copied());
    assertEquals(List.of(), text(cut.loops()));
    assertEquals(
        List.of("Order ->  GET /o needs Cache.get, Counter.next, Finder.find"), text(cut.remote()));
    assertEquals(List.of("shop.Texts"), cut(facts, "Texts", "Marks").copied());
    assertEquals(List.of(), cut(facts, "Texts", "Marks").callsIn());
  }

  @Test
  void whatIsMadeOfOthersIsNoCallOfThem() {
    Facts facts = SampleFacts.of(
        "public class Line { Line(int n) {} }",
        "public class Order { Object a = new Line[3]; Object b = new java.util.ArrayList<Line>();"
            + " }",
        "public class Basket { Object a = new Line(1); }");
    assertEquals(List.of(), text(cut(facts, "Order").callsOut()));
    assertEquals(List.of("Order -> Line "), text(cut(facts, "Order").mentions()));
    assertEquals(List.of("Basket -> Line new"), text(cut(facts, "Basket").callsOut()));
  }

  @Test
  void aBaseWithoutMembersDoesNotMakeDataActive() {
    Facts facts = SampleFacts.of(
        "public class Base implements java.io.Serializable { static final String NONE = \"\"; }",
        "public class Active extends Thread {}",
        "public class View extends Base { String name; String getName() { return name; } }",
        "public class Job extends Active { String name; String getName() { return name; } }",
        "public class Lost extends RuntimeException { Lost(String why) { super(why); } }");
    assertEquals(
        List.of("shop.Base", "shop.Lost", "shop.View"),
        facts.classes().stream().filter(c -> c.data()).map(c -> c.name()).toList());
  }

  @Test
  void whatExtendsSomethingIsNoHelper() {
    Facts facts = SampleFacts.of(
        "public class Lost extends Base { private static final long serialVersionUID = 1; }",
        "public class Base { void go() {} }",
        "public class Limits { public static final int MOST = 3; }",
        "public class Desk { int most = Limits.MOST; Object lost = new Lost(); }");
    assertEquals(
        List.of("shop.Limits"),
        facts.classes().stream().filter(c -> c.helper()).map(c -> c.name()).toList());
  }

  @Test
  void aConstantIsNoCall() {
    Facts facts = SampleFacts.of(
        "public class Limits { public static final Object NONE = new Object(); public static int"
            + " most; }",
        "public enum State { OPEN }",
        "public class Order { Object a = Limits.NONE; Object b = State.OPEN; int c ="
            + " Limits.most; }");
    Cut cut = cut(facts, "Order");
    assertEquals(List.of("Order -> Limits most"), text(cut.callsOut()));
    assertEquals(List.of("Order -> Limits ", "Order -> State "), text(cut.mentions()));
  }

  @Test
  void aTransactionWritesWhatItInheritsAndWhatGenericServicesDo() {
    Facts facts = SampleFacts.of(
        "@Entity public class Order {}",
        "@Entity public class Customer {}",
        """
        public abstract class EntityService<E> {
          private JpaRepository<E, Long> repository;
          public void create(E e) { repository.save(e); }
        }\
        """,
        "public interface Orders { void create(Order o); }",
        "public class OrderService extends EntityService<Order> implements Orders {}",
        "public class CustomerService extends EntityService<Customer> {}",
        """
        public abstract class Till {
          CustomerService customers;
          protected void greet(Customer c) { customers.create(c); }
        }\
        """,
        """
        public class Desk extends Till {
          Orders orders;
          @Transactional public void take(Order o, Customer c) { orders.create(o); greet(c); }
        }\
        """);
    assertEquals(
        List.of("Desk ->  take/2 writes order and customer"),
        text(cut(facts, "Order", "OrderService", "Orders").transactions()));
  }

  @Test
  void valuesIdsAndInterfacesOfThemAreNoRemoteCalls() {
    Facts facts = SampleFacts.of(
        "public interface HasId { java.util.UUID getId(); }",
        "public interface Id extends HasId, java.io.Serializable {"
            + " default boolean isNone() { return getId() == null; } }",
        "public abstract class Based implements HasId { private final java.util.UUID id;"
            + " public Based(java.util.UUID id) { super(); this.id = id; }"
            + " public java.util.UUID getId() { return id; } }",
        "public class OrderId extends Based implements Id {"
            + " public OrderId(java.util.UUID id) { super(id); }"
            + " public static OrderId fromString(String s) { return new OrderId(null); } }",
        "public interface Row { String getName(); int getSize(); }",
        "public interface Line { void append(String text); }",
        "@Entity public class LineImpl implements Line { public void append(String text) {} }",
        "public interface Clock { long getNow(); }",
        "public class RealClock implements Clock { Runnable tick;"
            + " public long getNow() { tick.run(); return 0; } public void turn() {} }",
        "public interface Anonymous { long getNow(); }",
        "public @interface Mark { String value(); }",
        """
        public class Clerk {
          void go(java.util.List<Id> ids, Row row, Line line, Clock clock, Anonymous other, Mark mark) {
            for (Id id : ids) {
              id.getId(); id.isNone(); OrderId.fromString("x").getId();
              row.getName(); line.append("x"); mark.value();
              clock.hashCode(); clock.getClass();
              clock.getNow(); other.getNow();
              other = new Anonymous() { public long getNow() { return 1; } };
            }
          }
        }\
        """);
    assertEquals(
        List.of("Clerk -> Anonymous getNow", "Clerk -> Clock getNow"),
        text(cut(facts, "Clerk").loops()));
  }

  @Test
  void valuesThatTravelMayComputeAndCallHelpersAndWhatTheyAreGiven() {
    Facts facts = SampleFacts.of(
        "public class Money implements java.io.Serializable { private long cents;"
            + " public Money plus(Money other) { return Texts.sum(this, other); } }",
        "public class Texts { public static Money sum(Money a, Money b) { return new Money(); } }",
        "public abstract class Field implements java.io.Serializable { private String name;"
            + " public abstract void accept(Visitor visitor); }",
        "public class TextField extends Field {"
            + " public void accept(Visitor visitor) { visitor.visit(this); } }",
        "public interface Visitor { void visit(Field field); }",
        "public class Printer implements Visitor { Runnable out;"
            + " public void visit(Field field) { out.run(); } public void print() {} }",
        "public class Held implements java.io.Serializable { private Printer printer;"
            + " public void go() { printer.print(); } }",
        """
        public class Clerk {
          void go(java.util.List<Money> all, Field field, Visitor visitor, Held held) {
            for (Money one : all) { one.plus(one); field.accept(visitor); held.go(); }
          }
        }\
        """);
    assertEquals(List.of("Clerk -> Held go"), text(cut(facts, "Clerk").loops()));
    assertEquals(List.of("shop.Field", "shop.Money"), cut(facts, "Clerk").travelling());
  }

  @Test
  void aHelperMayHaveClassesInsideAndAValueNoState() {
    Facts facts = SampleFacts.of(
        "public class Texts { public static String cut(String a) { return new Cutter().cut(a); }"
            + " private static class Cutter { int at; String cut(String a) { return a; } } }",
        "public class Counters { public static int next() { return Inner.next++; }"
            + " private static class Inner { static int next; } }",
        "public interface Kind { String getType(); }",
        "@Data public class Plain implements Kind { public String getType() { return null; } }",
        "public class Rule implements Runnable { public void run() {} }",
        """
        public class Clerk {
          void go(java.util.List<Kind> all, Rule rule) {
            for (Kind one : all) { one.getType(); Texts.cut(""); Counters.next(); rule.run(); }
          }
        }\
        """);
    assertEquals(
        List.of("Clerk -> Counters next", "Clerk -> Rule run"),
        text(cut(facts, "Clerk").loops()));
  }

  @Test
  void aTransactionIsFollowedThroughGenericBases() {
    Facts facts = SampleFacts.of(
        "@Entity public class Order {}",
        "@Entity public class Audit {}",
        "public class Store { EntityManager em; void store(Object any) { em.persist(any); } }",
        "public class Log { Store store; void log(Audit a) { store.store(a); } }",
        "public interface Dao<E> { void save(E e); }",
        "public abstract class BaseDao<E> implements Dao<E> { Log log; EntityManager em;"
            + " public void save(E e) { em.persist(e); afterSave(e); }"
            + " void afterSave(E e) { note(e); }"
            + " void note(E e) { noteAs(new Audit()); }"
            + " void noteAs(Audit a) { log.log(a); } }",
        "public class OrderDao extends BaseDao<Order> {}",
        "public abstract class BaseService<E> { Dao<E> dao; void doSave(E e) { dao.save(e); } }",
        "public class OrderService extends BaseService<Order> { OrderDao orders;"
            + " @Transactional public void take(Order o) { accept(o); }"
            + " private void accept(Order o) { keep(o); }"
            + " private void keep(Order o) { orders.save(o); } }");
    assertEquals(
        List.of("OrderService ->  take/1 writes order and audit"),
        text(cut(facts, "Order", "OrderService", "OrderDao").transactions()));
  }

  @Test
  void aServiceBehindAnAbstractBaseIsCalledFromAfar() {
    Facts facts = SampleFacts.of(
        "public interface Svc { void save(); }",
        "public abstract class AbstractSvc implements Svc { int n; }",
        "@Service public class SvcImpl extends AbstractSvc { JdbcTemplate jdbc;"
            + " public void save() { jdbc.update(\"x\"); } }",
        "public abstract class Prices { int n; abstract int getPrice(); }",
        "@Service public class DbPrices extends Prices { int getPrice() { return 1; } }",
        "@RestController public class Desk { Svc svc; Prices prices;"
            + " @GetMapping(\"/d\") void get() { svc.save(); prices.getPrice(); } }");
    assertEquals(
        List.of("Desk ->  GET /d needs Prices.getPrice, Svc.save"),
        text(cut(facts, "Desk").remote()));
  }

  /** The interface is on one side, what implements it on the other: the call crosses where it runs. */
  @Test
  void aCallThroughAnInterfaceOfOnesOwnCrosses() {
    Facts facts = SampleFacts.of(
        "public interface Stock { void reserve(String sku); static int none() { return 0; } }",
        """
        @RestController public class Orders {
          Stock stock;
          Base base;
          @PostMapping("/o") void place(java.util.List<String> skus) {
            stock.reserve("x"); stock.hashCode(); Stock.none();
            for (String sku : skus) { stock.reserve(sku); base.ship(sku); }
          }
        }\
        """,
        "public abstract class Base { abstract void ship(String sku); }",
        "public abstract class Stored implements Stock { JdbcTemplate jdbc;\n"
            + "public void reserve(String sku) { jdbc.update(sku); } }",
        "public class DbStock extends Stored {}",
        "public class Ship extends Base { Runnable out; void ship(String sku) { out.run(); } }");
    Cut cut = cut(facts, "Orders", "Stock", "Base");
    assertEquals(
        List.of("Orders -> DbStock reserve through Stock", "Orders -> Ship ship through Base"),
        text(cut.callsOut()));
    assertEquals(List.of(2, 1), cut.callsOut().stream().map(Cut.Item::count).toList());
    assertEquals(
        List.of("shop/Orders.java:6", "shop/Orders.java:7", "shop/Stored.java:3"),
        cut.callsOut().get(0).places().stream().map(Object::toString).toList());
    assertEquals(text(cut.callsOut()), text(cut.loops()));
    assertEquals(
        List.of("Orders ->  POST /o needs DbStock.reserve through Stock, Ship.ship through Base"),
        text(cut.remote()));
    assertEquals(
        text(cut.callsOut()), text(cut(facts, "DbStock", "Stored", "Ship").callsIn()));
  }

  @Test
  void aCallThroughAnInterfaceIsCountedOnceAndOnlyWhereItIsKnownWhatRuns() {
    Facts facts = SampleFacts.of(
        "public interface Port { void go(); }",
        "public class Behind implements Port { Runnable r; public void go() { r.run(); } }",
        "public interface Many { void go(); }",
        "public class A implements Many { Runnable r; public void go() { r.run(); } }",
        "public class B implements Many { Runnable r; public void go() { r.run(); } }",
        "public class C implements Many { Runnable r; public void go() { r.run(); } }",
        "public class D implements Many { Runnable r; public void go() { r.run(); } }",
        "public interface Call { void go(); }",
        "public class Maker { Call call() { return new Call() { public void go() {} }; } }",
        "public interface Row { String getName(); }",
        "public class Line implements Row { String name; public String getName() { return name; }"
            + " }",
        "public class User { Port port; Many many; Call call; Row row;"
            + " void use() { port.go(); many.go(); call.go(); row.getName(); } }");
    assertEquals(List.of("User -> Port go"), text(cut(facts, "Port", "Behind").callsIn()));
    assertEquals(
        List.of("User -> Behind go through Port"), text(cut(facts, "Behind").callsIn()));
    assertEquals(List.of(), cut(facts, "A", "B", "C", "D").callsIn());
    assertEquals(
        List.of("User -> Maker go through Call"), text(cut(facts, "Maker").callsIn()));
    assertEquals(List.of(), cut(facts, "Line").callsIn());
  }

  @Test
  void aCutThroughATransactionIsNotEasy() {
    Facts facts = SampleFacts.of(
        "@Entity public class Order {}",
        "@Entity public class Stock {}",
        "public class Stocks { EntityManager em; void take(Stock s) { em.persist(s); } }",
        "public class Orders { EntityManager em; Stocks stocks; @Transactional public void"
            + " go(Order o, Stock s) { em.persist(o); stocks.take(s); } }");
    Cut cut = cut(facts, "Stock", "Stocks");
    assertEquals(1, cut.transactions().size());
    assertEquals(List.of(), cut.contested());
    assertEquals(Price.Difficulty.MODERATE, Price.difficulty(cut));
  }
}
