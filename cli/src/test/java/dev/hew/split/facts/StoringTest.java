package dev.hew.split.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Who stores and fetches, through generic bases, doors of libraries, and methods that pass on what they are given. */
class StoringTest {
  private static final String ORDER = "@Entity public class Order extends Base { @Id Long id; }";
  private static final String CUSTOMER = "@Entity public class Customer extends Base {}";
  private static final String BASE = "@MappedSuperclass public class Base {}";

  private static List<String> orders(String... java) {
    String[] all = new String[java.length + 3];
    System.arraycopy(java, 0, all, 0, java.length);
    all[java.length] = ORDER;
    all[java.length + 1] = CUSTOMER;
    all[java.length + 2] = BASE;
    return SampleFacts.touching(SampleFacts.of(all), "order");
  }

  private static final String[] GENERIC_DAO = {
    "public interface IGenericDao<E extends Base, K> { void save(E e); E find(K id); void remove(K"
        + " id); }",
    """
    public class GenericDao<E extends Base, K> implements IGenericDao<E, K> {
      private Class<E> type;
      private SessionFactory sessions;
      protected Session getSession() { return sessions.getCurrentSession(); }
      public void save(E e) { getSession().saveOrUpdate(e); }
      public E find(K id) { return (E) getSession().get(type, id); }
      public void remove(K id) { getSession().delete(find(id)); }
    }\
    """,
    "public interface INamedDao<E extends Base> extends IGenericDao<E, Long> {}",
    "public class NamedDao<T extends Base> extends GenericDao<T, Long> implements INamedDao<T> {}",
    "public interface IOrderDao extends INamedDao<Order> {}",
    "public class OrderDao extends NamedDao<Order> implements IOrderDao {}",
    "public interface ICustomerDao extends INamedDao<Customer> {}",
    "public class CustomerDao extends NamedDao<Customer> implements ICustomerDao {}",
  };

  private static String[] plus(String[] some, String... more) {
    String[] all = java.util.Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, all, some.length, more.length);
    return all;
  }

  private static List<String> cascaded(String... java) {
    return SampleFacts.of(java).tables().stream()
        .flatMap(t -> t.accesses().stream()
            .filter(a -> a.how().equals("cascade"))
            .map(a -> a.from().replace("shop.", "") + "." + a.member() + " " + t.name() + " by "
                + a.by()))
        .sorted()
        .toList();
  }

  private static final String[] CASCADES = {
    "@Entity public class Order extends Base { @OneToMany(cascade = CascadeType.PERSIST,"
        + " mappedBy = \"order\") java.util.List<Line> lines;"
        + " @OneToMany(cascade = {CascadeType.REMOVE, CascadeType.MERGE}, mappedBy = \"order\")"
        + " java.util.List<Note> notes; @ManyToOne Customer customer; @Embedded Extra extra; }",
    "@Embeddable public class Extra { @OneToOne(cascade = CascadeType.ALL) Gift gift; }",
    "@MappedSuperclass public class Base { @OneToOne(orphanRemoval = true) Log log; }",
    "@Entity public class Line { @ManyToOne(cascade = CascadeType.ALL) Order order;"
        + " @OneToOne(cascade = CascadeType.ALL) Price price; }",
    "@Entity public class Note {}",
    "@Entity public class Customer {}",
    "@Entity public class Gift {}",
    "@Entity public class Log {}",
    "@Entity public class Price {}",
  };

  @Test
  void whatCascadesIsWrittenToo() {
    assertEquals(
        List.of(
            "Desk.drop/1 gift by Order.extra.gift",
            "Desk.drop/1 log by Order.log",
            "Desk.drop/1 note by Order.notes",
            "Desk.put/1 gift by Order.extra.gift",
            "Desk.put/1 line by Order.lines",
            "Desk.put/1 price by Line.price",
            "Desk.set/1 gift by Order.extra.gift",
            "Desk.set/1 log by Order.log",
            "Desk.set/1 note by Order.notes"),
        cascaded(plus(
            CASCADES,
            "public class Desk { EntityManager em; void put(Order o) { em.persist(o); }"
                + " void set(Order o) { em.merge(o); } void drop(Order o) { em.remove(o); }"
                + " void look(Long id) { em.find(Order.class, id); } }")));
  }

  @Test
  void statementsAndRepositoriesThatAreGivenOneGoPastWhatCascades() {
    assertEquals(
        List.of(
            "Desk.drop/1 gift by Order.extra.gift",
            "Desk.drop/1 log by Order.log",
            "Desk.drop/1 note by Order.notes"),
        cascaded(plus(
            CASCADES,
            "public interface Orders extends JpaRepository<Order, Long> {"
                + " @Modifying @Query(\"update Order o set o.a = 1\") void updateAll(); }",
            "public class Desk { Orders orders; EntityManager em; void all() { orders.updateAll();"
                + " orders.deleteAllInBatch(); em.createQuery(\"delete from Order o where o.a ="
                + " 1\"); } void drop(Order o) { orders.delete(o); } }")));
  }

  @Test
  void tablesOfValuesAndPairsAreWrittenWithTheirEntity() {
    Facts facts = SampleFacts.of(
        "@Entity public class Order { @ElementCollection java.util.Set<String> marks; @ManyToMany"
            + " java.util.Set<Tag> tags; @ElementCollection java.util.List<Step> steps; }",
        "@Embeddable public class Step {}",
        "@Entity public class Tag { @ManyToMany(mappedBy = \"tags\") java.util.Set<Order> orders;"
            + " }",
        "public class Desk { EntityManager em; void put(Order o) { em.persist(o); }"
            + " void tag(Tag t) { em.persist(t); } }");
    for (String table : List.of("order_marks", "order_tags", "order_steps")) {
      assertEquals(List.of("Desk.put/1 w"), SampleFacts.touching(facts, table));
    }
  }

  @Test
  void callersOfAnInheritedGenericMethodTouchTheTableOfTheTypeArgument() {
    assertEquals(
        List.of(
            "Clerk.look/1 r",
            "Clerk.take/1 w",
            "OrderDao.find/1 r",
            "OrderDao.remove/1 r",
            "OrderDao.remove/1 w",
            "OrderDao.save/1 w"),
        orders(plus(GENERIC_DAO, """
            public class Clerk {
              IOrderDao orders;
              ICustomerDao customers;
              void take(Order order) { orders.save(order); }
              void look(Long id) { orders.find(id); }
              void greet(Customer c) { customers.save(c); }
            }\
            """)));
  }

  @Test
  void aServiceOverAGenericRepositoryStoresItsOwnTableAndItsCallersDoNot() {
    assertEquals(
        List.of("OrderService.create/1 w", "OrderService.list/0 r", "OrderService.save/1 w"),
        orders(
            """
            public abstract class EntityService<K, E extends Base> {
              private JpaRepository<E, K> repository;
              public void save(E e) { repository.saveAndFlush(e); }
              public void create(E e) { save(e); }
              public java.util.List<E> list() { return repository.findAll(); }
            }\
            """,
            "public class OrderService extends EntityService<Long, Order> {}",
            "public class Facade { OrderService orders; void go(Order o) { orders.create(o); } }"));
  }

  @Test
  void whatADoorIsGivenIsStored() {
    assertEquals(List.of("Clerk.drop/1 w", "Clerk.look/1 r", "Clerk.take/1 w"), orders("""
        public class Clerk {
          private EntityManager em;
          void take(Order order) { em.persist(order); }
          void look(Long id) { em.find(Order.class, id); }
          void drop(java.util.List<Order> all) { for (Order o : all) { em.remove(o); } }
          void greet(Customer c) { em.persist(c); }
          void other(java.util.Map<Long, Order> cache, Order o) { cache.remove(o); }
        }\
        """));
  }

  @Test
  void whoHandsItToAMethodThatStoresAnythingStoresIt() {
    assertEquals(
        List.of(
            "Clerk.clear/1 w",
            "Clerk.drop/1 r",
            "Clerk.drop/1 w",
            "Clerk.look/1 r",
            "Clerk.take/1 w"),
        orders(
            """
            public class Strategy implements Store {
              private EntityManager em;
              public Object store(Object o) { em.persist(o); return o; }
              public void removeAll(java.util.Collection<?> all) { for (Object o : all) { em.remove(o); } }
              public void remove(Class<?> type, String id) { Object o = em.find(type, id); em.remove(o); }
              public Object load(Class<?> type, String id) { return em.find(type, id); }
            }\
            """,
            "public interface Store { Object store(Object o); }",
            "public class Careful { Store store; void save(Object o) { store.store(o); } }",
            """
            public class Clerk {
              Careful careful;
              Strategy strategy;
              void take(Order o) { careful.save(o); }
              void clear(java.util.List<Order> all) { strategy.removeAll(all); }
              void drop(String id) { strategy.remove(Order.class, id); }
              void look(String id) { strategy.load(Order.class, id); }
              void greet(Customer c) { careful.save(c); }
            }\
            """));
  }

  @Test
  void aGenericTypeUsedWithArgumentsStoresForWhoUsesIt() {
    assertEquals(
        List.of("Clerk.take/1 w"),
        orders(
            "public class Dao<T> { EntityManager em; public void save(T t) { store(t); }"
                + " void store(T t) { em.persist(t); } }",
            "public class Clerk { Dao<Order> orders; Dao<Customer> customers; void take(Order o) {"
                + " orders.save(o); } void greet(Customer c) { customers.save(c); } }"));
  }

  @Test
  void anOverridingMethodDoesWhatItSays() {
    assertEquals(
        List.of("OrderDao.find/1 r", "OrderDao.remove/1 r", "OrderDao.remove/1 w"),
        orders(plus(
            java.util.Arrays.copyOf(GENERIC_DAO, 5),
            "public class OrderDao extends NamedDao<Order> implements IOrderDao { @Override"
                + " public void save(Order o) { throw new IllegalStateException(); } }")));
  }

  @Test
  void aFirstWordTellsWhetherARepositoryWrites() {
    assertEquals(
        List.of("Clerk.go/0 r"),
        orders(
            "public interface OrderRepository extends JpaRepository<Order, Long> { String"
                + " addressOf(Long id); }",
            "public class Clerk { OrderRepository orders; void go() { orders.addressOf(1L); } }"));
  }

  @Test
  void aTransactionOfAClassIsOneOfEachPublicMethod() {
    Facts facts = SampleFacts.of("""
        @Transactional
        public class Clerk {
          public void take() {}
          @Transactional(readOnly = true) public void look() {}
          void own() {}
        }\
        """);
    assertEquals(
        List.of("* false", "take/0 false", "look/0 true"),
        facts.classes().get(0).transactions().stream()
            .map(t -> t.member() + " " + t.readOnly())
            .toList());
  }

  @Test
  void staticHelpersAndOwnMethodsOfAnyNameStoreWhatTheyAreGiven() {
    assertEquals(
        List.of(
            "Clerk.byImport/1 w",
            "Clerk.byMethodAround/1 w",
            "Clerk.byOwn/1 w",
            "Clerk.byQualifiedName/1 w",
            "Clerk.bySimpleName/1 w"),
        orders("""
            public class Stat {
              public static void save(EntityManager em, Object any) { em.persist(any); }
              public static void stow(EntityManager em, Object any) { em.persist(any); }
              public static String show(EntityManager em, Object any) { return "" + any; }
            }\
            """, """
            import static shop.Stat.stow;
            public class Clerk {
              private EntityManager em;
              void bySimpleName(Order o) { Stat.save(em, o); }
              void byQualifiedName(Order o) { shop.Stat.save(em, o); }
              void byImport(Order o) { stow(em, o); }
              void byOwn(Order o) { own(o); }
              void greet(Customer c) { own(c); Stat.save(em, c); }
              void look(Order o) { Stat.show(em, o); only(o); }
              private void own(Object any) { em.persist(any); }
              private void only(Object any) {}
              class Inner { void byMethodAround(Order o) { own(o); } }
            }\
            """));
  }

  @Test
  void anInterfaceOfOneEntityMeansThatEntity() {
    Facts facts = SampleFacts.of(
        "public interface Order { Long getId(); }",
        "@Entity public class OrderImpl implements Order { @Id Long id; }",
        "public interface Item {}",
        "@Entity public class Small implements Item {}",
        "@Entity public class Large implements Item {}",
        """
        public class Clerk {
          private EntityManager em;
          void take(Order o) { em.persist(o); }
          void all() { em.createQuery("SELECT o FROM Order o WHERE o.id = :id"); }
          void named() { em.createQuery("SELECT o FROM shop.Order o WHERE o.id = :id"); }
          void put(Item i) { em.persist(i); }
        }\
        """);
    assertEquals(
        List.of("Clerk.all/0 r", "Clerk.named/0 r", "Clerk.take/1 w"),
        SampleFacts.touching(facts, "order_impl"));
    assertEquals(List.of(), SampleFacts.touching(facts, "small"));
    assertEquals(List.of(), SampleFacts.touching(facts, "large"));
  }

  @Test
  void aClassMayBeGivenByItsName() {
    assertEquals(List.of("Clerk.look/1 r", "Clerk.qualified/1 r"), orders("""
        public class Clerk {
          private Session session;
          void look(Long id) { session.get("Order", id); }
          void qualified(Long id) { session.get("shop.Order", id); }
          void other(java.util.Map<String, String> all) { all.get("Order"); }
        }\
        """));
  }

  @Test
  void aStatementMayBeFormatted() {
    assertEquals(List.of("Clerk.fill/0 w", "Clerk.look/0 r", "Clerk.wipe/0 w"), orders("""
        public class Clerk {
          private EntityManager em;
          void wipe() { em.createNativeQuery(String.format("delete from %s where id = %d", "order", 1)); }
          void look(int n) { }
          void look() { em.createNativeQuery("select * from %2$s where n = %1$d".formatted(n, "order")); }
          void fill() { String sql = String.format("insert into order (id) values (%s)", id()); }
          void say() { log.info(String.format("delete from %s", "order")); }
        }\
        """));
  }
}
