package dev.hew.split.facts;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives classes the routes that XML files give them. */
final class XmlWiring {
  private XmlWiring() {}

  static void apply(List<XmlFacts.Route> all, List<ClassFact> classes) {
    Map<String, List<ClassFact.Route>> routes = new HashMap<>();
    all.forEach(r -> routes
        .computeIfAbsent(r.type(), t -> new ArrayList<>())
        .add(new ClassFact.Route("*", r.path(), "", r.place())));
    classes.replaceAll(
        fact -> routes.containsKey(fact.name()) ? routed(fact, routes.get(fact.name())) : fact);
  }

  private static ClassFact routed(ClassFact fact, List<ClassFact.Route> more) {
    List<ClassFact.Route> routes = new ArrayList<>(fact.routes());
    routes.addAll(more);
    Set<ClassFact.Role> roles = EnumSet.of(ClassFact.Role.ENTRY);
    roles.addAll(fact.roles());
    return fact.with(roles, routes);
  }
}
