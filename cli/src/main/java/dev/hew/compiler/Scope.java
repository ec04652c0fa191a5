package dev.hew.compiler;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The variables that a name may mean, innermost block first, each with the chain that its value comes from. */
final class Scope {
  /** Of a variable that is no parameter. */
  static final Parameter NONE = new Parameter("", -1);

  private final Deque<Map<String, Variable>> blocks = new ArrayDeque<>();

  /** A parameter of a method, counted from 0. */
  record Parameter(String method, int number) {}

  /**
   * A variable.
   *
   * @param origin the parameter that its value is, or an item of
   */
  private record Variable(String chain, Parameter origin) {}

  void open() {
    blocks.push(new HashMap<>());
  }

  void close() {
    blocks.pop();
  }

  void declare(String name, String chain) {
    declare(name, chain, NONE);
  }

  void declare(String name, String chain, Parameter origin) {
    blocks.getFirst().put(name, new Variable(chain, origin));
  }

  Optional<String> find(String name) {
    return variable(name).map(Variable::chain);
  }

  /** The parameter that a variable's value comes from. */
  Parameter origin(String name) {
    return variable(name).map(Variable::origin).orElse(NONE);
  }

  private Optional<Variable> variable(String name) {
    for (Map<String, Variable> block : blocks) {
      Variable variable = block.get(name);
      if (variable != null) {
        return Optional.of(variable);
      }
    }
    return Optional.empty();
  }
}
