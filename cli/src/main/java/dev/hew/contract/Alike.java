package dev.hew.contract;

import dev.hew.yaml.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Whether parts of two contracts say the same, wherever they stand. Examples make no difference. */
final class Alike {
  private Alike() {}

  static boolean parameters(Parameter was, Parameter is) {
    return was.style() == is.style()
        && was.explode() == is.explode()
        && was.allowReserved() == is.allowReserved()
        && was.allowEmptyValue() == is.allowEmptyValue()
        && was.required() == is.required()
        && was.deprecated() == is.deprecated()
        && was.description().equals(is.description())
        && was.content().equals(is.content())
        && nodes(was.schema().node(), is.schema().node());
  }

  static boolean responses(Response was, Response is) {
    return was.description().equals(is.description())
        && contents(was.content(), is.content())
        && each(
            byKey(was.headers(), Header::name),
            byKey(is.headers(), Header::name),
            (a, b) -> a.required() == b.required()
                && a.deprecated() == b.deprecated()
                && a.explode() == b.explode()
                && a.description().equals(b.description())
                && a.content().equals(b.content())
                && nodes(a.schema().node(), b.schema().node()));
  }

  static boolean contents(List<MediaType> was, List<MediaType> is) {
    return each(
        byKey(was, MediaType::type),
        byKey(is, MediaType::type),
        (a, b) ->
            optional(a.schema(), b.schema(), (one, other) -> nodes(one.node(), other.node())));
  }

  private static <T> boolean each(
      Map<String, T> was, Map<String, T> is, BiFunction<T, T, Boolean> same) {
    return was.keySet().equals(is.keySet())
        && was.entrySet().stream().allMatch(e -> same.apply(e.getValue(), is.get(e.getKey())));
  }

  static <T> boolean optional(Optional<T> was, Optional<T> is, BiFunction<T, T, Boolean> same) {
    return was.isPresent() == is.isPresent() && (was.isEmpty() || same.apply(was.get(), is.get()));
  }

  /** Whether two nodes say the same, wherever they stand and in whatever order their keys are. */
  static boolean nodes(Node was, Node is) {
    if (was instanceof Node.Scalar one && is instanceof Node.Scalar other) {
      return Objects.equals(one.value(), other.value());
    }
    if (was instanceof Node.Sequence && is instanceof Node.Sequence) {
      List<Node> ours = was.items();
      List<Node> theirs = is.items();
      boolean same = ours.size() == theirs.size();
      for (int i = 0; same && i < ours.size(); i++) {
        same = nodes(ours.get(i), theirs.get(i));
      }
      return same;
    }
    return was instanceof Node.Mapping
        && is instanceof Node.Mapping
        && each(entries(was), entries(is), Alike::nodes);
  }

  private static Map<String, Node> entries(Node node) {
    Map<String, Node> entries = new LinkedHashMap<>();
    node.entries().forEach(e -> entries.put(e.key(), e.value()));
    return entries;
  }

  static <T> Map<String, T> byKey(List<T> items, Function<T, String> key) {
    Map<String, T> map = new LinkedHashMap<>();
    items.forEach(item -> map.putIfAbsent(key.apply(item), item));
    return map;
  }
}
