package dev.hew.split.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Follows paths in queries over entities: {@code join o.lines}, {@code join fetch o.customer c}, {@code c.city.name}. What
 * a path goes through is read like what the query names.
 */
final class QueryPaths {
  private static final Set<String> NO_ALIASES = Set.of(
      "where",
      "join",
      "left",
      "right",
      "inner",
      "outer",
      "cross",
      "full",
      "fetch",
      "on",
      "with",
      "set",
      "order",
      "group",
      "having",
      "select",
      "from",
      "in",
      "and",
      "or",
      "union",
      "limit",
      "as",
      "values",
      "using",
      "natural",
      "all",
      "properties");

  private final TypeIndex index;
  private final Map<String, ClassFact> classes;
  private final Map<String, ClassFact> represented;
  private final Map<String, ClassFact> entities = new HashMap<>();

  /**
   * @param classes all, by name
   * @param represented the entities that interfaces stand for, by the interfaces' names
   */
  QueryPaths(TypeIndex index, Map<String, ClassFact> classes, Map<String, ClassFact> represented) {
    this.index = index;
    this.classes = classes;
    this.represented = represented;
    for (ClassFact fact : classes.values()) {
      if (fact.entity().filter(e -> !e.table().isEmpty()).isPresent()) {
        entities.merge(fact.simpleName(), fact, (a, b) -> a.name().compareTo(b.name()) < 0 ? a : b);
      }
    }
    represented.forEach(
        (name, entity) -> entities.putIfAbsent(name.substring(name.lastIndexOf('.') + 1), entity));
  }

  /**
   * What a query's paths go through.
   *
   * @param aliases the names in lower case that stand for entities and tables in the query
   * @param associations each that is joined, by name or on the way of a longer path
   */
  record Paths(Set<String> aliases, Set<ClassFact.Association> associations) {}

  Paths of(String query) {
    return entities.isEmpty()
        ? new Paths(Set.of(), Set.of())
        : new Reading(SqlTokens.of(query)).read();
  }

  /** The association that a field of a class is, its own or inherited. */
  private Optional<ClassFact.Association> association(String type, String field) {
    Set<String> seen = new LinkedHashSet<>();
    List<String> level = List.of(type);
    while (!level.isEmpty()) {
      List<String> next = new ArrayList<>();
      for (String name : level) {
        if (!seen.add(name)) {
          continue;
        }
        ClassFact fact = classes.get(name);
        Optional<ClassFact.Association> own = Optional.ofNullable(fact)
            .flatMap(ClassFact::entity)
            .flatMap(e ->
                e.associations().stream().filter(a -> a.field().equals(field)).findFirst());
        if (own.isPresent()) {
          return own;
        }
        TypeIndex.Declared declared = index.named(name);
        if (declared != null) {
          index.supertypes(declared).stream()
              .filter(above -> above.declared() != null)
              .forEach(above -> next.add(above.declared().owner));
        }
      }
      level = next;
    }
    return Optional.empty();
  }

  private final class Reading {
    private final List<SqlTokens.Token> tokens;
    private final QueryScope[] scopes;
    private final Set<String> aliases = new HashSet<>();
    private final Set<ClassFact.Association> found = new LinkedHashSet<>();
    private int at;

    Reading(List<SqlTokens.Token> tokens) {
      this.tokens = tokens;
      this.scopes = QueryScope.of(tokens);
    }

    Paths read() {
      sources();
      for (at = 0; at < tokens.size(); ) {
        QueryScope scope = scopes[at];
        if (word("select")) {
          scope.selecting = scope.around == null || scope.around.selecting;
        } else if (begins("from")) {
          scope.selecting = false;
        }
        boolean counted = word("count");
        List<String> path = path();
        if (path.isEmpty()) {
          at++;
        } else {
          through(path, scope, scope.selecting);
        }
        if (counted && word("(")) {
          at += at + 1 < tokens.size() && tokens.get(at + 1).is("distinct") ? 2 : 1;
          through(path(), scope, false);
        }
      }
      return new Paths(Set.copyOf(aliases), found);
    }

    /** What stands after FROM, JOIN and UPDATE, and after the commas there. */
    private void sources() {
      while (at < tokens.size()) {
        QueryScope scope = scopes[at];
        boolean starts = begins("from") || word("join") || begins("update");
        if (starts) {
          scope.from = !word("join");
        } else if (word("where") || word("select") || word("set") || word("group")) {
          scope.from = false;
        }
        boolean next = starts || (scope.from && word(","));
        at++;
        if (next) {
          source(scope);
        }
      }
    }

    private void source(QueryScope scope) {
      while (word("fetch")
          || word("only")
          || word("in")
          || (word("(") && !QueryScope.begins(tokens, at))) {
        at++;
      }
      List<String> path = path();
      String type =
          path.size() > 1 && scope.knows(key(path.get(0))) ? joined(path, scope) : entity(path);
      while (!path.isEmpty() && word(")") || word("as")) {
        at++;
      }
      if (at < tokens.size()) {
        String alias = key(tokens.get(at).text());
        if (isName(alias) && !NO_ALIASES.contains(alias)) {
          scope.aliases.put(alias, type);
          aliases.add(alias);
        }
      }
    }

    private String entity(List<String> path) {
      ClassFact fact = path.isEmpty() ? null : entities.get(path.get(path.size() - 1));
      if (path.size() > 1) {
        String name = String.join(".", path);
        fact = fact != null && name.equals(fact.name()) ? fact : represented.get(name);
      }
      return fact == null ? null : fact.name();
    }

    /** The class at the end of a path that is joined; {@code null} when it ends in none. */
    private String joined(List<String> path, QueryScope scope) {
      String type = scope.type(key(path.get(0)));
      for (String field : path.subList(1, path.size())) {
        Optional<ClassFact.Association> step =
            type == null ? Optional.empty() : association(type, field);
        step.ifPresent(found::add);
        type = step.map(ClassFact.Association::to).orElse(null);
      }
      return type;
    }

    /**
     * {@code o.customer.name} goes through the customer; {@code o.customer.id} does not. {@code o.customer} does where the
     * query's result has it; elsewhere only its key is compared. {@code o.lines is empty} looks for lines.
     */
    private void through(List<String> path, QueryScope scope, boolean selected) {
      String type = path.isEmpty() ? null : scope.type(key(path.get(0)));
      for (int i = 1; i < path.size() && type != null; i++) {
        Optional<ClassFact.Association> step = association(type, path.get(i));
        boolean last = i + 1 == path.size();
        boolean keyOnly = i + 2 == path.size() && path.get(i + 1).equals("id");
        if (last ? selected || step.filter(QueryPaths::isElsewhere).isPresent() : !keyOnly) {
          step.ifPresent(found::add);
        }
        type = step.map(ClassFact.Association::to).orElse(null);
      }
    }

    /** Names with dots between; empty when there is none here. */
    private List<String> path() {
      List<String> path = new ArrayList<>();
      while (at < tokens.size() && isName(tokens.get(at).text())) {
        path.add(tokens.get(at++).text());
        if (!word(".")) {
          break;
        }
        at++;
      }
      return path;
    }

    private boolean word(String word) {
      return at < tokens.size() && tokens.get(at).is(word);
    }

    /** The word where it names a source: none of {@code extract(year from o.day)} and {@code for update} does. */
    private boolean begins(String word) {
      return word(word) && !SqlNames.isNoStatement(tokens, at);
    }
  }

  /** Whether the rows that are held have the key: what holds them says nothing of them. */
  private static boolean isElsewhere(ClassFact.Association association) {
    return association.kind().equals("OneToMany") && association.joinTable().isEmpty();
  }

  private static String key(String alias) {
    return alias.toLowerCase(Locale.ROOT);
  }

  private static boolean isName(String text) {
    return !text.isEmpty() && (Character.isLetter(text.charAt(0)) || text.charAt(0) == '_');
  }
}
