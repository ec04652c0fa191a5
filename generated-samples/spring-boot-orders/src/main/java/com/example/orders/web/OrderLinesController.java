package com.example.orders.web;

import com.example.orders.api.OrderLinesApi;
import com.example.orders.api.model.OrderLine;
import com.example.orders.store.OrderLineRepository;
import com.example.orders.store.OrderRepository;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

@RestController
class OrderLinesController implements OrderLinesApi {
  private final OrderLineRepository orderLines;
  private final OrderRepository orders;

  OrderLinesController(OrderLineRepository orderLines, OrderRepository orders) {
    this.orderLines = orderLines;
    this.orders = orders;
  }

  @Override
  public ResponseEntity<List<OrderLine>> listOrderLines(UUID orderId) {
    if (!orders.exists(orderId)) {
      throw Replies.missing("order");
    }
    return ResponseEntity.ok(orderLines.list(orderId));
  }

  @Override
  public ResponseEntity<OrderLine> addOrderLine(UUID orderId, OrderLine body) {
    if (!orders.exists(orderId)) {
      throw Replies.missing("order");
    }
    OrderLine created = orderLines.create(orderId, body);
    return ResponseEntity.created(ServletUriComponentsBuilder.fromCurrentRequestUri().build().toUri()).body(created);
  }
}
