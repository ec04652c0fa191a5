package dev.hew.split.facts;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A query, or one inside of it, with the names that it gives: what stands outside of it does not know them. */
final class QueryScope {
  /** The query that this one stands in; {@code null} for the whole. */
  final QueryScope around;

  /** The class that each name stands for; {@code null} for one that is not known. */
  final Map<String, String> aliases = new HashMap<>();

  /** Whether commas have sources between. */
  boolean from;

  /** Whether what is said is in the query's result. */
  boolean selecting;

  private QueryScope(QueryScope around) {
    this.around = around;
  }

  /** For each word the innermost query that it stands in. */
  static QueryScope[] of(List<SqlTokens.Token> tokens) {
    QueryScope[] scopes = new QueryScope[tokens.size()];
    QueryScope scope = new QueryScope(null);
    Deque<QueryScope> outer = new ArrayDeque<>();
    for (int i = 0; i < tokens.size(); i++) {
      scopes[i] = scope;
      if (tokens.get(i).is("(")) {
        outer.push(scope);
        scope = begins(tokens, i) ? new QueryScope(scope) : scope;
      } else if (tokens.get(i).is(")") && !outer.isEmpty()) {
        scope = outer.pop();
      }
    }
    return scopes;
  }

  /** Whether a bracket has a query inside. */
  static boolean begins(List<SqlTokens.Token> tokens, int bracket) {
    return bracket + 1 < tokens.size()
        && (tokens.get(bracket + 1).is("select") || tokens.get(bracket + 1).is("from"));
  }

  /** The class that a name stands for; {@code null} when it stands for none that is known. */
  String type(String alias) {
    for (QueryScope scope = this; scope != null; scope = scope.around) {
      if (scope.aliases.containsKey(alias)) {
        return scope.aliases.get(alias);
      }
    }
    return null;
  }

  boolean knows(String alias) {
    return aliases.containsKey(alias) || around != null && around.knows(alias);
  }
}
