package dev.hew.split.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hew.report.Source;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What mapping files and annotations say of tables and associations. */
class MappingsTest {
  private static final String ORDER =
      "public class Order { Customer customer; java.util.Set<Line> lines; Address address;"
          + " Customer getCustomer() { return customer; } }";
  private static final String CUSTOMER =
      "public class Customer { java.util.List<Order> orders; java.util.Set<String> phones; }";

  private static ClassFact.Entity entity(Facts facts, String name) {
    return facts.classes().stream()
        .filter(c -> c.name().equals("shop." + name))
        .findFirst()
        .flatMap(ClassFact::entity)
        .orElseThrow();
  }

  private static List<String> associations(Facts facts, String name) {
    return entity(facts, name).associations().stream()
        .map(a -> a.field() + " " + a.kind() + " " + a.to().replace("shop.", "")
            + (a.owner() ? " owner" : " by " + a.mappedBy()) + " " + a.cascade()
            + (a.eager() ? " eager" : " lazy") + " " + a.joinTable() + " " + a.columns())
        .toList();
  }

  private static List<String> tables(Facts facts) {
    return facts.tables().stream().map(TableFact::name).toList();
  }

  private static Facts ofOrm(String xml, String... java) {
    return SampleFacts.of(List.of(new Source("src/main/resources/META-INF/orm.xml", xml)), java);
  }

  private static final String ORM = """
      <entity-mappings xmlns="http://java.sun.com/xml/ns/persistence/orm">
        <package>shop</package>
        <named-query name="late"><query>select o from Order o join o.customer c</query></named-query>
        <entity class="Order">
          <table name="purchase"/>
          <attributes>
            <many-to-one name="customer" fetch="LAZY"><join-column name="customer_id"/></many-to-one>
            <one-to-many name="lines" target-entity="shop.Line">
              <join-table name="purchase_line"/>
              <cascade><cascade-persist/><cascade-remove/></cascade>
            </one-to-many>
            <embedded name="address"/>
          </attributes>
        </entity>
        <entity class="Customer">
          <attributes>
            <one-to-many name="orders" mapped-by="customer" fetch="EAGER"><cascade><cascade-all/></cascade></one-to-many>
            <element-collection name="phones"><collection-table name="phone"/></element-collection>
          </attributes>
        </entity>
        <entity class="Line"/>
        <embeddable class="Address"/>
      </entity-mappings>
      """;

  @Test
  void jpaMappingFilesTellTablesAndAssociations() {
    Facts facts = ofOrm(ORM, ORDER, CUSTOMER, "public class Line {}", "public class Address {}");
    assertEquals("purchase", entity(facts, "Order").table());
    assertEquals("customer", entity(facts, "Customer").table());
    assertEquals("", entity(facts, "Address").table());
    assertEquals(
        List.of(
            "customer ManyToOne Customer owner [] lazy  [customer_id]",
            "lines OneToMany Line owner [PERSIST, REMOVE] lazy purchase_line []",
            "address Embedded Address owner [] lazy  []"),
        associations(facts, "Order"));
    assertEquals(
        List.of("orders OneToMany Order by customer [ALL] eager  []"),
        associations(facts, "Customer"));
    assertEquals(List.of("customer", "line", "phone", "purchase", "purchase_line"), tables(facts));
  }

  @Test
  void whoAsksForANamedQueryOfAFileReadsItsTables() {
    Facts facts = ofOrm(
        ORM,
        ORDER,
        CUSTOMER,
        "public class Line {}",
        "public class Report { Object em; void run() { em.createNamedQuery(\"late\"); } }");
    assertEquals(List.of("Report.run/0 r"), SampleFacts.touching(facts, "purchase"));
  }

  @Test
  void mappingFilesOfTestsAreNone() {
    Facts facts = SampleFacts.of(
        List.of(new Source("src/test/resources/META-INF/orm.xml", ORM)), ORDER, CUSTOMER);
    assertEquals(List.of(), tables(facts));
  }

  @Test
  void hibernatesFilesTellTablesAssociationsAndParts() {
    String xml = """
        <hibernate-mapping package="shop">
          <class name="Order" table="purchase">
            <component name="address" class="Address"><property name="street"/></component>
            <many-to-one name="customer" column="customer_id" cascade="save-update"/>
            <set name="lines" table="purchase_line" lazy="false">
              <key column="order_id"/><many-to-many class="Line"/>
            </set>
            <subclass name="Rush"/>
          </class>
          <class name="Customer">
            <list name="orders" inverse="true"><key column="customer_id"/><one-to-many class="Order"/></list>
            <set name="phones" table="phone"><key column="c"/><element type="string"/></set>
          </class>
          <class name="Line"/>
        </hibernate-mapping>
        """;
    Facts facts = SampleFacts.of(
        List.of(new Source("src/main/resources/Shop.hbm.xml", xml)),
        ORDER,
        CUSTOMER,
        "public class Line {}",
        "public class Address {}",
        "public class Rush extends Order {}");
    assertEquals("purchase", entity(facts, "Rush").table());
    assertEquals(
        List.of(
            "address Embedded Address owner [] lazy  []",
            "customer ManyToOne Customer owner [SAVE-UPDATE] lazy  [customer_id]",
            "lines ManyToMany Line owner [] eager purchase_line [order_id]"),
        associations(facts, "Order"));
    assertEquals(List.of("Customer", "Line", "phone", "purchase", "purchase_line"), tables(facts));
  }

  @Test
  void circlesAreNoHindrance() {
    String xml = """
        <hibernate-mapping package="shop">
          <subclass name="One"/><subclass name="Other"/>
        </hibernate-mapping>
        """;
    Facts facts = SampleFacts.of(
        List.of(new Source("src/main/resources/Shop.hbm.xml", xml)),
        "public class One extends Other {}",
        "public class Other extends One {}",
        "@Entity public class Left extends Right {}",
        "@Entity public class Right extends Left {}",
        "public class Dao<T> extends Middle<Dao<T>> { EntityManager em; void save(T t) { em.persist(t); } }",
        "public class Middle<T> extends Dao<Middle<T>> {}");
    assertEquals("", entity(facts, "One").table());
    assertEquals("right", entity(facts, "Left").table());
  }

  @Test
  void aSubclassIsInTheTableOfItsEntityUnlessThatSaysOtherwise() {
    Facts facts = SampleFacts.of(
        "@Entity @Table(name = \"animals\") public class Animal {}",
        "@Entity public class Dog extends Animal {}",
        "@Entity public class Puppy extends Dog {}",
        "@Entity @Inheritance(strategy = InheritanceType.JOINED) public class Plant {}",
        "@Entity public class Tree extends Plant {}");
    assertEquals(
        List.of("animals", "animals", "tree"),
        Stream.of("Dog", "Puppy", "Tree").map(n -> entity(facts, n).table()).toList());
  }
}
