package com.example.orders.web;

import com.example.orders.api.OrdersApi;
import com.example.orders.api.model.ListOrdersSort;
import com.example.orders.api.model.NewOrder;
import com.example.orders.api.model.Order;
import com.example.orders.api.model.OrderPage;
import com.example.orders.api.model.OrderPatch;
import com.example.orders.api.model.OrderStatus;
import com.example.orders.store.OrderRepository;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OrdersController implements OrdersApi {
  private final OrderRepository orders;

  OrdersController(OrderRepository orders) {
    this.orders = orders;
  }

  @Override
  public ResponseEntity<OrderPage> listOrders(
      OrderStatus status,
      UUID customerId,
      ListOrdersSort sort,
      Integer page,
      Integer size) {
    List<Order> items = orders.list(status, customerId, sort, size, (long) page * size);
    return ResponseEntity.ok(new OrderPage(items, orders.count(status, customerId)));
  }

  @Override
  public ResponseEntity<Order> createOrder(NewOrder body) {
    Order created = orders.create(body);
    return ResponseEntity.created(Replies.location(created.id())).body(created);
  }

  @Override
  public ResponseEntity<Order> getOrder(UUID orderId) {
    return orders.find(orderId).map(ResponseEntity::ok).orElseThrow(() -> Replies.missing("order"));
  }

  @Override
  public ResponseEntity<Order> updateOrder(UUID orderId, OrderPatch body) {
    return orders.patch(orderId, body).map(ResponseEntity::ok).orElseThrow(() -> Replies.missing("order"));
  }

  @Override
  public ResponseEntity<Void> deleteOrder(UUID orderId) {
    if (!orders.delete(orderId)) {
      throw Replies.missing("order");
    }
    return ResponseEntity.noContent().build();
  }
}
