package com.example.orders.web;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import org.springframework.util.ReflectionUtils;

/** Where in JSON something stands of which Bean Validation says where it stands in Java. */
final class JsonPointers {
  private JsonPointers() {}

  /**
   * The JSON Pointer (RFC 6901) to a member.
   *
   * @param root what was read from the JSON
   * @param path such as {@code lines[0].unitPrice}
   */
  static String of(Object root, String path) {
    StringBuilder pointer = new StringBuilder();
    Object value = root;
    for (String step : path.split("[.\\[\\]]+")) {
      if (value instanceof Enum<?>) {
        break; // what is said of a constant is said of its text
      }
      if (value instanceof com.example.orders.api.Field<?> optional) {
        value = optional.value();
      }
      if (value instanceof List<?> list && step.matches("\\d{1,9}")) {
        pointer.append('/').append(step);
        int index = Integer.parseInt(step);
        value = index < list.size() ? list.get(index) : null;
      } else if (value instanceof Map<?, ?> map) {
        pointer.append('/').append(escaped(step));
        value = map.get(step);
      } else {
        Field member = isOurs(value) ? ReflectionUtils.findField(value.getClass(), step) : null;
        if (member == null || !isInline(member)) {
          pointer.append('/').append(escaped(name(member, step)));
        }
        value = member == null ? null : read(member, value);
      }
    }
    return pointer.toString();
  }

  /** Whether a value is one of the contract's: a caller's key of a map may look like a path into others. */
  private static boolean isOurs(Object value) {
    return value != null && value.getClass().getName().startsWith("com.example.orders.");
  }

  /** Whether its value stands in the place of what it belongs to. */
  private static boolean isInline(Field member) {
    return member.isAnnotationPresent(JsonAnyGetter.class) || member.isAnnotationPresent(JsonValue.class);
  }

  private static String name(Field member, String otherwise) {
    JsonProperty property = member == null ? null : member.getAnnotation(JsonProperty.class);
    return property == null || property.value().isEmpty() ? otherwise : property.value();
  }

  private static Object read(Field member, Object owner) {
    ReflectionUtils.makeAccessible(member);
    return ReflectionUtils.getField(member, owner);
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
