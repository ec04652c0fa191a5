package com.example.orders.store;

import com.example.orders.api.Field;
import com.example.orders.api.model.Address;
import com.example.orders.api.model.ListOrdersSort;
import com.example.orders.api.model.Money;
import com.example.orders.api.model.NewOrder;
import com.example.orders.api.model.Order;
import com.example.orders.api.model.OrderPatch;
import com.example.orders.api.model.OrderStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps each order in the table {@code orders}. */
@Repository
public class OrderRepository {
  private final JdbcClient jdbc;
  private final JsonColumns json;

  OrderRepository(JdbcClient jdbc, JsonColumns json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  public Optional<Order> find(UUID id) {
    return jdbc.sql("select * from orders where id = :id").param("id", id).query(this::order).optional();
  }

  public boolean exists(UUID id) {
    return jdbc.sql("select exists (select from orders where id = :id)").param("id", id).query(Boolean.class).single();
  }

  /** At most {@code limit} of them, without the first {@code offset}. */
  public List<Order> list(OrderStatus status, UUID customerId, ListOrdersSort sort, long limit, long offset) {
    Conditions conditions = matching(status, customerId);
    return jdbc.sql("select * from orders" + conditions + " order by " + order(sort) + " limit :limit offset :offset")
        .params(conditions.values())
        .param("limit", limit)
        .param("offset", offset)
        .query(this::order)
        .list();
  }

  public long count(OrderStatus status, UUID customerId) {
    Conditions conditions = matching(status, customerId);
    return jdbc.sql("select count(*) from orders" + conditions).params(conditions.values()).query(Long.class).single();
  }

  private static Conditions matching(OrderStatus status, UUID customerId) {
    return new Conditions()
        .equal("status", Optional.ofNullable(status).map(OrderStatus::value).orElse(null))
        .equal("customer_id", customerId);
  }

  private static String order(ListOrdersSort sort) {
    return switch (sort) {
      case CREATED_AT -> "created_at, added";
      case MINUS_CREATED_AT -> "created_at desc, added";
      case NUMBER -> "number, added";
      case MINUS_NUMBER -> "number desc, added";
      case UNKNOWN -> "added";
    };
  }

  public Order create(NewOrder order) {
    // Yours to compute: orders.total, the same in every row until then.
    return jdbc.sql(
            """
            insert into orders (customer_id, shipping_address, note)
            values (:customer_id, :shipping_address, :note)
            returning *
            """)
        .param("customer_id", order.customerId())
        .param("shipping_address", json.write(order.shippingAddress()))
        .param("note", order.note().value())
        .query(this::order)
        .single();
  }

  /** Changes what {@code changes} has, and leaves the rest as it is. */
  public Optional<Order> patch(UUID id, OrderPatch changes) {
    var assignments = new Assignments();
    if (changes.status() != null) {
      assignments.set("status", changes.status().value());
    }
    if (changes.shippingAddress() != null) {
      assignments.set("shipping_address", json.write(changes.shippingAddress()));
    }
    if (changes.note().present()) {
      assignments.set("note", changes.note().value());
    }
    if (changes.requestedDelivery() != null) {
      assignments.set("requested_delivery", changes.requestedDelivery());
    }
    if (assignments.isEmpty()) {
      return find(id);
    }
    return jdbc.sql("update orders set " + assignments + " where id = :id returning *")
        .params(assignments.values())
        .param("id", id)
        .query(this::order)
        .optional();
  }

  /** Whether it was there. */
  public boolean delete(UUID id) {
    int rows = jdbc.sql("delete from orders where id = :id").param("id", id).update();
    return rows > 0;
  }

  private Order order(ResultSet row, int number) throws SQLException {
    return new Order(
        row.getObject("customer_id", UUID.class),
        json.read(row, "shipping_address", Address.class),
        Field.of(row.getString("note")),
        row.getObject("id", UUID.class),
        row.getObject("number", Long.class),
        OrderStatus.of(row.getString("status")),
        json.read(row, "total", Money.class),
        row.getObject("created_at", OffsetDateTime.class),
        row.getObject("requested_delivery", LocalDate.class));
  }
}
