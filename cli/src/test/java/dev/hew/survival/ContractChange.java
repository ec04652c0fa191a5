package dev.hew.survival;

import static dev.hew.survival.ContractText.list;
import static dev.hew.survival.ContractText.map;
import static dev.hew.survival.ContractText.of;
import static dev.hew.survival.ContractText.pick;
import static dev.hew.survival.ContractText.ref;

import dev.hew.survival.ContractText.Op;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;

/** One way in which contracts change. */
record ContractChange(String name, BiConsumer<ContractText, Random> change) {

  /** The contract after the change. */
  String applied(String yaml, Random random) {
    ContractText text = ContractText.of(yaml);
    change.accept(text, random);
    return text.yaml();
  }

  private static ContractChange kind(String name, BiConsumer<ContractText, Random> change) {
    return new ContractChange(name, change);
  }

  static List<ContractChange> all() {
    List<ContractChange> all = new ArrayList<>(operations());
    all.addAll(properties());
    all.addAll(schemas());
    all.addAll(around());
    return all;
  }

  private static List<ContractChange> operations() {
    return List.of(
        kind("operation added", (c, r) -> {
          Op near = pick(c.operations(), r);
          add(c, near, "/reports" + r.nextInt(100), "report" + r.nextInt(100));
        }),
        kind("operation added beside others", (c, r) -> {
          Op near = pick(c.operations(), r);
          add(c, near, near.path() + "/audit", "audit" + r.nextInt(100));
        }),
        kind("operation removed", (c, r) -> {
          Op op = pick(c.operations(), r);
          op.item().remove(op.method());
          if (c.operations().stream().noneMatch(o -> o.path().equals(op.path()))) {
            c.paths().remove(op.path());
          }
        }),
        kind("operation renamed", (c, r) -> {
          Op op = pick(c.named(), r);
          op.body().put("operationId", op.body().get("operationId") + "Again");
        }),
        kind("operation moved to another tag", (c, r) -> {
          Op op = pick(c.tagged(), r);
          String old = (String) list(op.body().get("tags")).get(0);
          List<String> others = c.tags().stream().filter(t -> !t.equals(old)).toList();
          op.body().put("tags", new ArrayList<>(List.of(pick(others, r))));
        }),
        kind(
            "operation moved to a new tag",
            (c, r) -> pick(c.tagged(), r).body().put("tags", new ArrayList<>(List.of("extras")))),
        kind("tag renamed", (c, r) -> {
          String old = pick(c.tags(), r);
          c.tagged()
              .forEach(op ->
                  list(op.body().get("tags")).replaceAll(t -> t.equals(old) ? "my " + old : t));
          if (c.root.get("tags") instanceof List<?> tags) {
            tags.forEach(
                t -> map(t).computeIfPresent("name", (k, v) -> v.equals(old) ? "my " + old : v));
          }
        }),
        kind("path renamed", (c, r) -> {
          String first = pick(c.operations(), r).path().split("/")[1];
          Map<String, Object> renamed = new LinkedHashMap<>();
          c.paths()
              .forEach((path, item) -> renamed.put(
                  path.equals("/" + first) || path.startsWith("/" + first + "/")
                      ? "/v2-" + path.substring(1)
                      : path,
                  item));
          c.root.put("paths", renamed);
        }),
        kind("resource added", ContractChange::resource),
        kind("resource removed", (c, r) -> {
          String first = pick(c.operations(), r).path().split("/")[1];
          c.paths()
              .keySet()
              .removeIf(p -> p.equals("/" + first) || p.startsWith("/" + first + "/"));
        }),
        kind(
            "query parameter added",
            (c, r) -> c.parameters(pick(c.operations(), r))
                .add(of(
                    "name",
                    "region" + r.nextInt(100),
                    "in",
                    "query",
                    "schema",
                    of("type", "string")))),
        kind(
            "header parameter added",
            (c, r) -> c.parameters(pick(c.operations(), r))
                .add(of(
                    "name",
                    "X-Trace",
                    "in",
                    "header",
                    "schema",
                    of("type", "string", "maxLength", 40)))),
        kind("query parameter removed", (c, r) -> {
          List<Op> with =
              c.operations().stream().filter(o -> queries(c, o).size() > 0).toList();
          Op op = pick(with, r);
          c.parameters(op).remove(pick(queries(c, op), r));
        }),
        kind("query parameter made required", (c, r) -> {
          List<Op> with =
              c.operations().stream().filter(o -> queries(c, o).size() > 0).toList();
          map(pick(queries(c, pick(with, r)), r)).put("required", true);
        }),
        kind(
            "operation deprecated",
            (c, r) -> pick(c.operations(), r).body().put("deprecated", true)),
        kind("description changed", (c, r) -> {
          Op op = pick(c.operations(), r);
          op.body().put("summary", "Said in other words " + r.nextInt(100));
          op.body().put("description", "More about it, which was not said before.");
        }),
        kind(
            "answer added",
            (c, r) -> map(pick(c.operations(), r).body().get("responses"))
                .put("418", of("description", "No coffee."))));
  }

  private static List<ContractChange> properties() {
    return List.of(
        kind(
            "optional property added",
            (c, r) ->
                some(c, r).put("extra" + r.nextInt(100), of("type", "string", "maxLength", 80))),
        kind("required property added", (c, r) -> {
          String name = pick(c.objects(), r);
          Map<String, Object> schema = map(c.schemas().get(name));
          map(schema.get("properties")).put("needed", of("type", "integer", "format", "int32"));
          list(schema.computeIfAbsent("required", k -> new ArrayList<>())).add("needed");
        }),
        kind("property removed", (c, r) -> {
          Map<String, Object> schema = map(c.schemas().get(pick(c.objects(), r)));
          Map<String, Object> properties = map(schema.get("properties"));
          String gone = pick(List.copyOf(properties.keySet()), r);
          if (properties.size() > 1) {
            properties.remove(gone);
            unrequire(schema, gone);
          } else {
            throw new ContractText.NotHere();
          }
        }),
        kind("property renamed", (c, r) -> {
          Map<String, Object> schema = map(c.schemas().get(pick(c.objects(), r)));
          Map<String, Object> properties = map(schema.get("properties"));
          String old = pick(List.copyOf(properties.keySet()), r);
          Map<String, Object> renamed = new LinkedHashMap<>();
          properties.forEach((k, v) -> renamed.put(k.equals(old) ? old + "Too" : k, v));
          schema.put("properties", renamed);
          unrequire(schema, old);
        }),
        kind("property type changed", (c, r) -> {
          Map<String, Object> properties = some(c, r);
          String name = pick(List.copyOf(properties.keySet()), r);
          boolean number = "integer".equals(map(properties.get(name)).get("type"));
          properties.put(name, of("type", number ? "string" : "integer"));
        }),
        kind("constraint changed", (c, r) -> {
          Map<String, Object> properties = some(c, r);
          List<String> texts = properties.keySet().stream()
              .filter(p -> "string".equals(map(properties.get(p)).get("type"))
                  && !map(properties.get(p)).containsKey("enum"))
              .toList();
          Map<String, Object> property = map(properties.get(pick(texts, r)));
          property.put("maxLength", 250 + r.nextInt(100));
          property.remove("example");
        }));
  }

  private static List<ContractChange> schemas() {
    return List.of(
        kind(
            "enum value added",
            (c, r) -> list(map(c.schemas().get(pick(enums(c), r))).get("enum")).add("brand-new")),
        kind("enum value removed", (c, r) -> {
          List<Object> values = list(map(c.schemas().get(pick(enums(c), r))).get("enum"));
          values.remove(values.size() - 1);
        }),
        kind("schema renamed", (c, r) -> {
          String old = pick(c.objects(), r);
          c.redirect(old, old + "Record");
          c.schemas().put(old + "Record", c.schemas().remove(old));
        }),
        kind("schema split", (c, r) -> {
          String name = pick(c.objects(), r);
          Map<String, Object> schema = map(c.schemas().get(name));
          Map<String, Object> properties = map(schema.get("properties"));
          List<String> names = List.copyOf(properties.keySet());
          String moved = names.get(names.size() - 1);
          c.schemas()
              .put(
                  name + "Details",
                  of("type", "object", "properties", of(moved, properties.remove(moved))));
          properties.put("details", ref(name + "Details"));
          unrequire(schema, moved);
        }),
        kind("schema merged into another", (c, r) -> {
          List<Map<String, Object>> users = c.objects().stream()
              .map(o -> map(map(c.schemas().get(o)).get("properties")))
              .filter(p -> p.values().stream().anyMatch(v -> target(c, v) != null))
              .toList();
          Map<String, Object> properties = pick(users, r);
          String name = properties.keySet().stream()
              .filter(k -> target(c, properties.get(k)) != null)
              .findFirst()
              .orElseThrow();
          Map<String, Object> inlined = map(target(c, properties.remove(name)).get("properties"));
          inlined.forEach((k, v) -> properties.putIfAbsent(name + "_" + k, v));
        }),
        kind("schema added", (c, r) -> {
          c.schemas()
              .put("Remark", of("type", "object", "properties", of("text", of("type", "string"))));
          some(c, r).put("remark", ref("Remark"));
        }));
  }

  private static List<ContractChange> around() {
    return List.of(
        kind("security added", (c, r) -> {
          Map<String, Object> components = map(c.root.computeIfAbsent("components", k -> of()));
          map(components.computeIfAbsent("securitySchemes", k -> of()))
              .put("serviceKey", of("type", "apiKey", "in", "header", "name", "X-Service-Key"));
          pick(c.operations(), r)
              .body()
              .put("security", new ArrayList<>(List.of(of("serviceKey", new ArrayList<>()))));
        }),
        kind("security removed", (c, r) -> {
          if (c.root.remove("security") == null) {
            throw new ContractText.NotHere();
          }
        }),
        kind(
            "one operation opened",
            (c, r) -> pick(c.operations(), r).body().put("security", new ArrayList<>())),
        kind("title and version changed", (c, r) -> {
          map(c.root.get("info")).put("version", "9.0." + r.nextInt(10));
          map(c.root.get("info")).put("description", "Told anew.");
        }));
  }

  private static void add(ContractText c, Op near, String path, String name) {
    Map<String, Object> operation = of("operationId", name, "summary", "Report what happened");
    if (near.body().containsKey("tags")) {
      operation.put("tags", new ArrayList<>(list(near.body().get("tags"))));
    }
    List<Object> parameters = new ArrayList<>();
    for (String part : path.split("/")) {
      if (part.startsWith("{")) {
        parameters.add(of(
            "name",
            part.substring(1, part.length() - 1),
            "in",
            "path",
            "required",
            true,
            "schema",
            of("type", "string")));
      }
    }
    operation.put("parameters", parameters);
    operation.put(
        "responses",
        of(
            "200",
            of(
                "description",
                "What happened.",
                "content",
                of(
                    "application/json",
                    of("schema", of("type", "array", "items", of("type", "string")))))));
    c.paths().put(path, of("get", operation));
  }

  private static void resource(ContractText c, Random r) {
    c.schemas()
        .put(
            "Parcel",
            of(
                "type",
                "object",
                "required",
                new ArrayList<>(List.of("weight")),
                "properties",
                of(
                    "id",
                    of("type", "string", "format", "uuid", "readOnly", true),
                    "weight",
                    of("type", "integer"),
                    "label",
                    of("type", "string", "maxLength", 60))));
    Map<String, Object> json = of("application/json", of("schema", ref("Parcel")));
    Map<String, Object> list =
        of("application/json", of("schema", of("type", "array", "items", ref("Parcel"))));
    List<Object> tags = new ArrayList<>(
        List.of(r.nextBoolean() || c.tags().isEmpty() ? "parcels" : pick(c.tags(), r)));
    c.paths()
        .put(
            "/parcels",
            of(
                "get",
                    of(
                        "operationId",
                        "listParcels",
                        "tags",
                        tags,
                        "responses",
                        of("200", of("description", "All.", "content", list))),
                "post",
                    of(
                        "operationId",
                        "createParcel",
                        "tags",
                        new ArrayList<>(tags),
                        "requestBody",
                        of("required", true, "content", json),
                        "responses",
                        of("201", of("description", "Made.", "content", json)))));
    c.paths()
        .put(
            "/parcels/{parcelId}",
            of(
                "parameters",
                    new ArrayList<>(List.of(of(
                        "name",
                        "parcelId",
                        "in",
                        "path",
                        "required",
                        true,
                        "schema",
                        of("type", "string", "format", "uuid")))),
                "get",
                    of(
                        "operationId",
                        "getParcel",
                        "tags",
                        new ArrayList<>(tags),
                        "responses",
                        of(
                            "200",
                            of("description", "One.", "content", json),
                            "404",
                            of("description", "None."))),
                "delete",
                    of(
                        "operationId",
                        "deleteParcel",
                        "tags",
                        new ArrayList<>(tags),
                        "responses",
                        of("204", of("description", "Gone."), "404", of("description", "None.")))));
  }

  private static List<Object> queries(ContractText c, Op op) {
    return c.parameters(op).stream()
        .filter(p -> "query".equals(map(p).get("in")))
        .toList();
  }

  private static Map<String, Object> some(ContractText c, Random r) {
    return map(map(c.schemas().get(pick(c.objects(), r))).get("properties"));
  }

  private static List<String> enums(ContractText c) {
    return c.schemas().keySet().stream()
        .filter(s -> map(c.schemas().get(s)).get("enum") instanceof List<?> l && l.size() > 1)
        .toList();
  }

  /** The object schema that a property refers to, or null. */
  private static Map<String, Object> target(ContractText c, Object property) {
    Object reference = map(property).get("$ref");
    String name =
        reference == null ? "" : ((String) reference).substring("#/components/schemas/".length());
    return c.objects().contains(name) ? map(c.schemas().get(name)) : null;
  }

  private static void unrequire(Map<String, Object> schema, String property) {
    if (schema.get("required") instanceof List<?> required) {
      required.remove(property);
      if (required.isEmpty()) {
        schema.remove("required");
      }
    }
  }
}
