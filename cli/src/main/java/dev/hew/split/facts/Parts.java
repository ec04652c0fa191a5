package dev.hew.split.facts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Whose rows hold what embedded parts and mapped bases map. What a part refers to, its entities refer to: their rows have
 * the keys.
 */
public final class Parts {
  /** Parts of parts, deeper than which nobody nests them. */
  private static final int DEEPEST = 8;

  private final Map<String, ClassFact> classes = new HashMap<>();
  private final Map<String, Set<String>> owners = new TreeMap<>();
  private final Map<String, Set<String>> heirs = new TreeMap<>();
  private final Map<String, Entity> entities = new TreeMap<>();
  private final List<ClassFact.Association> associations = new ArrayList<>();
  private final List<ClassFact.Association> embedded = new ArrayList<>();

  /**
   * An entity with all that its rows hold.
   *
   * @param associations its own, those of mapped bases, and those of its parts, whose fields are paths such as {@code
   *     address.city}; all but the own and the inherited ones are from the entity
   * @param tables of what it keeps outside of its own: values, parts, and pairs with others
   */
  record Entity(ClassFact fact, List<ClassFact.Association> associations, Set<String> tables) {}

  private Parts(Collection<ClassFact> all) {
    all.forEach(fact -> classes.put(fact.name(), fact));
    List<ClassFact.Association> through = new ArrayList<>();
    for (ClassFact fact : all) {
      if (!fact.test() && hasTable(fact)) {
        Entity entity = new Entity(fact, new ArrayList<>(), new TreeSet<>());
        entities.put(fact.name(), entity);
        hold(fact, entity, through);
        bases(fact).forEach(base -> {
          heirs.computeIfAbsent(base.name(), b -> new TreeSet<>()).add(fact.name());
          hold(base, entity, through);
        });
      }
    }
    for (ClassFact fact : all) {
      if (!owners.containsKey(fact.name())) {
        fact.entity().stream()
            .flatMap(e -> e.associations().stream())
            .filter(a -> !a.isPart())
            .forEach(associations::add);
      }
    }
    associations.addAll(through);
  }

  /** Those of a code base. */
  public static Parts of(Facts facts) {
    return of(facts.classes());
  }

  static Parts of(Collection<ClassFact> classes) {
    return new Parts(classes);
  }

  private static boolean hasTable(ClassFact fact) {
    return fact.entity().filter(e -> !e.table().isEmpty()).isPresent();
  }

  /** The mapped bases of a class up to the next entity, the nearest first. */
  private List<ClassFact> bases(ClassFact fact) {
    List<ClassFact> bases = new ArrayList<>();
    for (ClassFact above : above(fact)) {
      if (hasTable(above)) {
        break;
      }
      if (above.entity().isPresent()) {
        bases.add(above);
      }
    }
    return bases;
  }

  /** All that a class extends, the nearest first. */
  private List<ClassFact> above(ClassFact fact) {
    List<ClassFact> above = new ArrayList<>();
    ClassFact next = classes.get(fact.base());
    while (next != null && next != fact && !above.contains(next)) {
      above.add(next);
      next = classes.get(next.base());
    }
    return above;
  }

  /** What a class, an entity itself or a base of it, adds to the entity's rows. */
  private void hold(ClassFact holder, Entity entity, List<ClassFact.Association> through) {
    hold(holder, entity, "", new HashSet<>(), through);
  }

  private void hold(
      ClassFact holder,
      Entity entity,
      String path,
      Set<String> within,
      List<ClassFact.Association> through) {
    ClassFact.Entity mapped = holder.entity().orElseThrow();
    entity.tables.addAll(mapped.values());
    for (ClassFact.Association one : mapped.associations()) {
      ClassFact part = one.isPart() ? classes.get(one.to()) : null;
      if (one.isPart() || one.owner()) {
        Optional.of(one.joinTable()).filter(t -> !t.isEmpty()).ifPresent(entity.tables::add);
      }
      if (!one.isPart()) {
        ClassFact.Association seen =
            path.isEmpty() ? one : one.as(entity.fact.name(), path + one.field());
        entity.associations.add(seen);
        if (!path.isEmpty()) {
          through.add(seen);
        }
      } else if (part != null
          && part.entity().isPresent()
          && !hasTable(part)
          && within.size() < DEEPEST
          && within.add(part.name())) {
        owners.computeIfAbsent(part.name(), p -> new TreeSet<>()).add(entity.fact.name());
        embedded.add(one.as(entity.fact.name(), path + one.field()));
        String inside = path + one.field() + ".";
        hold(part, entity, inside, within, through);
        bases(part).forEach(base -> hold(base, entity, inside, within, through));
        within.remove(part.name());
      }
    }
  }

  /** The entities of an embedded part, sorted; none when it is no part or nobody's. */
  public Set<String> entities(String part) {
    return owners.getOrDefault(part, Set.of());
  }

  /** The one entity that a class is a part of; empty when it is no part, or one of several entities. */
  public Optional<String> only(String part) {
    Set<String> all = entities(part);
    return all.size() == 1 ? Optional.of(all.iterator().next()) : Optional.empty();
  }

  /** All embedded parts of entities, sorted. */
  public Set<String> parts() {
    return owners.keySet();
  }

  /** The parts that have only one entity, when it is one of these. */
  public List<String> of(Set<String> names) {
    return parts().stream()
        .filter(part -> only(part).filter(names::contains).isPresent())
        .toList();
  }

  /** What refers to what, each embedded part's associations from each of its entities; without parts themselves. */
  public List<ClassFact.Association> associations() {
    return associations;
  }

  /** Which entity holds which part that is of no other, whether directly or in other parts. */
  public List<ClassFact.Association> embedded() {
    return embedded.stream().filter(a -> only(a.to()).isPresent()).toList();
  }

  /** Who holds the rows of what a class maps that has no table of its own: the entities of a part or of a base. */
  Set<String> holding(String name) {
    return owners.getOrDefault(name, heirs.getOrDefault(name, Set.of()));
  }

  /** An entity by name; {@code null} when it is none. */
  Entity entity(String name) {
    return entities.get(name);
  }

  /** The entity whose rows an entity's extend; {@code null} when there is none. */
  Entity entityAbove(Entity entity) {
    return above(entity.fact).stream()
        .map(above -> entities.get(above.name()))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
