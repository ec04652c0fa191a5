package dev.hew.contract;

import dev.hew.yaml.Node;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A parameter outside the body, its defaults filled in.
 *
 * @param style how an array or object is written as text
 * @param explode whether each item or property stands on its own
 * @param schema of the value; for a parameter with {@code content}, the schema of that one media type
 * @param content the media type when the parameter is declared with {@code content}
 * @param examples values from {@code example} and {@code examples}
 */
public record Parameter(
    Place place,
    String name,
    In in,
    Style style,
    boolean explode,
    boolean allowReserved,
    boolean allowEmptyValue,
    boolean required,
    boolean deprecated,
    Optional<String> description,
    Schema schema,
    Optional<String> content,
    List<Node> examples) {

  /** A place holds one parameter: no need to look through its schema and examples. */
  @Override
  public int hashCode() {
    return place.hashCode();
  }

  /** Whether it is a header of this name. */
  public boolean isHeader(String header) {
    return in == In.HEADER && name.equalsIgnoreCase(header);
  }

  /** Whether, if its value is an object, each property of that is sent as if it were a parameter itself. */
  public boolean scattersObjects() {
    return (in == In.QUERY || in == In.COOKIE)
        && explode
        && style != Style.DEEP_OBJECT
        && content.isEmpty();
  }

  /** Where a parameter is sent. */
  public enum In {
    PATH,
    QUERY,
    HEADER,
    COOKIE;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How a value is written as text; {@code TSV} is Swagger 2.0's. */
  public enum Style {
    MATRIX,
    LABEL,
    SIMPLE,
    FORM,
    SPACE_DELIMITED,
    PIPE_DELIMITED,
    DEEP_OBJECT,
    TSV,
    COOKIE
  }
}
