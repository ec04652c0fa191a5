package com.example.orders.store;

import com.example.orders.api.model.Money;
import com.example.orders.api.model.OrderLine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps each order line in the table {@code order_lines}. */
@Repository
public class OrderLineRepository {
  private final JdbcClient jdbc;
  private final JsonColumns json;

  OrderLineRepository(JdbcClient jdbc, JsonColumns json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  public List<OrderLine> list(UUID orderId) {
    return jdbc.sql("select * from order_lines where order_id = :order_id order by added")
        .param("order_id", orderId)
        .query(this::orderLine)
        .list();
  }

  public OrderLine create(UUID orderId, OrderLine orderLine) {
    // Yours to compute: order_lines.price, the same in every row until then.
    return jdbc.sql(
            """
            insert into order_lines (order_id, product_id, quantity)
            values (:order_id, :product_id, :quantity)
            returning *
            """)
        .param("order_id", orderId)
        .param("product_id", orderLine.productId())
        .param("quantity", orderLine.quantity())
        .query(this::orderLine)
        .single();
  }

  private OrderLine orderLine(ResultSet row, int number) throws SQLException {
    return new OrderLine(
        row.getObject("id", UUID.class),
        row.getObject("product_id", UUID.class),
        row.getObject("quantity", Integer.class),
        json.read(row, "price", Money.class));
  }
}
