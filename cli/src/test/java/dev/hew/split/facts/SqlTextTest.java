package dev.hew.split.facts;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlTextTest {
  /** What is said to people; each is about a table of the same name. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\1',
      nullValues = "-",
      value = {
        "Delete from cart | -",
        "Delete from cart | @ApiOperation",
        "delete from cart | @Operation",
        "DELETE FROM cart | @ApiOperation",
        "delete from cart | info",
        "Select product from category where available = true | warn",
        "Delete from cart | IllegalStateException",
        "Delete from cart | setTitle",
        "Delete from cart | =title",
        "Delete from cart? | -",
        "Delete from cart (all items) | -",
        "delete from cart before checkout | -",
        "Delete from cart: are you sure? | =question",
        "Select item from cart | -",
        "select the product you want from cart | -",
        "select product and task from cart | -",
        "Update product set | -",
        "update product set price and stock | -",
        "Update cart and set quantity | -",
        "Insert into cart | -",
        "insert into cart before checkout | -",
        "From product to cart | -",
        "From product | =label",
        "With product as gift | -",
        "with product as gift | -",
        "Merge into cart | -",
        "Truncate table please | -",
        "from customer to supplier | -",
      })
  void prose(String text, String call) {
    assertFalse(SqlText.isStatement(text, call == null ? "" : call));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\1',
      nullValues = "-",
      value = {
        "delete from cart | -",
        "DELETE FROM cart | append",
        "Delete From cart | -",
        "Delete from cart | executeUpdate",
        "Delete from cart | createQuery",
        "Delete from cart | =sql",
        "Delete from cart | =DELETE_CART_SQL",
        "Delete from Cart c where c.id = :id | -",
        "Delete from shopping_cart | -",
        "Select c from Cart c | -",
        "Select c.name from Cart c | -",
        "Select MAX(l.counter) from Loan l where l.client.id = :id | =FIND",
        "From Cart | createQuery",
        "From Cart | @Query",
        "From Cart | @NamedNativeQuery",
        "from Cart | list",
        "Insert into cart (id) values (1) | -",
        "Update cart set total = 0 | -",
      })
  void statementWhereItStands(String text, String call) {
    assertTrue(SqlText.isStatement(text, call == null ? "" : call));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select * from orders",
        "select distinct p from Product as p left join fetch p.lines",
        "select count(distinct p), sum(x) total from ProductAvailability p join p.owner",
        "select new com.acme.Line(o.id, o.name) from Order o, Line l where l.order = o",
        "select a.b c, d as e, case when x = 1 then case when y then 1 else 2 end else 3 end kind from t",
        "select a is not null as known from t",
        "(select id from a) union (select id from b)",
        "/* all */ select id -- the key\n from a",
        "select  ?  where id = 1 from  ? ",
        "select from account",
        "select id from \"order\" o where id in (1)",
        "select id from orders as of timestamp x",
        "select id from orders with (nolock)",
        "select id from ${table} join users u on true",
        "select id from only orders",
        "SELECT SQL_CALC_FOUND_ROWS id FROM orders LIMIT 3",
        "select (case when exists (select 1 from orders o where o.id = ?) then 'true' else 'false' end)",
        "select  ? join (select a.id from orders a where a.id > ? limit ?) b on b.id = sa.id ",
        "select sum(case when a = 1 then b) + (c else 0 end)) as due from orders o join lines l on l.id = o.id",
        "SELECT SUM(code_score) FROM code_value WHERE code_value.",
        "from OrderElement orderElement, ExpenseSheetLine expense where 1 = 1",
        "from Product",
        "insert into orders",
        "insert ignore into orders values (1)",
        "insert into orders select id from old",
        "insert into orders  ? ",
        "replace into orders (id) values (?)",
        "merge into orders o using dual on (1 = 1)",
        "update orders set total = 0",
        "update Order o set o.total = 0",
        "update orders set  ?  where id = 1",
        "update orders o join lines l on l.id = o.id set o.total = 1",
        "update versioned Cat set name = 1",
        "delete from orders",
        "delete from orders o using lines l where true",
        "delete Order where id = 1",
        "delete o, l.* from orders o join lines l on l.id = o.id",
        "delete o from orders o where o.id = 1",
        "truncate table orders cascade",
        "with recursive x (id) as (select 1) select * from x",
        "with x as not materialized (select 1) delete from y",
      })
  void statement(String text) {
    assertTrue(SqlText.isStatement(text));
  }
}
