package com.example.orders.api;

import com.example.orders.api.model.OrderLine;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/**
 * The products of one order, with their quantities.
 *
 * <p>A method that nobody overrides answers with the contract's example.
 */
public interface OrderLinesApi {

  /** List the lines of an order */
  @GetMapping(path = "/orders/{orderId}/lines", produces = "application/json")
  default ResponseEntity<List<OrderLine>> listOrderLines(@PathVariable UUID orderId) {
    return Stub.answer("listOrderLines");
  }

  /** Add a line to an order */
  @PostMapping(path = "/orders/{orderId}/lines", consumes = "application/json", produces = "application/json")
  default ResponseEntity<OrderLine> addOrderLine(@PathVariable UUID orderId, @RequestBody @Valid OrderLine body) {
    return Stub.answer("addOrderLine");
  }
}
