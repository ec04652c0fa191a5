package dev.hew.model;

import dev.hew.contract.MediaType;
import dev.hew.contract.Parameter;
import dev.hew.contract.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes method parameters of the parts of a multipart body. */
final class PartModeler {
  private final TypeModeler types;
  private final ParameterModeler parameters;
  private final MediaType media;
  private final Words operation;
  private final Names names;
  private final List<Endpoint.Param> params = new ArrayList<>();

  private PartModeler(
      TypeModeler types,
      ParameterModeler parameters,
      MediaType media,
      Words operation,
      Names names) {
    this.types = types;
    this.parameters = parameters;
    this.media = media;
    this.operation = operation;
    this.names = names;
  }

  /**
   * One parameter for each part that the contract tells, and such as stand for all others.
   *
   * @param operation the words that it is called by
   * @param names of the method's other parameters
   */
  static List<Endpoint.Param> of(
      TypeModeler types,
      ParameterModeler parameters,
      MediaType media,
      Words operation,
      Names names) {
    PartModeler parts = new PartModeler(types, parameters, media, operation, names);
    parts.addAll();
    return parts.params;
  }

  /** Whether methods take more than the contract allows: where it leaves the choice among parts or for one of them. */
  static boolean saysTooLittle(MediaType media, TypeModeler types) {
    if (media.schema().isEmpty()
        || media.encoding().values().stream().anyMatch(e -> e.style().isPresent())) {
      return false;
    }
    Shape shape = Shape.of(types.resolved(media.schema().get()), types.schemas());
    return !shape.alternatives().isEmpty()
        || shape.properties().entrySet().stream()
            .anyMatch(p -> FilePart.isAmong(
                Shape.of(types.resolved(p.getValue()), types.schemas()),
                media,
                p.getKey(),
                types.schemas()));
  }

  private void addAll() {
    if (media.schema().isEmpty()) {
      addUndeclared(Optional.empty(), false);
      return;
    }
    Shape shape = shape(media.schema().get());
    shape.properties().forEach((name, schema) -> {
      if (!shape(schema).flag("readOnly")) {
        addPart(name, schema, shape.required().contains(name));
      }
    });
    Optional<Schema> others =
        shape.properties().isEmpty() && Collections.disjoint(shape.types(), Set.of("object"))
            ? media.schema()
            : shape.additional();
    List<Map.Entry<String, Schema>> chosen = shape.choices().stream()
        .flatMap(choice -> choice.properties().entrySet().stream())
        .filter(property -> !shape.properties().containsKey(property.getKey()))
        .toList();
    boolean open = shape.properties().isEmpty() || others.isPresent() || !chosen.isEmpty();
    if (open && others.filter(Schema::isNever).isEmpty()) {
      boolean files = FilePart.isAmong(shape, media, "", types.schemas())
          || chosen.stream().anyMatch(p -> mayBeFile(p.getKey(), p.getValue()));
      addUndeclared(others, files);
    }
  }

  private Shape shape(Schema schema) {
    return Shape.of(types.resolved(schema), types.schemas());
  }

  private boolean isFile(String name, Schema schema) {
    return FilePart.is(types.resolved(schema), media, name, types.schemas());
  }

  private boolean areFiles(String name, Schema schema) {
    return FilePart.areIn(types.resolved(schema), media, name, types.schemas());
  }

  private boolean mayBeFile(String name, Schema schema) {
    return isFile(name, schema)
        || areFiles(name, schema)
        || FilePart.isAmong(shape(schema), media, name, types.schemas());
  }

  private void addPart(String name, Schema schema, boolean required) {
    if (isFile(name, schema)) {
      add(name, Words.of(name), schema, required, "file", types.table().scalar("file"));
    } else if (areFiles(name, schema)) {
      TypeUse files = types.table().container("list", types.table().scalar("file"));
      add(name, Words.of(name), schema, required, "file", files);
    } else if (FilePart.isAmong(shape(schema), media, name, types.schemas())) {
      addChoice(name, schema, required);
    } else {
      TypeUse type = parameters.typeOf(schema, operation.plus(Words.of(name)));
      boolean any = type.kind().equals("any");
      boolean field = any || type.isScalar() || type.isEnum();
      add(
          name,
          Words.of(name),
          schema,
          required,
          field ? "field" : "styled",
          any ? types.table().scalar("string") : type);
    }
  }

  /** A part that is a file or something else: the method sees the one that has come. */
  private void addChoice(String name, Schema schema, boolean required) {
    List<Schema> others = shape(schema).alternatives().stream()
        .filter(alternative -> !isFile(name, alternative))
        .toList();
    add(
        name,
        Words.of(name),
        schema,
        required && others.isEmpty(),
        "file",
        types.table().scalar("file"));
    if (!others.isEmpty()) {
      boolean texts = others.stream().noneMatch(o -> ParameterModeler.structured(shape(o)));
      TypeUse type = texts
          ? types.table().scalar("string")
          : parameters.typeOf(
              others.size() == 1 ? others.get(0) : schema, operation.plus(Words.of(name)));
      // by itself, since a framework that looks for a field of that name would find the file
      add(name, Words.of(name).plus(Words.of("text")), schema, false, "styled", type);
    }
  }

  private void add(
      String key, Words wish, Schema schema, boolean required, String binding, TypeUse type) {
    boolean plain = binding.equals("field") && types.table().constraint("valid").isPresent();
    String name = names.take(wish, "field");
    MediaType.Encoding encoding = media.encoding().get(key);
    boolean styled = encoding != null && encoding.style().isPresent();
    Parameter.Style style = styled ? encoding.style().get() : Parameter.Style.FORM;
    params.add(new Endpoint.Param(
        name,
        Text.of(key),
        !name.equals(key),
        binding,
        "field",
        ParameterModeler.camel(style),
        encoding == null || encoding.explode().orElse(style == Parameter.Style.FORM),
        Optional.empty(),
        required,
        shape(schema).flag("deprecated"),
        parameters.noticed(plain ? parameters.converted(type) : type),
        Optional.empty(),
        List.of(),
        Text.of(schema.text("description").orElse(""))));
  }

  /**
   * All parts, by whatever names they are sent: files, and fields unless the contract has none. A body may also be a file
   * or a list of files itself, which come under a name that the contract does not tell.
   *
   * @param schema of each part, or of the body that is one; empty when it is not told
   * @param someFiles whether some of the parts that the contract leaves the choice among are files
   */
  private void addUndeclared(Optional<Schema> schema, boolean someFiles) {
    boolean told = schema.isPresent() && !schema.get().node().entries().isEmpty();
    boolean files = schema.filter(s -> isFile("", s) || areFiles("", s)).isPresent();
    if (types.table().has("files") && (files || someFiles || !told)) {
      params.add(ParameterModeler.whole("files", "field", types.table().scalar("files"), names));
    }
    if (!files) {
      params.add(
          ParameterModeler.whole("fields", "field", types.table().scalar("parameters"), names));
    }
  }
}
