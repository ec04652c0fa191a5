package dev.hew.contract;

import dev.hew.yaml.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A property that was called otherwise, or may have been.
 *
 * @param former what it was called
 * @param said whether the contract says so ({@code x-renamed-from})
 */
public record Renamed(String former, boolean said) {
  /** What says in a schema how it was called before. */
  public static final String KEYWORD = "x-renamed-from";

  private static final List<String> TYPE = List.of("type", "format", "$ref", "items");

  /** As it follows the property's name. */
  String words() {
    return said
        ? "renamed from `" + former + "`"
        : "added (`" + former + "`, of the same type, is gone: if this is it, say `" + KEYWORD
            + ": " + former + "`, which renames a column)";
  }

  /** The new properties of a schema, by name, that are called so by the contract, or are the only ones like one that is gone. */
  static Map<String, Renamed> of(Schema was, Schema is) {
    Map<String, Renamed> renamed = new LinkedHashMap<>();
    List<String> gone = only(was, is);
    List<String> fresh = only(is, was);
    for (String name : fresh) {
      Node node = is.properties().get(name).node();
      Optional<String> said = node.get(KEYWORD)
          .filter(Node.Scalar.class::isInstance)
          .map(value -> String.valueOf(((Node.Scalar) value).value()))
          .filter(gone::contains);
      if (said.isPresent()) {
        renamed.put(name, new Renamed(said.get(), true));
        continue;
      }
      Predicate<Node> like = other -> TYPE.stream()
          .allMatch(key -> Alike.optional(node.get(key), other.get(key), Alike::nodes));
      List<String> formers = gone.stream()
          .filter(old -> like.test(was.properties().get(old).node()))
          .toList();
      long others = fresh.stream()
          .filter(one -> like.test(is.properties().get(one).node()))
          .count();
      if (formers.size() == 1 && others == 1) {
        renamed.put(name, new Renamed(formers.get(0), false));
      }
    }
    return renamed;
  }

  private static List<String> only(Schema one, Schema other) {
    return one.properties().keySet().stream()
        .filter(name -> !other.properties().containsKey(name))
        .toList();
  }
}
