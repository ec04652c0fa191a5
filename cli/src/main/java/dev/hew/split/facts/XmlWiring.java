package dev.hew.split.facts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gives classes what XML files say of them: tables, associations, routes. */
final class XmlWiring {
  private final XmlFacts xml;
  private final TypeIndex index;

  XmlWiring(XmlFacts xml, TypeIndex index) {
    this.xml = xml;
    this.index = index;
  }

  void apply(List<ClassFact> classes) {
    Map<String, XmlFacts.Mapping> mappings = new HashMap<>();
    xml.mappings().forEach(m -> mappings.putIfAbsent(m.type(), m));
    Map<String, List<ClassFact.Association>> associations = new HashMap<>();
    for (XmlFacts.MappedAssociation a : xml.associations()) {
      TypeIndex.Declared target = index.named(a.to());
      if (target != null) {
        List<String> cascade = Arrays.stream(a.cascade().split("[,\\s]+"))
            .filter(c -> !c.isEmpty() && !c.equals("none"))
            .map(c -> c.toUpperCase(java.util.Locale.ROOT))
            .toList();
        associations
            .computeIfAbsent(a.from(), f -> new ArrayList<>())
            .add(new ClassFact.Association(
                a.from(),
                target.owner,
                a.field(),
                a.kind(),
                !a.inverse(),
                cascade,
                !a.lazy(),
                "",
                a.place()));
      }
    }
    Map<String, List<ClassFact.Route>> routes = new HashMap<>();
    xml.routes()
        .forEach(r -> routes
            .computeIfAbsent(r.type(), t -> new ArrayList<>())
            .add(new ClassFact.Route("*", r.path(), "", r.place())));
    classes.replaceAll(fact -> {
      ClassFact mapped = mappings.containsKey(fact.name())
          ? mapped(
              fact, mappings.get(fact.name()), associations.getOrDefault(fact.name(), List.of()))
          : fact;
      return routes.containsKey(fact.name()) ? routed(mapped, routes.get(fact.name())) : mapped;
    });
  }

  private static ClassFact mapped(
      ClassFact fact, XmlFacts.Mapping mapping, List<ClassFact.Association> associations) {
    Optional<ClassFact.Entity> entity =
        Optional.of(new ClassFact.Entity(mapping.table(), associations));
    return fact.with(plus(fact.roles(), ClassFact.Role.ENTITY), entity, fact.routes());
  }

  private static ClassFact routed(ClassFact fact, List<ClassFact.Route> more) {
    List<ClassFact.Route> routes = new ArrayList<>(fact.routes());
    routes.addAll(more);
    return fact.with(plus(fact.roles(), ClassFact.Role.ENTRY), fact.entity(), routes);
  }

  private static Set<ClassFact.Role> plus(Set<ClassFact.Role> roles, ClassFact.Role role) {
    EnumSet<ClassFact.Role> more = EnumSet.of(role);
    more.addAll(roles);
    return more;
  }
}
