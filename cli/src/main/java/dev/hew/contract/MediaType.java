package dev.hew.contract;

import dev.hew.yaml.Node;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One representation of a body.
 *
 * @param type as written, for example {@code application/json; charset=utf-8} or {@code text/*}
 * @param schema empty when the contract gives none
 * @param examples values from {@code example}, {@code examples}, in that order (Swagger 2.0's {@code examples} too)
 * @param encoding by property, for form bodies
 */
public record MediaType(
    Place place,
    String type,
    Optional<Schema> schema,
    List<Node> examples,
    Map<String, Encoding> encoding) {

  /** How one property of a form body is written. */
  public record Encoding(
      Optional<String> contentType,
      Optional<Parameter.Style> style,
      Optional<Boolean> explode,
      List<Header> headers) {}

  private static final String TOKEN = "[\\w!#$%&'+.^`|~-]+";
  private static final Pattern SYNTAX = Pattern.compile("(\\*/\\*|" + TOKEN + "/(\\*|(\\*\\+)?"
      + TOKEN + "))\\s*(;\\s*(" + TOKEN + "=(" + TOKEN + "|\"[^\"\\\\]*\")\\s*)?)*");

  /** Whether a text is a media type (RFC 9110, section 8.3.1) or a range of such (section 12.5.1). */
  static boolean is(String text) {
    return SYNTAX.matcher(text.strip()).matches();
  }

  /** Type and subtype in lower case, without parameters. */
  public String essence() {
    return essence(type);
  }

  /** The same of a type that is written so. */
  public static String essence(String type) {
    int semicolon = type.indexOf(';');
    return (semicolon < 0 ? type : type.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
  }

  /** Whether values travel as JSON text: {@code application/json}, {@code text/json} or any {@code +json}. */
  public boolean isJson() {
    return essence().equals("application/json")
        || essence().equals("text/json")
        || essence().endsWith("+json");
  }

  /** Whether values are lists of changes: RFC 6902. */
  public boolean isJsonPatch() {
    return isJsonPatch(type);
  }

  /** Whether a type as written is that of lists of changes. */
  public static boolean isJsonPatch(String type) {
    return essence(type).equals("application/json-patch+json");
  }

  /** Whether values say what an object is to have, null what it is to lose: RFC 7396. */
  public boolean isMergePatch() {
    return isMergePatch(type);
  }

  /** Whether a type as written is that of merge patches. */
  public static boolean isMergePatch(String type) {
    return essence(type).equals("application/merge-patch+json");
  }

  /** Whether the type is a range such as {@code image/*}. */
  public boolean isRange() {
    return essence().contains("*");
  }

  public boolean isForm() {
    return essence().equals("application/x-www-form-urlencoded");
  }

  public boolean isMultipart() {
    return essence().startsWith("multipart/");
  }

  /** Whether values travel as characters without a structure that hew reads, XML included. */
  public boolean isText() {
    return !isJson() && (essence().startsWith("text/") || isXml());
  }

  public boolean isXml() {
    return essence().equals("application/xml")
        || essence().equals("text/xml")
        || essence().endsWith("+xml");
  }
}
