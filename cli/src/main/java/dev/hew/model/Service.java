package dev.hew.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The whole service, as templates see it.
 *
 * @param name the service's name, for example {@code orders}
 * @param contractVersion the version that the contract gives itself
 * @param basePath the path that all operations stand under; empty, or starts with a slash
 * @param apis the operations by tag
 * @param types the types in the order of their names
 * @param unserved what the contract holds but the service does not serve, one line each
 */
public record Service(
    Name name,
    Text title,
    Text description,
    Text contractVersion,
    Text basePath,
    List<Api> apis,
    List<TypeDef> types,
    List<Text> unserved) {

  /** A service's name in the casings that files need. */
  public record Name(String pascal, String camel, String kebab, String snake, String flat) {
    static Name of(Words words) {
      return new Name(words.pascal(), words.camel(), words.kebab(), words.snake(), words.flat());
    }

    @Override
    public String toString() {
      return kebab;
    }
  }

  /**
   * The operations of one tag.
   *
   * @param name a type name without suffix, for example {@code Pets}
   */
  public record Api(String name, Text tag, Text doc, List<Endpoint> endpoints) {

    /** What a file with these operations imports, sorted, each once. */
    public List<String> importsWith(List<String> more) {
      Set<String> all = new TreeSet<>(more);
      endpoints.forEach(
          e -> {
            all.addAll(e.result().imports());
            e.parameters().forEach(p -> all.addAll(p.type().imports()));
            e.body().ifPresent(b -> all.addAll(b.imports()));
          });
      return new ArrayList<>(all);
    }

    public boolean anyParameter(String binding) {
      return endpoints.stream().flatMap(e -> e.parameters().stream()).anyMatch(p -> p.binding().equals(binding));
    }
  }

  public List<Endpoint> endpoints() {
    return apis.stream().flatMap(a -> a.endpoints().stream()).toList();
  }

  public boolean anyParameter(String binding) {
    return apis.stream().anyMatch(a -> a.anyParameter(binding));
  }

  public boolean anyMaybe() {
    return types.stream().anyMatch(t -> t.anyField("maybe"));
  }
}
