package com.example.orders.api;

import com.example.orders.api.model.Category;
import com.example.orders.api.model.ListProductsSort;
import com.example.orders.api.model.Product;
import com.example.orders.api.model.ProductPage;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What can be ordered.
 *
 * <p>A method that nobody overrides answers with the contract's example.
 */
public interface ProductsApi {

  /** List products */
  @GetMapping(path = "/products", produces = "application/json")
  default ResponseEntity<ProductPage> listProducts(
      @RequestParam(required = false) Category category,
      @RequestParam(required = false) Boolean available,
      @RequestParam(defaultValue = "name") ListProductsSort sort,
      @RequestParam(defaultValue = "0") @Min(0) Integer page,
      @RequestParam(defaultValue = "20") @Min(1) @Max(100) Integer size) {
    return Stub.answer("listProducts");
  }

  /** Add a product */
  @PostMapping(path = "/products", consumes = "application/json", produces = "application/json")
  default ResponseEntity<Product> createProduct(@RequestBody @Valid Product body) {
    return Stub.answer("createProduct");
  }

  /** Read a product */
  @GetMapping(path = "/products/{productId}", produces = "application/json")
  default ResponseEntity<Product> getProduct(@PathVariable UUID productId) {
    return Stub.answer("getProduct");
  }

  /** Replace a product */
  @PutMapping(path = "/products/{productId}", consumes = "application/json", produces = "application/json")
  default ResponseEntity<Product> replaceProduct(@PathVariable UUID productId, @RequestBody @Valid Product body) {
    return Stub.answer("replaceProduct");
  }

  /** Remove a product */
  @DeleteMapping("/products/{productId}")
  default ResponseEntity<Void> deleteProduct(@PathVariable UUID productId) {
    return Stub.answer("deleteProduct");
  }
}
