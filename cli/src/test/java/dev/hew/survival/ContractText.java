package dev.hew.survival;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** A contract as maps and lists that can be changed, as its owner changes it in an editor. */
final class ContractText {
  private static final List<String> METHODS =
      List.of("get", "put", "post", "delete", "patch", "head", "options");
  final Map<String, Object> root;

  /** One operation and where it stands. */
  record Op(String path, String method, Map<String, Object> item, Map<String, Object> body) {}

  private ContractText(Map<String, Object> root) {
    this.root = root;
  }

  static ContractText of(String yaml) {
    return new ContractText(map(new Load(LoadSettings.builder().build()).loadFromString(yaml)));
  }

  String yaml() {
    return new Dump(DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setDereferenceAliases(true)
            .setWidth(1000)
            .build())
        .dumpToString(root);
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked")
  static List<Object> list(Object value) {
    return (List<Object>) value;
  }

  /** A map literal that keeps its order and can be changed. */
  static Map<String, Object> of(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }

  static Map<String, Object> ref(String schema) {
    return of("$ref", "#/components/schemas/" + schema);
  }

  static <T> T pick(List<T> all, Random random) {
    if (all.isEmpty()) {
      throw new NotHere();
    }
    return all.get(random.nextInt(all.size()));
  }

  /** There is nothing in this contract that the change could be made to. */
  static final class NotHere extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  Map<String, Object> paths() {
    return map(root.get("paths"));
  }

  Map<String, Object> schemas() {
    Map<String, Object> components = map(root.computeIfAbsent("components", k -> of()));
    return map(components.computeIfAbsent("schemas", k -> of()));
  }

  List<Op> operations() {
    List<Op> all = new ArrayList<>();
    paths()
        .forEach((path, item) -> map(item).forEach((method, body) -> {
          if (METHODS.contains(method)) {
            all.add(new Op(path, method, map(item), map(body)));
          }
        }));
    return all;
  }

  /** The operations that are named, so that the name can be changed. */
  List<Op> named() {
    return operations().stream()
        .filter(o -> o.body().containsKey("operationId"))
        .toList();
  }

  List<Op> tagged() {
    return operations().stream().filter(o -> o.body().containsKey("tags")).toList();
  }

  List<String> tags() {
    return tagged().stream()
        .map(o -> (String) list(o.body().get("tags")).get(0))
        .distinct()
        .toList();
  }

  /** Names of the component schemas that list properties. */
  List<String> objects() {
    return schemas().keySet().stream()
        .filter(name ->
            map(schemas().get(name)).get("properties") instanceof Map<?, ?> m && !m.isEmpty())
        .toList();
  }

  List<Object> parameters(Op op) {
    return list(op.body().computeIfAbsent("parameters", k -> new ArrayList<>()));
  }

  /** Replaces each reference to a schema. */
  void redirect(String from, String to) {
    redirect(root, "#/components/schemas/" + from, "#/components/schemas/" + to);
  }

  private static void redirect(Object value, String from, String to) {
    if (value instanceof Map<?, ?>) {
      map(value).replaceAll((key, inner) -> {
        redirect(inner, from, to);
        return from.equals(inner) ? to : inner;
      });
    } else if (value instanceof List<?> items) {
      items.forEach(item -> redirect(item, from, to));
    }
  }
}
