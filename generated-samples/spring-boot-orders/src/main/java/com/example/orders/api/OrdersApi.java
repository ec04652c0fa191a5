package com.example.orders.api;

import com.example.orders.api.model.ListOrdersSort;
import com.example.orders.api.model.NewOrder;
import com.example.orders.api.model.Order;
import com.example.orders.api.model.OrderPage;
import com.example.orders.api.model.OrderPatch;
import com.example.orders.api.model.OrderStatus;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What customers have ordered.
 *
 * <p>A method that nobody overrides answers with the contract's example.
 */
public interface OrdersApi {

  /** List orders */
  @GetMapping(path = "/orders", produces = "application/json")
  default ResponseEntity<OrderPage> listOrders(
      @RequestParam(required = false) OrderStatus status,
      @RequestParam(required = false) UUID customerId,
      @RequestParam(defaultValue = "-createdAt") ListOrdersSort sort,
      @RequestParam(defaultValue = "0") @Min(0) Integer page,
      @RequestParam(defaultValue = "20") @Min(1) @Max(100) Integer size) {
    return Stub.answer("listOrders");
  }

  /**
   * Place an order
   *
   * <p>The order starts in the state {@code open} and without lines.
   */
  @PostMapping(path = "/orders", consumes = "application/json", produces = "application/json")
  default ResponseEntity<Order> createOrder(@RequestBody @Valid NewOrder body) {
    return Stub.answer("createOrder");
  }

  /** Read an order */
  @GetMapping(path = "/orders/{orderId}", produces = "application/json")
  default ResponseEntity<Order> getOrder(@PathVariable UUID orderId) {
    return Stub.answer("getOrder");
  }

  /**
   * Change parts of an order
   *
   * <p>A JSON merge patch. What is left out stays as it is; {@code null} clears the property.
   */
  @PatchMapping(path = "/orders/{orderId}", consumes = "application/merge-patch+json", produces = "application/json")
  default ResponseEntity<Order> updateOrder(
      @PathVariable UUID orderId,
      @RequestBody @BodySchema("OrderPatch") @Valid OrderPatch body) {
    return Stub.answer("updateOrder");
  }

  /** Remove an order with its lines */
  @DeleteMapping("/orders/{orderId}")
  default ResponseEntity<Void> deleteOrder(@PathVariable UUID orderId) {
    return Stub.answer("deleteOrder");
  }
}
