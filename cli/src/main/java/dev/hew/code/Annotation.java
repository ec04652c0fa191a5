package dev.hew.code;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * An annotation as written.
 *
 * @param name the simple name
 * @param qualifier the package or type that is written in front of it; empty when none is
 * @param values texts, names and numbers by attribute, in the order of the text; nested annotations are among {@code
 *     nested}
 */
public record Annotation(
    String name,
    String qualifier,
    int line,
    Map<String, List<String>> values,
    List<Annotation> nested) {

  /** In a text that is a sum, a name of something else stands between these two. */
  public static final char NAME_STARTS = '\uE000';

  /** See {@link #NAME_STARTS}. */
  public static final char NAME_ENDS = '\uE001';

  /** A name in a sum, with its two marks; the name is the first group. */
  public static final Pattern NAME_IN_SUM =
      Pattern.compile(NAME_STARTS + "([^" + NAME_STARTS + NAME_ENDS + "]*+)" + NAME_ENDS);

  public Annotation {
    values = new TreeMap<>(values);
    nested = List.copyOf(nested);
  }

  /** The first value of an attribute, {@code " ? "} for each name in a sum; empty when it is not given. */
  public Optional<String> value(String attribute) {
    return all(attribute).stream().findFirst();
  }

  /** All values of the first of these attributes that is given, {@code " ? "} for each name in a sum. */
  public List<String> all(String... attributes) {
    return named(attributes).stream().map(Annotation::plain).toList();
  }

  /** A text with {@code " ? "} for each name in it. */
  public static String plain(String named) {
    return named.indexOf(NAME_STARTS) < 0 ? named : NAME_IN_SUM.matcher(named).replaceAll(" ? ");
  }

  /** All values of the first of these attributes that is given, as they are kept. */
  public List<String> named(String... attributes) {
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
