package dev.hew.storage;

import dev.hew.contract.Schema;
import dev.hew.contract.Schemas;
import dev.hew.model.Shape;
import dev.hew.model.Text;
import dev.hew.model.TypeDef;
import dev.hew.model.TypeUse;
import dev.hew.model.Words;
import dev.hew.resource.Paging;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Works out what stands around the items of a list. */
final class WrapperModeler {
  private final Schemas schemas;
  private final Map<String, TypeDef> types;
  private final Said said;

  WrapperModeler(Schemas schemas, Map<String, TypeDef> types) {
    this.schemas = schemas;
    this.types = types;
    this.said = new Said(schemas, types);
  }

  /** What the members are made of. */
  private record Part(String element, Optional<Listing.Page> page, Paging paging) {
    /** Whether the items are at some place. */
    boolean holdsItems(List<Text> path) {
      return path.equals(paging.items().stream().map(Text::of).toList());
    }

    /** How an answer has the next cursor at some place; empty when it is not there. */
    Optional<String> told(List<Text> path) {
      return paging
          .cursor()
          .filter(c -> c.path().stream().map(Text::of).toList().equals(path))
          .flatMap(c -> switch (c.told()) {
            case CURSOR -> Optional.of("next");
            case LINK -> Optional.of("link");
            case HEADER, KEY -> Optional.empty();
          });
    }
  }

  /**
   * The object around the items; empty when they come bare.
   *
   * @param schema of the answer
   * @param element the type of what is listed
   * @throws Unkept when a member means something that cannot be told
   */
  Optional<Listing.Wrapper> wrapper(
      TypeUse result,
      Optional<Schema> schema,
      String element,
      Optional<Listing.Page> page,
      Paging paging) {
    if (isList(result, element)) {
      return Optional.empty();
    }
    Part all = new Part(element, page, paging);
    Listing.Wrapper wrapper = wrapper(result, schema, List.of(), true, all)
        .filter(w -> w.members().stream().anyMatch(m -> m.holds().equals("items")))
        .orElseThrow(
            () -> new Unkept("its answer is neither a list of items nor an object with one"));
    return Optional.of(wrapper);
  }

  /**
   * @param must whether the object has to be there; if not, it is empty when not all of it can be told
   */
  private Optional<Listing.Wrapper> wrapper(
      TypeUse use, Optional<Schema> schema, List<Text> path, boolean must, Part part) {
    TypeDef type = types.get(use.inner());
    if (type == null || !type.kind().equals("record")) {
      return Optional.empty();
    }
    List<Listing.Member> members = new ArrayList<>();
    for (TypeDef.Field field : type.fields()) {
      List<Text> below =
          Stream.concat(path.stream(), Stream.of(field.property())).toList();
      Listing.Member member = member(field, property(schema, field), below, part);
      boolean lacks = member.required() && Set.of("none", "link").contains(member.holds());
      if (lacks && !must) {
        return Optional.empty();
      }
      if (lacks) {
        throw new Unkept(
            member.holds().equals("link")
                ? "its answer demands a link to what is behind the last item"
                : "its answer demands more than a list can tell");
      }
      members.add(member);
    }
    type.rest()
        .ifPresent(r -> members.add(
            new Listing.Member("rest", false, true, r.text(), Optional.empty(), Optional.empty())));
    Set<String> imports = new TreeSet<>(use.imports());
    type.fields().forEach(f -> imports.addAll(f.type().imports())); // of constants
    return Optional.of(new Listing.Wrapper(type.name(), members, imports));
  }

  private Optional<Schema> property(Optional<Schema> schema, TypeDef.Field field) {
    return schema.stream()
        .flatMap(s -> Shape.of(s, schemas).properties().entrySet().stream())
        .filter(p -> Text.of(p.getKey()).equals(field.property()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private Listing.Member member(
      TypeDef.Field field, Optional<Schema> schema, List<Text> path, Part part) {
    boolean always = field.required() && !field.nullable();
    boolean items = part.holdsItems(path) && isList(field.type(), part.element());
    Optional<Listing.Wrapper> nested = items || path.size() > 3
        ? Optional.empty()
        : wrapper(field.type(), schema, path, always, part)
            .filter(w -> field.required() || tells(w));
    String holds = items
        ? "items"
        : nested.isPresent() ? "object" : part.told(path).orElseGet(() -> holds(field, part));
    Optional<Projection.Member> told = holds.equals("none")
        ? said.of(field, schema, path.size() > 1, Optional.empty(), 200)
        : Optional.empty();
    return new Listing.Member(
        told.isPresent()
            ? "said"
            : holds.equals("none") && field.maybe() && !field.required() ? "absent" : holds,
        field.maybe(),
        always,
        field.type().inner(),
        nested,
        told);
  }

  /** Whether an object holds anything at all. */
  private static boolean tells(Listing.Wrapper wrapper) {
    return wrapper.members().stream()
        .anyMatch(m -> !Set.of("none", "absent", "rest", "said").contains(m.holds()));
  }

  /** Whether it is a list of the items, or may be one. */
  private static boolean isList(TypeUse use, String item) {
    boolean list = use.kind().equals("list") || use.kind().equals("maybe");
    return list && use.names().equals(Set.of(item)) && !use.inner().equals(item);
  }

  /** What a member of a wrapper says, as far as its name and type tell. */
  private static String holds(TypeDef.Field field, Part part) {
    boolean number = field.type().scalar().startsWith("integer");
    boolean flag = field.type().scalar().equals("boolean");
    List<String> words = Words.of(field.name()).words();
    if (flag && (words.contains("more") || words.contains("next"))) {
      return "more";
    }
    if (!number) {
      return "none";
    }
    for (Map.Entry<String, Function<Listing.Page, Optional<Listing.Bound>>> one : List.of(
        Map.<String, Function<Listing.Page, Optional<Listing.Bound>>>entry(
            "size", Listing.Page::limit),
        Map.<String, Function<Listing.Page, Optional<Listing.Bound>>>entry(
            "page", Listing.Page::number),
        Map.<String, Function<Listing.Page, Optional<Listing.Bound>>>entry(
            "offset", Listing.Page::offset))) {
      Optional<Listing.Bound> bound = part.page().flatMap(one.getValue());
      if (bound
          .filter(b ->
              b.parameter().equals(field.name()) && b.type().equals(field.type().inner()))
          .isPresent()) {
        return one.getKey();
      }
    }
    if (words.contains("pages")) {
      return "pages";
    }
    return words.contains("total") || words.contains("count") ? "total" : "none";
  }
}
