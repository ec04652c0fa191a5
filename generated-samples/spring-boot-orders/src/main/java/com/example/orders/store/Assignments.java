package com.example.orders.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The columns that an update sets; as text, what stands behind {@code set}. */
final class Assignments {
  private final Map<String, Object> values = new LinkedHashMap<>();

  void set(String column, Object value) {
    values.put(column, value);
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  /** The values, by the names of the parameters. */
  Map<String, Object> values() {
    return values;
  }

  @Override
  public String toString() {
    return values.keySet().stream().map(column -> column + " = :" + column).collect(Collectors.joining(", "));
  }
}
