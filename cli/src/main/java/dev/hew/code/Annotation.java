package dev.hew.code;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An annotation as written.
 *
 * @param name the simple name
 * @param values texts, names and numbers by attribute, in the order of the text; nested annotations are among {@code
 *     nested}
 */
public record Annotation(
    String name, int line, Map<String, List<String>> values, List<Annotation> nested) {

  public Annotation {
    values = new TreeMap<>(values);
    nested = List.copyOf(nested);
  }

  /** The first value of an attribute; empty when it is not given. */
  public Optional<String> value(String attribute) {
    List<String> all = values.getOrDefault(attribute, List.of());
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
  }

  /** All values of the first of these attributes that is given. */
  public List<String> all(String... attributes) {
    for (String attribute : attributes) {
      if (values.containsKey(attribute)) {
        return values.get(attribute);
      }
    }
    return List.of();
  }

  /** The first annotation of one of these simple names. */
  public static Optional<Annotation> find(List<Annotation> annotations, String... names) {
    for (Annotation annotation : annotations) {
      for (String name : names) {
        if (annotation.name.equals(name)) {
          return Optional.of(annotation);
        }
      }
    }
    return Optional.empty();
  }
}
