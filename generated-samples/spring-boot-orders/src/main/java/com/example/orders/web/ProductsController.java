package com.example.orders.web;

import com.example.orders.api.ProductsApi;
import com.example.orders.api.model.Category;
import com.example.orders.api.model.ListProductsSort;
import com.example.orders.api.model.Product;
import com.example.orders.api.model.ProductPage;
import com.example.orders.store.ProductRepository;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

@RestController
class ProductsController implements ProductsApi {
  private final ProductRepository products;

  ProductsController(ProductRepository products) {
    this.products = products;
  }

  @Override
  public ResponseEntity<ProductPage> listProducts(
      Category category,
      Boolean available,
      ListProductsSort sort,
      Integer page,
      Integer size) {
    List<Product> items = products.list(category, available, sort, size, (long) page * size);
    return ResponseEntity.ok(new ProductPage(items, products.count(category, available)));
  }

  @Override
  public ResponseEntity<Product> createProduct(Product body) {
    Product created = products.create(body);
    return ResponseEntity.created(location(created.id())).body(created);
  }

  @Override
  public ResponseEntity<Product> getProduct(UUID productId) {
    return products.find(productId).map(ResponseEntity::ok).orElseThrow(() -> missing("product"));
  }

  @Override
  public ResponseEntity<Product> replaceProduct(UUID productId, Product body) {
    return products.replace(productId, body).map(ResponseEntity::ok).orElseThrow(() -> missing("product"));
  }

  @Override
  public ResponseEntity<Void> deleteProduct(UUID productId) {
    if (!products.delete(productId)) {
      throw missing("product");
    }
    return ResponseEntity.noContent().build();
  }

  private static URI location(Object id) {
    return ServletUriComponentsBuilder.fromCurrentRequestUri().pathSegment("{id}").build(id);
  }

  private static ResponseStatusException missing(String what) {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such " + what + ".");
  }
}
