package com.example.orders.api.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.constraints.AssertTrue;
import java.util.Arrays;

public enum ListProductsSort {
  NAME("name"),
  MINUS_NAME("-name"),
  SKU("sku"),
  MINUS_SKU("-sku"),
  /** Any value that the contract does not list. It is read without complaint, but it is not valid. */
  UNKNOWN(null);

  private final String value;

  ListProductsSort(String value) {
    this.value = value;
  }

  @JsonCreator
  public static ListProductsSort of(String value) {
    return Arrays.stream(values()).filter(constant -> value.equals(constant.value)).findFirst().orElse(UNKNOWN);
  }

  @JsonValue
  public String value() {
    return value;
  }

  @AssertTrue(message = "must be one of the documented values")
  boolean isKnown() {
    return this != UNKNOWN;
  }
}
