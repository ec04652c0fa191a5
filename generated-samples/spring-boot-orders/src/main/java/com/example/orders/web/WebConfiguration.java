package com.example.orders.web;

import com.example.orders.api.model.Category;
import com.example.orders.api.model.ListOrdersSort;
import com.example.orders.api.model.ListProductsSort;
import com.example.orders.api.model.OrderStatus;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Reads what callers send in forms that Spring does not read out of the box. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

  @Override
  public void addFormatters(FormatterRegistry registry) {
    registry.addConverter(String.class, Category.class, text -> documented(Category.of(text), Category.UNKNOWN));
    registry.addConverter(
        String.class,
        ListOrdersSort.class,
        text -> documented(ListOrdersSort.of(text), ListOrdersSort.UNKNOWN));
    registry.addConverter(
        String.class,
        ListProductsSort.class,
        text -> documented(ListProductsSort.of(text), ListProductsSort.UNKNOWN));
    registry.addConverter(
        String.class,
        OrderStatus.class,
        text -> documented(OrderStatus.of(text), OrderStatus.UNKNOWN));
  }

  private static <E> E documented(E value, E unknown) {
    if (value == unknown) {
      throw new IllegalArgumentException("must be one of the documented values");
    }
    return value;
  }
}
