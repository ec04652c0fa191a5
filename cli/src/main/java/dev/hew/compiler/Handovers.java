package dev.hew.compiler;

import dev.hew.code.Handover;
import dev.hew.code.Reference;
import java.util.Set;

/** Tells which calls may store or fetch what they are given, and which run it at their times. */
final class Handovers {
  private static final Set<String> WRITES = Set.of(
      "save",
      "persist",
      "store",
      "merge",
      "insert",
      "create",
      "update",
      "delete",
      "remove",
      "replicate",
      "upsert",
      "attach",
      "reattach",
      "make",
      "write");

  private static final Set<String> READS = Set.of(
      "find",
      "get",
      "load",
      "list",
      "create",
      "query",
      "read",
      "fetch",
      "count",
      "exists",
      "from",
      "for",
      "by",
      "select",
      "search",
      "retrieve",
      "lookup");

  /** What runs later, and again and again. */
  private static final Set<String> SCHEDULES =
      Set.of("scheduleWithFixedDelay", "scheduleAtFixedRate");

  /** Types with arguments that are no door to a database. */
  private static final Set<String> HOLDERS = Set.of(
      "List",
      "ArrayList",
      "LinkedList",
      "Set",
      "HashSet",
      "LinkedHashSet",
      "SortedSet",
      "TreeSet",
      "Map",
      "HashMap",
      "LinkedHashMap",
      "SortedMap",
      "TreeMap",
      "ConcurrentMap",
      "ConcurrentHashMap",
      "Collection",
      "Iterable",
      "Iterator",
      "Queue",
      "Deque",
      "Optional",
      "Stream",
      "Supplier",
      "Function",
      "Class",
      "ThreadLocal",
      "AtomicReference",
      "ResponseEntity",
      "CompletableFuture",
      "Future");

  private Handovers() {}

  /** Whether a call may store or fetch: by the method's name, or as one of the caller's own, of whatever name. */
  static boolean may(String receiver, String name) {
    if (receiver.equals("this")) {
      return !name.equals("this") && !name.equals("super");
    }
    String verb = verb(name);
    return SCHEDULES.contains(name) || WRITES.contains(verb) || READS.contains(verb);
  }

  /** Whether there is something that may tell what is stored or fetched: a class, a value of one, a generic receiver. */
  static boolean tells(Handover call) {
    int typed = call.receiver().indexOf('<');
    boolean generic = typed > 0
        && Reference.firstStep(call.receiver()) < 0
        && !HOLDERS.contains(call.receiver().substring(0, typed));
    boolean named = call.given().stream()
        .anyMatch(given -> given.chain().startsWith("Class<") || given.chain().equals("Class"));
    return SCHEDULES.contains(call.call())
        || generic
        || named
        || call.receiver().equals("super")
        || ((call.receiver().equals("this") || WRITES.contains(verb(call.call())))
            && call.given().stream().anyMatch(Handovers::isObject));
  }

  private static boolean isObject(Handover.Given given) {
    return switch (given.chain()) {
      case "?", "String", "int", "long", "boolean", "double", "Long", "Integer" -> false;
      default -> true;
    };
  }

  private static String verb(String name) {
    int end = 0;
    while (end < name.length() && Character.isLowerCase(name.charAt(end))) {
      end++;
    }
    return name.substring(0, end);
  }
}
