package dev.hew.storage;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Hands out the names of the methods of one repository: what they do, or where another one does it, their operation's. */
final class MethodNames {
  /** What methods are called that no operation asks for, and that begin as those of a list do. */
  private static final List<String> OWN = List.of(
      "find",
      "lock",
      "exists",
      "nextNumber",
      "versioned",
      "order",
      "list",
      "create",
      "replace",
      "patch",
      "delete");

  private final Set<String> taken = new HashSet<>();
  private final Set<String> roles = new HashSet<>();

  MethodNames(Table table) {
    taken.addAll(OWN);
    taken.add(table.variable());
  }

  String take(Handler handler) {
    String name = handler.method();
    if (!roles.add(handler.role())) {
      name = handler.endpoint().name();
      for (int i = 2; beside(name).stream().anyMatch(taken::contains); i++) {
        name = handler.endpoint().name() + i;
      }
    }
    taken.addAll(beside(name));
    return name;
  }

  /** The names of a method and of those that help it. */
  private static List<String> beside(String method) {
    return List.of(method, Handler.count(method), Handler.conditions(method), method + "From");
  }
}
