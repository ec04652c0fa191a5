package dev.hew.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The whole service, as templates see it.
 *
 * @param name the service's name, for example {@code orders}
 * @param basePath the path that all operations stand under; empty, or starts with a slash
 * @param apis the operations by tag
 * @param types the types in the order of their names
 * @param security who may call what; empty when nobody is asked for anything that can be checked
 * @param unchecked the names of the security schemes that operations ask for and the service cannot check
 * @param unserved what the contract holds but the service does not serve, one line each
 */
public record Service(
    Name name,
    Text title,
    Text description,
    Text basePath,
    List<Api> apis,
    List<TypeDef> types,
    Optional<Security> security,
    List<Text> unchecked,
    List<Text> unserved) {
  private static final Text FORM = Text.of("application/x-www-form-urlencoded");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}_$]+");

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
   * @param name what stands before {@code Api} and {@code Controller} in the names of its classes, for example {@code Pets}
   * @param pointer {@code #/tags/} and the tag as written
   */
  public record Api(String name, String pointer, Text tag, Text doc, List<Endpoint> endpoints)
      implements Part {

    /** What a file with these operations imports, sorted, each once. */
    public List<String> importsWith(List<String> more, String ownPackage) {
      Set<String> all = new TreeSet<>(more);
      endpoints.forEach(e -> {
        all.addAll(e.result().imports());
        e.parameters().forEach(p -> all.addAll(p.type().allImports()));
        e.body().ifPresent(b -> all.addAll(b.allImports()));
      });
      all.removeIf(name ->
          name.startsWith(ownPackage + ".") && name.indexOf('.', ownPackage.length() + 1) < 0);
      return new ArrayList<>(all);
    }

    public boolean anyParameter(String binding) {
      return endpoints.stream()
          .flatMap(e -> e.parameters().stream())
          .anyMatch(p -> p.binding().equals(binding));
    }

    public boolean anyMethod(String method) {
      return endpoints.stream().anyMatch(e -> e.method().equals(method));
    }

    /** Whether any operation reads a body as a whole. */
    public boolean anyBody() {
      return endpoints.stream().anyMatch(e -> e.body().isPresent());
    }
  }

  /** Those of some imports whose simple names a text mentions as words, sorted. */
  public List<String> mentioned(List<String> imports, String text) {
    Set<String> words =
        WORD.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    return sorted(imports.stream()
        .filter(name -> words.contains(name.substring(name.lastIndexOf('.') + 1)))
        .toList());
  }

  /** Names in the order of their characters, each once, as imports are sorted. */
  public List<String> sorted(List<String> names) {
    return names.stream().sorted().distinct().toList();
  }

  private Stream<Endpoint> endpoints() {
    return apis.stream().flatMap(a -> a.endpoints().stream());
  }

  /** One endpoint for each operation, in the order of the tags. */
  public List<Endpoint> operations() {
    Map<String, Endpoint> first = new LinkedHashMap<>();
    endpoints().forEach(e -> first.putIfAbsent(e.name(), e));
    return List.copyOf(first.values());
  }

  public boolean anyParameter(String binding) {
    return apis.stream().anyMatch(a -> a.anyParameter(binding));
  }

  public boolean anyMethod(String method) {
    return apis.stream().anyMatch(a -> a.anyMethod(method));
  }

  /** Whether any parameter that needs taking apart is written in this style, or in the path with it. */
  public boolean anyStyle(String style) {
    return endpoints()
        .flatMap(e -> e.parameters().stream())
        .anyMatch(p -> p.binding().equals("styled") && p.style().equals(style));
  }

  /** Whether any path holds semicolons that are the contract's: matrix parameters, or as they stand. */
  public boolean keepsSemicolons() {
    return anyStyle("matrix") || endpoints().anyMatch(e -> e.path().holdsSemicolon());
  }

  /** Whether any body is a form without parts. */
  public boolean readsForms() {
    return endpoints().anyMatch(e -> e.body().isPresent() && e.consumes().contains(FORM));
  }

  /** Whether any value is read from text that is more than a plain text. */
  public boolean readsTexts() {
    return readsForms() || anyParameter("styled") || anyPartsSchema();
  }

  /** Whether any parameter could be taken for a property of another. */
  public boolean anyOthers() {
    return endpoints()
        .flatMap(e -> e.parameters().stream())
        .anyMatch(p -> !p.others().isEmpty());
  }

  /** Whether some operation has a form of its own for requests without a body. */
  public boolean anyWithoutBody() {
    return endpoints().anyMatch(Endpoint::onlyWithoutBody);
  }

  /** Whether any body comes in parts. */
  public boolean readsParts() {
    Text parts = Text.of("multipart/form-data");
    return endpoints().anyMatch(e -> e.consumes().contains(parts));
  }

  /** Whether some operation may answer at a path or below it; a variable in its own path stands for anything. */
  public boolean claims(String path) {
    return endpoints().anyMatch(e -> e.contractPath().leadsInto(path));
  }

  /** Whether any body that is read as a whole has to be held against its schema. */
  public boolean anyBodySchema() {
    return endpoints().anyMatch(e -> e.body().isPresent() && e.bodySchema().isPresent());
  }

  /** Whether any form without parts has to be held against its schema. */
  public boolean anyFormSchema() {
    return endpoints()
        .anyMatch(e ->
            e.body().isPresent() && e.bodySchema().isPresent() && e.consumes().contains(FORM));
  }

  /** Whether any body in parts has to be held against its schema. */
  public boolean anyPartsSchema() {
    return endpoints().anyMatch(e -> e.body().isEmpty() && e.bodySchema().isPresent());
  }

  /** Whether anything that is sent as text has to be held against its schema. */
  public boolean anyTextSchema() {
    return anyParameterSchema() || anyPartsSchema() || anyFormSchema();
  }

  /** Whether any parameter has to be held against its schema. */
  public boolean anyParameterSchema() {
    return endpoints()
        .flatMap(e -> e.parameters().stream())
        .anyMatch(p -> p.schema().isPresent());
  }

  /** Whether the service needs the contract's schemas when it runs. */
  public boolean holdsSchemas() {
    return anyBodySchema() || anyTextSchema();
  }

  /** The names of the schemas that bodies and parameters are held against. */
  public Set<Text> checkedSchemas() {
    return endpoints()
        .flatMap(e -> Stream.concat(
            e.bodySchema().stream(), e.parameters().stream().flatMap(p -> p.schema().stream())))
        .collect(Collectors.toSet());
  }

  /** Whether any JSON body or answer is a bare string. */
  public boolean anyJsonText() {
    return endpoints()
        .anyMatch(e -> e.body()
                .map(b -> isText(b) && e.consumes().stream().anyMatch(Text::isJsonType))
                .orElse(false)
            || (isText(e.result()) && e.produces().stream().anyMatch(Text::isJsonType)));
  }

  /** Whether any answer of a structured type is offered as XML too. */
  public boolean anyXmlAnswer() {
    return endpoints()
        .anyMatch(e -> !e.result().isScalar() && e.produces().stream().anyMatch(Text::isXmlType));
  }

  private static boolean isText(TypeUse type) {
    return type.scalar().equals("string");
  }

  public boolean anyMaybe() {
    return types.stream().anyMatch(t -> t.anyField("maybe"));
  }

  /** Whether any type is of that kind. */
  public boolean anyKind(String kind) {
    return types.stream().anyMatch(t -> t.kind().equals(kind));
  }

  /** Whether anything stands elsewhere in JSON than the names of the types' members say. */
  public boolean placesDiffer() {
    return types.stream()
        .anyMatch(t -> t.anyField("renamed")
            || t.rest().isPresent()
            || t.variants().stream().anyMatch(v -> v.wrapped().isPresent()));
  }

  public boolean needsUnionDeserializer() {
    return types.stream()
        .anyMatch(t -> t.kind().equals("union") && t.discriminator().isEmpty());
  }

  public boolean needsWebConfiguration() {
    return anyParameter("styled")
        || readsForms()
        || anyJsonText()
        || anyWithoutBody()
        || anyPartsSchema()
        || !enumParameters().isEmpty();
  }

  /** Whether any parameter that needs no taking apart is of a type whose name has this word. */
  public boolean anyPlain(String type) {
    return endpoints()
        .flatMap(e -> e.parameters().stream())
        .filter(p -> !p.binding().equals("styled") && !p.binding().equals("file"))
        .anyMatch(p -> p.type().mentions(type));
  }

  /** Whether a constraint that starts like this stands anywhere. */
  public boolean constrainedBy(String annotation) {
    return uses().anyMatch(use -> use.declared().contains(annotation));
  }

  /** Whether a type whose name has this word stands in any JSON. */
  public boolean anyMember(String type) {
    return Stream.concat(
            types.stream()
                .flatMap(t -> Stream.concat(
                    t.fields().stream().map(TypeDef.Field::type),
                    Stream.concat(t.rest().stream(), t.valueType().stream()))),
            endpoints().flatMap(e -> e.body().stream()))
        .anyMatch(use -> use.mentions(type));
  }

  /** Whether a type that is imported under this name stands anywhere. */
  public boolean anyImport(String name) {
    return uses().anyMatch(use -> use.imports().contains(name));
  }

  /** What properties, parameters and bodies are declared as. */
  private Stream<TypeUse> uses() {
    Stream<TypeUse> fields = types.stream()
        .flatMap(
            t -> Stream.concat(t.fields().stream().map(TypeDef.Field::type), t.rest().stream()));
    Stream<TypeUse> inputs = endpoints()
        .flatMap(e ->
            Stream.concat(e.parameters().stream().map(Endpoint.Param::type), e.body().stream()));
    Stream<TypeUse> wrapped =
        types.stream().flatMap(t -> t.variants().stream()).flatMap(v -> v.wrapped().stream());
    return Stream.of(fields, inputs, wrapped).flatMap(s -> s);
  }

  /** The enums that parameters are converted to. */
  public List<TypeDef> enumParameters() {
    Set<String> used = endpoints()
        .flatMap(e -> e.parameters().stream())
        .filter(p -> !p.binding().equals("styled"))
        .flatMap(p -> p.type().names().stream())
        .collect(Collectors.toSet());
    return types.stream()
        .filter(t -> t.kind().equals("enum") && used.contains(t.name()))
        .toList();
  }

  /** Whether any request has to carry a header of this name. */
  public boolean anyRequiredHeader(String name) {
    return apis.stream()
        .flatMap(api -> api.endpoints().stream())
        .flatMap(e -> e.parameters().stream())
        .anyMatch(p -> p.required() && p.in().equals("header") && p.key().equalsIgnoreCase(name));
  }

  /** A path as callers see it. */
  public Text under(String path) {
    return basePath.with(Text.of(path));
  }
}
