package com.example.orders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
class OrdersController {
  private final JdbcClient jdbc;
  private final JsonMapper json;

  OrdersController(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  @GetMapping("/orders/{id}")
  ResponseEntity<Order> order(@PathVariable UUID id) {
    return ResponseEntity.of(
        jdbc.sql("select * from orders where id = :id").param("id", id).query(this::read).optional());
  }

  private Order read(ResultSet row, int number) throws SQLException {
    return new Order(
        row.getObject("customer_id", UUID.class),
        json.readValue(row.getString("shipping_address"), Order.Address.class),
        row.getString("note"),
        row.getObject("id", UUID.class),
        row.getLong("number"),
        row.getString("status"),
        json.readValue(row.getString("total"), Order.Money.class),
        row.getObject("created_at", OffsetDateTime.class),
        row.getObject("requested_delivery", LocalDate.class));
  }
}
