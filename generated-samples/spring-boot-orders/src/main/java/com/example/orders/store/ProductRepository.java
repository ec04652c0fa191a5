package com.example.orders.store;

import com.example.orders.api.Field;
import com.example.orders.api.model.Category;
import com.example.orders.api.model.ListProductsSort;
import com.example.orders.api.model.Money;
import com.example.orders.api.model.Product;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps each product in the table {@code products}. */
@Repository
public class ProductRepository {
  private final JdbcClient jdbc;
  private final JsonColumns json;

  ProductRepository(JdbcClient jdbc, JsonColumns json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  public Optional<Product> find(UUID id) {
    return jdbc.sql("select * from products where id = :id").param("id", id).query(this::product).optional();
  }

  /** At most {@code limit} of them, without the first {@code offset}. */
  public List<Product> list(Category category, Boolean available, ListProductsSort sort, long limit, long offset) {
    Conditions conditions = matching(category, available);
    return jdbc.sql("select * from products" + conditions + " order by " + order(sort) + " limit :limit offset :offset")
        .params(conditions.values())
        .param("limit", limit)
        .param("offset", offset)
        .query(this::product)
        .list();
  }

  public long count(Category category, Boolean available) {
    Conditions conditions = matching(category, available);
    return jdbc.sql("select count(*) from products" + conditions)
        .params(conditions.values())
        .query(Long.class)
        .single();
  }

  private static Conditions matching(Category category, Boolean available) {
    return new Conditions()
        .equal("category", Optional.ofNullable(category).map(Category::value).orElse(null))
        .equal("available", available);
  }

  private static String order(ListProductsSort sort) {
    return switch (sort) {
      case NAME -> "name, added";
      case MINUS_NAME -> "name desc, added";
      case SKU -> "sku, added";
      case MINUS_SKU -> "sku desc, added";
      case UNKNOWN -> "added";
    };
  }

  public Product create(Product product) {
    return jdbc.sql(
            """
            insert into products (sku, name, description, category, price, available)
            values (:sku, :name, :description, :category, :price, coalesce(:available, true))
            returning *
            """)
        .param("sku", product.sku())
        .param("name", product.name())
        .param("description", product.description().value())
        .param("category", product.category().value())
        .param("price", json.write(product.price()))
        .param("available", product.available())
        .query(this::product)
        .single();
  }

  public Optional<Product> replace(UUID id, Product product) {
    return jdbc.sql(
            """
            update products
            set sku = :sku, name = :name, description = :description, category = :category, price = :price,
                available = coalesce(:available, true)
            where id = :id
            returning *
            """)
        .param("id", id)
        .param("sku", product.sku())
        .param("name", product.name())
        .param("description", product.description().value())
        .param("category", product.category().value())
        .param("price", json.write(product.price()))
        .param("available", product.available())
        .query(this::product)
        .optional();
  }

  /** Whether it was there. */
  public boolean delete(UUID id) {
    int rows = jdbc.sql("delete from products where id = :id").param("id", id).update();
    return rows > 0;
  }

  private Product product(ResultSet row, int number) throws SQLException {
    return new Product(
        row.getObject("id", UUID.class),
        row.getString("sku"),
        row.getString("name"),
        Field.of(row.getString("description")),
        Category.of(row.getString("category")),
        json.read(row, "price", Money.class),
        row.getObject("available", Boolean.class));
  }
}
