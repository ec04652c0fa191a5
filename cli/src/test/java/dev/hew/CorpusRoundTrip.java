package dev.hew;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hew.contract.Contract;
import dev.hew.contract.Place;
import dev.hew.contract.Schema;
import dev.hew.report.Position;
import dev.hew.report.Source;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import dev.hew.yaml.JsonWriter;
import dev.hew.yaml.Node;
import dev.hew.yaml.NodeReader;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads the examples of a contract into its generated types and writes them again: what the contract declares comes back
 * as it was, numbers by value and times by instant.
 */
final class CorpusRoundTrip {
  private static final JsonMapper JSON = JsonMapper.builder()
      .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
      .build();
  private static final Position NOWHERE = new Position("", 1, 1);

  private final Contract contract;
  private final ClassLoader loader;
  private final Map<String, String> classes;
  private final Object again;
  private final Method written;
  private final List<String> losses = new ArrayList<>();
  private int done;

  /**
   * What came of it.
   *
   * @param done how many values were read and written
   * @param losses what did not come back, one line each
   */
  record Result(int done, List<String> losses) {}

  private CorpusRoundTrip(Contract contract, FileTree service, ClassLoader loader)
      throws ReflectiveOperationException {
    this.contract = contract;
    this.loader = loader;
    this.classes = classes(service);
    String configuration = className(service.files().keySet().stream()
        .map(RelPath::value)
        .filter(path -> path.endsWith("/web/JsonConfiguration.java"))
        .findFirst()
        .orElseThrow());
    Class<?> helper = loader.loadClass("Again");
    this.again = helper.getConstructor(Class.class).newInstance(loader.loadClass(configuration));
    this.written = helper.getMethod("written", Class.class, String.class);
  }

  /**
   * @param loader knows the compiled service, and the class {@code Again}
   */
  static Result of(Contract contract, FileTree service, ClassLoader loader)
      throws ReflectiveOperationException, IOException {
    CorpusRoundTrip trip = new CorpusRoundTrip(contract, service, loader);
    for (CorpusInstances.Instance instance : CorpusInstances.of(contract)) {
      trip.visit(instance.schema(), instance.value());
    }
    return new Result(trip.done, trip.losses);
  }

  /** The generated types by the place of their schema, as the lock has them. */
  private static Map<String, String> classes(FileTree service) {
    String lock = service.get(RelPath.of(".hew/lock.yaml")).orElseThrow().text();
    Map<String, String> byPlace = new HashMap<>();
    for (Node file : NodeReader.read(new Source("lock.yaml", lock)).value().get("files").stream()
        .flatMap(files -> files.items().stream())
        .toList()) {
      String id = file.get("id").flatMap(Node::string).orElseThrow();
      String path = file.get("path").flatMap(Node::string).orElseThrow();
      if (path.contains("/api/model/") && path.endsWith(".java")) {
        byPlace.put(id.substring(id.indexOf('#') + 1), className(path));
      }
    }
    return byPlace;
  }

  private static String className(String path) {
    return path.substring("src/main/java/".length(), path.length() - ".java".length())
        .replace('/', '.');
  }

  private void visit(Schema schema, Node value) throws IOException {
    Schema target = contract.schemas().resolve(schema);
    String type = classes.get(target.place().toString());
    if (type != null) {
      trip(type, target, value);
    } else if (target.allOf().size() == 1 && target.properties().isEmpty()) {
      visit(target.allOf().get(0), value);
    } else if (value instanceof Node.Sequence && target.items().isPresent()) {
      for (Node item : value.items()) {
        visit(target.items().get(), item);
      }
    } else if (value instanceof Node.Mapping && target.additionalProperties().isPresent()) {
      for (Node.Entry entry : value.entries()) {
        visit(target.additionalProperties().get(), entry.value());
      }
    }
  }

  private void trip(String type, Schema schema, Node value) throws IOException {
    done++;
    String json = JsonWriter.compact(value);
    Node declared = declared(value, Set.of(schema));
    try {
      String back = (String) written.invoke(again, loader.loadClass(type), json);
      Optional<String> difference =
          difference("", JSON.readTree(JsonWriter.compact(declared)), JSON.readTree(back));
      difference.ifPresent(d -> losses.add(schema.place() + ": " + d));
    } catch (InvocationTargetException e) {
      String reason = String.valueOf(e.getCause()).lines().findFirst().orElse("");
      losses.add(schema.place() + ": " + reason.replaceAll("\\b[a-z]\\w*\\.(?=[\\w.]*[A-Z])", ""));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type, e);
    }
  }

  /** The value without the properties that no schema declares: types need not keep those. */
  private Node declared(Node value, Set<Schema> schemas) {
    Set<Schema> all = new LinkedHashSet<>();
    schemas.forEach(schema -> close(schema, all));
    if (value instanceof Node.Sequence) {
      List<Node> items = new ArrayList<>();
      for (int i = 0; i < value.items().size(); i++) {
        Set<Schema> candidates = new LinkedHashSet<>();
        for (Schema schema : all) {
          List<Schema> prefix = schema.prefixItems();
          if (i < prefix.size()) {
            candidates.add(prefix.get(i));
          } else {
            schema.items().ifPresent(candidates::add);
          }
        }
        items.add(declared(value.items().get(i), candidates));
      }
      return new Node.Sequence(items, NOWHERE);
    }
    if (!(value instanceof Node.Mapping)
        || all.stream()
            .allMatch(schema ->
                schema.properties().isEmpty() && schema.additionalProperties().isEmpty())) {
      return value;
    }
    List<Node.Entry> entries = new ArrayList<>();
    for (Node.Entry entry : value.entries()) {
      Set<Schema> candidates = new LinkedHashSet<>();
      all.forEach(schema ->
          Optional.ofNullable(schema.properties().get(entry.key())).ifPresent(candidates::add));
      if (candidates.isEmpty()) {
        all.forEach(schema ->
            schema.additionalProperties().filter(a -> !a.isNever()).ifPresent(candidates::add));
      }
      if (!candidates.isEmpty()) {
        entries.add(new Node.Entry(entry.key(), NOWHERE, declared(entry.value(), candidates)));
      }
    }
    return new Node.Mapping(entries, NOWHERE);
  }

  /** Every schema that may speak of the same value. */
  private void close(Schema schema, Set<Schema> all) {
    if (schema.node() instanceof Node.Scalar || !all.add(schema)) {
      return;
    }
    schema.ref().ifPresent(place -> close(contract.schemas().at(place), all));
    schema.allOf().forEach(s -> close(s, all));
    schema.oneOf().forEach(s -> close(s, all));
    schema.anyOf().forEach(s -> close(s, all));
    if (schema.discriminator().isPresent()) {
      Place base = schema.place();
      contract.schemas().byPlace().values().stream()
          .filter(s -> s.allOf().stream().anyMatch(a -> a.ref().equals(Optional.of(base))))
          .forEach(heir -> close(heir, all));
    }
  }

  private static Optional<String> difference(String at, JsonNode one, JsonNode other) {
    if (one.isNumber() && other.isNumber()) {
      return one.decimalValue().compareTo(other.decimalValue()) == 0
          ? Optional.empty()
          : Optional.of(at + ": " + one + " became " + other);
    }
    if (one.isTextual() && other.isTextual() && sameInstant(one.textValue(), other.textValue())) {
      return Optional.empty();
    }
    if (one.isArray() && other.isArray() && one.size() == other.size()) {
      for (int i = 0; i < one.size(); i++) {
        Optional<String> inner = difference(at + "/" + i, one.get(i), other.get(i));
        if (inner.isPresent()) {
          return inner;
        }
      }
      return Optional.empty();
    }
    if (one.isObject() && other.isObject()) {
      Set<String> names = new TreeSet<>(Comparator.naturalOrder());
      one.fieldNames().forEachRemaining(names::add);
      other.fieldNames().forEachRemaining(names::add);
      for (Iterator<String> name = names.iterator(); name.hasNext(); ) {
        String key = name.next();
        if (!one.has(key) || !other.has(key)) {
          return Optional.of(at + "/" + key + (one.has(key) ? " is lost" : " is new"));
        }
        Optional<String> inner = difference(at + "/" + key, one.get(key), other.get(key));
        if (inner.isPresent()) {
          return inner;
        }
      }
      return Optional.empty();
    }
    return one.equals(other) ? Optional.empty() : Optional.of(at + ": " + one + " became " + other);
  }

  private static boolean sameInstant(String one, String other) {
    try {
      return one.equals(other)
          || OffsetDateTime.parse(one)
              .toInstant()
              .equals(OffsetDateTime.parse(other).toInstant());
    } catch (DateTimeParseException notTimes) {
      return false;
    }
  }
}
