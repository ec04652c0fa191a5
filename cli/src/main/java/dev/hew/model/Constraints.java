package dev.hew.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Turns the bounds of a schema into the constraints of the pack's language. */
final class Constraints {
  private static final BigDecimal INT_MAX = BigDecimal.valueOf(Integer.MAX_VALUE);
  private final Language language;

  Constraints(Language language) {
    this.language = language;
  }

  /**
   * The constraints of a scalar.
   *
   * @param key the language's key of the scalar: only a bare {@code string} takes lengths and patterns, and a URI
   *     lengths, as other formats are not text any more once they are read
   */
  List<Language.Entry> ofScalar(Shape shape, String key) {
    List<Language.Entry> found = new ArrayList<>();
    if (key.equals("string")) {
      size(shape, "minLength", "maxLength", "length", found);
      for (String pattern : shape.texts("pattern")) {
        anchored(pattern)
            .ifPresent(p -> add("pattern", Map.of("value", Literals.literal(p)), found));
      }
      if (shape.texts("format").contains("email")) {
        add("email", Map.of(), found);
      }
    } else if (key.equals("string/uri")) {
      size(shape, "minLength", "maxLength", "length", found);
    } else if (key.startsWith("integer") || key.startsWith("number")) {
      bound(shape.largest("minimum"), "minimum", found);
      bound(shape.smallest("maximum"), "maximum", found);
      bound(shape.largest("exclusiveMinimum"), "exclusiveMinimum", found);
      bound(shape.smallest("exclusiveMaximum"), "exclusiveMaximum", found);
      shape
          .smallest("multipleOf")
          .filter(n -> n.signum() > 0)
          .ifPresent(n -> add("multipleOf", Map.of("value", plain(n)), found));
    }
    return found;
  }

  List<Language.Entry> ofList(Shape shape) {
    List<Language.Entry> found = new ArrayList<>();
    size(shape, "minItems", "maxItems", "items", found);
    if (shape.flag("uniqueItems")) {
      add("uniqueItems", Map.of(), found);
    }
    return found;
  }

  List<Language.Entry> ofMap(Shape shape) {
    List<Language.Entry> found = new ArrayList<>();
    size(shape, "minProperties", "maxProperties", "properties", found);
    return found;
  }

  Optional<Language.Entry> named(String constraint) {
    return Optional.ofNullable(language.constraints().get(constraint));
  }

  private void size(Shape shape, String low, String high, String name, List<Language.Entry> found) {
    Optional<BigDecimal> min = shape.largest(low).filter(n -> n.signum() > 0 && fitsInt(n));
    Optional<BigDecimal> max = shape.smallest(high).filter(n -> n.signum() >= 0 && fitsInt(n));
    if (min.isPresent() && max.isPresent()) {
      add(name, Map.of("min", plain(min.get()), "max", plain(max.get())), found);
    } else {
      min.ifPresent(n -> add(name + "Min", Map.of("min", plain(n)), found));
      max.ifPresent(n -> add(name + "Max", Map.of("max", plain(n)), found));
    }
  }

  private void bound(Optional<BigDecimal> bound, String name, List<Language.Entry> found) {
    bound.ifPresent(n -> {
      boolean whole = n.stripTrailingZeros().scale() <= 0 && n.abs().compareTo(INT_MAX) <= 0;
      add(whole ? name : name + "Decimal", Map.of("value", plain(n)), found);
    });
  }

  private void add(String name, Map<String, String> values, List<Language.Entry> found) {
    Language.Entry entry = language.constraints().get(name);
    if (entry == null) {
      return;
    }
    String text = entry.text();
    for (Map.Entry<String, String> value : values.entrySet()) {
      text = text.replace("{" + value.getKey() + "}", value.getValue());
    }
    found.add(new Language.Entry(text, entry.imports()));
  }

  private static boolean fitsInt(BigDecimal n) {
    return n.compareTo(INT_MAX) <= 0;
  }

  /** Without exponent, unless the number is too long to be written out. */
  private static String plain(BigDecimal n) {
    BigDecimal short_ = n.stripTrailingZeros();
    return Math.abs((long) short_.scale()) > 400 ? short_.toString() : short_.toPlainString();
  }

  /**
   * The pattern for a matcher that demands the whole text, whereas JSON Schema looks for the pattern anywhere. Empty
   * when the expression is not one that Java reads.
   */
  private static Optional<String> anchored(String pattern) {
    String whole = pattern.startsWith("^")
            && pattern.endsWith("$")
            && !pattern.endsWith("\\$")
            && !pattern.contains("|")
        ? pattern
        : "(?s).*?(?-s:" + pattern + ").*";
    try {
      Pattern.compile(whole);
      return Optional.of(whole);
    } catch (PatternSyntaxException notJava) {
      // ECMA-262 has forms that Java lacks; the contract cases still check such a value in the
      // answers.
      return Optional.empty();
    }
  }
}
