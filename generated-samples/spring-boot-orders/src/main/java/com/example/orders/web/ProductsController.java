package com.example.orders.web;

import com.example.orders.api.ProductsApi;
import com.example.orders.api.model.Category;
import com.example.orders.api.model.ListProductsSort;
import com.example.orders.api.model.Product;
import com.example.orders.api.model.ProductPage;
import com.example.orders.store.ProductRepository;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

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
    return ResponseEntity.created(Replies.location(created.id())).body(created);
  }

  @Override
  public ResponseEntity<Product> getProduct(UUID productId) {
    return products.find(productId).map(ResponseEntity::ok).orElseThrow(() -> Replies.missing("product"));
  }

  @Override
  public ResponseEntity<Product> replaceProduct(UUID productId, Product body) {
    return products.replace(productId, body).map(ResponseEntity::ok).orElseThrow(() -> Replies.missing("product"));
  }

  @Override
  public ResponseEntity<Void> deleteProduct(UUID productId) {
    if (!products.delete(productId)) {
      throw Replies.missing("product");
    }
    return ResponseEntity.noContent().build();
  }
}
