package dev.hew.cases;

import dev.hew.contract.Contract;
import dev.hew.contract.Place;
import dev.hew.contract.Schema;
import dev.hew.contract.Schemas;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Knows what the contract's discriminators say: which tag stands for which schema. */
final class Tags {
  private final Schemas schemas;

  /** By schema with a discriminator of its own and no branches: the schemas that extend it, with {@code allOf}. */
  private final Map<Place, Set<Place>> heirs = new LinkedHashMap<>();

  private Tags(Schemas schemas) {
    this.schemas = schemas;
  }

  static Tags of(Contract contract) {
    Tags tags = new Tags(contract.schemas());
    contract.schemas().byPlace().forEach((place, schema) -> {
      if (isBase(schema)) {
        tags.heirs.put(place, new LinkedHashSet<>());
      }
    });
    contract
        .schemas()
        .byPlace()
        .forEach((place, schema) -> tags.bases(schema, new HashSet<>()).stream()
            .filter(base -> !tags.isAlias(schema, base))
            .forEach(base -> tags.heirs.get(base).add(place)));
    tags.heirs.forEach((place, heirs) ->
        contract.schemas().at(place).discriminator().orElseThrow().mapping().values().stream()
            .filter(
                target -> !target.equals(place) && contract.schemas().byPlace().containsKey(target))
            .forEach(heirs::add));
    tags.heirs.values().removeIf(Set::isEmpty);
    return tags;
  }

  private static boolean isBase(Schema schema) {
    return schema.discriminator().isPresent()
        && schema.oneOf().isEmpty()
        && schema.anyOf().isEmpty();
  }

  /** The bases that a schema extends, however many steps away. */
  private Set<Place> bases(Schema schema, Set<Place> seen) {
    Set<Place> found = new LinkedHashSet<>();
    for (Schema part : schema.allOf()) {
      part.ref().filter(seen::add).ifPresent(place -> {
        if (isBase(schemas.at(place))) {
          found.add(place);
        }
        found.addAll(bases(schemas.at(place), seen));
      });
    }
    return found;
  }

  /** Whether a schema only carries a base whose mapping does not mean it: another name for the base then. */
  private boolean isAlias(Schema schema, Place base) {
    Map<String, Place> mapping = schemas.at(base).discriminator().orElseThrow().mapping();
    return schema.carried().isPresent()
        && !mapping.isEmpty()
        && !mapping.containsValue(schema.place());
  }

  /**
   * What an {@code allOf} of a schema extends there.
   *
   * @return the base whose own properties are meant, without its heirs; empty where whatever the part allows is allowed
   */
  Optional<Place> extended(Schema schema, Schema part) {
    Optional<Place> base =
        part.ref().map(this::unaliased).filter(place -> !heirs(place).isEmpty());
    return base.filter(
        place -> schema.carried().isEmpty() || heirs(place).contains(schema.place()));
  }

  private Place unaliased(Place place) {
    Set<Place> seen = new HashSet<>();
    Place current = place;
    while (heirs(current).isEmpty() && seen.add(current)) {
      Optional<Place> next = schemas.at(current).carried().flatMap(Schema::ref);
      if (next.isEmpty()) {
        return place;
      }
      current = next.get();
    }
    return current;
  }

  /** The schemas that extend this one by {@code allOf} or that its mapping names; empty when it is no base. */
  Set<Place> heirs(Place base) {
    return heirs.getOrDefault(base, Set.of());
  }

  /**
   * What a tag must be for a value to be meant by a schema.
   *
   * @param property the discriminator's
   * @param values at least one
   * @param required whether the contract says that there must be one
   */
  record Tag(String property, List<String> values, boolean required) {}

  /** What the discriminators of its bases ask of a schema. */
  List<Tag> inherited(Place place) {
    List<Tag> tags = new ArrayList<>();
    heirs.forEach((base, all) -> {
      if (all.contains(place) && extendsThis(schemas.at(place), base, new HashSet<>())) {
        List<String> values = new ArrayList<>(values(base, place));
        all.stream()
            .filter(other ->
                !other.equals(place) && extendsThis(schemas.at(other), place, new HashSet<>()))
            .forEach(other -> values.addAll(values(base, other)));
        tag(schemas.at(base), schemas.at(place), values).ifPresent(tags::add);
      }
    });
    return tags;
  }

  /** The tag by which a base's own discriminator means a schema: one that extends it, or the base itself. */
  Optional<Tag> meant(Place base, Place heir) {
    return tag(schemas.at(base), schemas.at(heir), values(base, heir));
  }

  private boolean extendsThis(Schema schema, Place place, Set<Place> seen) {
    return schema.allOf().stream()
        .flatMap(part -> part.ref().stream())
        .filter(seen::add)
        .anyMatch(ref -> ref.equals(place) || extendsThis(schemas.at(ref), place, seen));
  }

  private List<String> values(Place base, Place place) {
    return values(schemas.at(base).discriminator().orElseThrow(), place);
  }

  private static List<String> values(Schema.Discriminator discriminator, Place target) {
    List<String> mapped = discriminator.mapping().entrySet().stream()
        .filter(e -> e.getValue().equals(target))
        .map(Map.Entry::getKey)
        .toList();
    List<String> tokens = target.tokens();
    return mapped.isEmpty() && !tokens.isEmpty() ? List.of(tokens.get(tokens.size() - 1)) : mapped;
  }

  /** What the discriminator beside a {@code oneOf} or {@code anyOf} asks of a branch; nothing of the one for the rest. */
  Optional<Tag> branch(Schema owner, Schema branch) {
    return owner
        .discriminator()
        .filter(d -> d.fallback().isEmpty() || !d.fallback().equals(branch.ref()))
        .flatMap(d -> branch.ref().flatMap(place -> tag(owner, branch, values(d, place))));
  }

  /** A tag that no schema declares, or whose declared values are others, is a mistake: such a tag asks nothing. */
  private Optional<Tag> tag(Schema owner, Schema meant, List<String> values) {
    String property = owner.discriminator().orElseThrow().property();
    List<Schema> declared = new ArrayList<>();
    boolean required = declarations(owner, property, declared, new HashSet<>())
        | declarations(meant, property, declared, new HashSet<>());
    List<String> possible = values.stream()
        .filter(v -> declared.stream()
            .map(Schema::values)
            .allMatch(l -> l.isEmpty()
                || l.stream().anyMatch(n -> n.string().filter(v::equals).isPresent())))
        .distinct()
        .toList();
    return declared.isEmpty() || possible.isEmpty()
        ? Optional.empty()
        : Optional.of(new Tag(property, possible, required));
  }

  /** Collects what a schema and those that it extends declare a property to be; whether one of them requires it. */
  private boolean declarations(
      Schema schema, String property, List<Schema> found, Set<Place> seen) {
    Optional.ofNullable(schema.properties().get(property))
        .map(schemas::resolve)
        .ifPresent(found::add);
    boolean required = schema.required().contains(property);
    Optional<Place> ref = schema.ref().filter(seen::add);
    if (ref.isPresent()) {
      required |= declarations(schemas.at(ref.get()), property, found, seen);
    }
    for (Schema part : schema.allOf()) {
      required |= declarations(part, property, found, seen);
    }
    return required;
  }
}
