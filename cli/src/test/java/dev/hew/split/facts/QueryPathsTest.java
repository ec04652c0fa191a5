package dev.hew.split.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What queries over entities read beside what they name. */
class QueryPathsTest {
  private static List<String> read(String query) {
    Facts facts = SampleFacts.of(
        """
        @Entity @Table(name = "purchase") public class Order extends Base {
          @OneToMany(mappedBy = "order") java.util.List<Line> lines;
          @Embedded Address address;
        }\
        """,
        "@MappedSuperclass public class Base { @ManyToOne Customer customer; }",
        "@Embeddable public class Address { @ManyToOne City city; }",
        "@Entity public class Line { @ManyToOne Order order; @ManyToOne Product product;"
            + " @ManyToMany @JoinTable(name = \"line_tag\") java.util.Set<Tag> tags; }",
        "@Entity public class Product {}",
        "@Entity public class Tag {}",
        "@Entity public class Customer {}",
        "@Entity public class City {}",
        "@Entity public class Customers {}",
        "public class Report { Object em; void run() { em.createQuery(\"" + query + "\"); } }");
    return facts.tables().stream()
        .filter(t -> t.accesses().stream().anyMatch(a -> a.from().equals("shop.Report")))
        .map(TableFact::name)
        .sorted()
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "select o from Order o join o.customer c where c.name = 'a' | customer,purchase",
        "select o from Order o left join fetch o.lines l join fetch l.product |"
            + " line,product,purchase",
        "select o from Order as o inner join o.lines as l join l.tags t where t.id = 1 |"
            + " line,line_tag,purchase,tag",
        "select o from Order o, in (o.lines) l where l.product.name = :n | line,product,purchase",
        "select o from Order o where o.customer.name = :n | customer,purchase",
        "select o from Order o where o.customer.id = :n | purchase",
        "select o from Order o where o.customer = :n | purchase",
        "select o from Order o where o.address.city.name = :n | city,purchase",
        "from shop.Order o join o.customer | customer,purchase",
        "select x from Unknown x join x.customer c where c.a = 1 | ''",
        "select o.customer from Order o | customer,purchase",
        "select distinct o.customer, o.id from Order o | customer,purchase",
        "select new shop.Row(o.id, o.customer) from Order o | customer,purchase",
        "select l.order.address.city from Line l | city,line,purchase",
        "select o.customer.id from Order o | purchase",
        "select count(o.customer) from Order o | purchase",
        "select count(distinct o.customer), o.address.city from Order o | city,purchase",
        "select o from Order o where o.id in (select l.order from Line l) | line,purchase",
        "select l.id from Line l where l.product in (select p from Product p where p.id = 1) |"
            + " line,product",
        "select o from Order o where o.lines is empty | line,purchase",
        "select o from Order o order by o.customer.name | customer,purchase",
        "select (select count(l) from Line l), o.customer from Order o | customer,line,purchase",
        "select (select l.product from Line l where l.order = o), o.id from Order o |"
            + " line,product,purchase",
        "select (select max(l.id) from Line l where l.product = :p) from Order o | line,purchase",
        "select o from Order o where exists (select o.id from City o) and o.customer.name = :n |"
            + " city,customer,purchase",
        "select o from Order o where exists (select 1 from Line x where x.order = o"
            + " and o.customer.name = :n) | customer,line,purchase",
        "select x.id from (select l.id, l.product from Line l) x, Order o where o.customer.name = :n |"
            + " customer,line,purchase",
        "select extract(year from o.customer), o.customer from Order o | customer,purchase",
        "select o.id from Order o where extract(year from o.customer) = 1 | purchase",
      })
  void pathsAreFollowed(String query, String tables) {
    assertEquals(tables.isEmpty() ? List.of() : List.of(tables.split(",")), read(query));
  }
}
