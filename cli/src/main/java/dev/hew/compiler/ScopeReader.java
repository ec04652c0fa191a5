package dev.hew.compiler;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreeScanner;
import dev.hew.code.Reference;
import java.util.Set;
import javax.lang.model.element.Name;

/** Walks through statements and knows which variables are declared where, and what stands in a loop. */
abstract class ScopeReader extends TreeScanner<Void, Void> {
  /** Methods of libraries that give one thing at most. */
  private static final Set<String> OPTIONAL =
      Set.of("findById", "findOne", "findFirst", "findAny", "ofNullable", "max", "min", "reduce");

  final Notes notes;
  final Scope scope = new Scope();
  final Chains chains = new Chains(scope);

  ScopeReader(UnitReader unit) {
    this.notes = new Notes(unit, this);
  }

  Scope scope() {
    return scope;
  }

  void annotations(ModifiersTree modifiers) {
    scan(modifiers.getAnnotations(), null);
  }

  @Override
  public Void visitBlock(BlockTree block, Void p) {
    within(() -> super.visitBlock(block, p));
    return null;
  }

  @Override
  public Void visitForLoop(ForLoopTree loop, Void p) {
    within(() -> {
      scan(loop.getInitializer(), null); // once
      looped(() -> {
        scan(loop.getCondition(), null);
        scan(loop.getUpdate(), null);
        scan(loop.getStatement(), null);
      });
    });
    return null;
  }

  @Override
  public Void visitWhileLoop(WhileLoopTree loop, Void p) {
    looped(() -> super.visitWhileLoop(loop, p));
    return null;
  }

  @Override
  public Void visitDoWhileLoop(DoWhileLoopTree loop, Void p) {
    looped(() -> super.visitDoWhileLoop(loop, p));
    return null;
  }

  @Override
  public Void visitEnhancedForLoop(EnhancedForLoopTree loop, Void p) {
    scan(loop.getExpression(), null);
    scope.open();
    VariableTree variable = loop.getVariable();
    scan(variable, null);
    boolean inferred =
        variable.getType() == null || Types.text(variable.getType()).equals("var");
    scope.declare(
        variable.getName().toString(),
        inferred ? item(chains.of(loop.getExpression())) : Types.text(variable.getType()),
        origin(loop.getExpression()));
    looped(() -> scan(loop.getStatement(), null));
    scope.close();
    return null;
  }

  @Override
  public Void visitTry(TryTree attempt, Void p) {
    within(() -> super.visitTry(attempt, p));
    return null;
  }

  @Override
  public Void visitCatch(CatchTree handler, Void p) {
    within(() -> super.visitCatch(handler, p));
    return null;
  }

  @Override
  public Void visitVariable(VariableTree variable, Void p) {
    annotations(variable.getModifiers());
    String name = variable.getName().toString();
    boolean inferred = variable.getType() == null
        || (variable.getType() instanceof IdentifierTree t && t.getName().contentEquals("var"));
    if (inferred) {
      scope.declare(
          name,
          variable.getInitializer() == null
              ? "?"
              : Reference.taken(chains.of(variable.getInitializer())));
    } else {
      notes.type(variable.getType(), Reference.Kind.LOCAL);
      scope.declare(name, Types.text(variable.getType()));
    }
    valueOf(variable.getName(), variable.getInitializer());
    return null;
  }

  /** Walks through what a variable or field is given: a text in it is called after that. */
  void valueOf(Name name, Tree value) {
    String before = notes.call();
    notes.argumentOf("=" + name);
    scan(value, null);
    notes.argumentOf(before);
  }

  /** The parameter that the value of an expression is, when it is a plain name. */
  Scope.Parameter origin(Tree expression) {
    return expression instanceof IdentifierTree name
        ? scope.origin(name.getName().toString())
        : Scope.NONE;
  }

  /** A lambda's parameters come from what the receiver holds; given to a stream it runs once for each item. */
  void lambda(LambdaExpressionTree lambda, String receiver) {
    scope.open();
    boolean repeats = repeats(receiver, notes.call());
    for (VariableTree parameter : lambda.getParameters()) {
      if (parameter.getType() == null) {
        scope.declare(parameter.getName().toString(), item(receiver));
      } else {
        scan(parameter, null);
      }
    }
    if (repeats) {
      looped(() -> scan(lambda.getBody(), null));
    } else {
      scan(lambda.getBody(), null);
    }
    scope.close();
  }

  /** The chain of a variable that is one of what a value holds. */
  private static String item(String of) {
    return of.equals("?") ? of : Reference.taken(of) + Reference.TAKEN + "*";
  }

  /** Whether what a call is given runs once for each item. */
  static boolean repeats(String receiver, String call) {
    return !receiver.equals("?") && iterates(call) && !isOptional(receiver);
  }

  /** Whether a value holds one thing at most, as far as names tell: also when it is mapped and filtered. */
  private static boolean isOptional(String chain) {
    String rest = chain;
    while (true) {
      int step = Math.max(rest.lastIndexOf(Reference.STEP), rest.lastIndexOf(Reference.TAKEN));
      if (step < 0) {
        return rest.startsWith("Optional<");
      }
      int slash = rest.indexOf('/', step);
      String name = rest.substring(step + 1, slash < 0 ? rest.length() : slash);
      switch (name) {
        case "map", "flatMap", "filter", "or" -> rest = rest.substring(0, step);
        default -> {
          return OPTIONAL.contains(name);
        }
      }
    }
  }

  private static boolean iterates(String call) {
    return switch (call) {
      case "forEach",
          "map",
          "flatMap",
          "mapToObj",
          "mapToInt",
          "mapToLong",
          "filter",
          "peek",
          "anyMatch",
          "allMatch",
          "noneMatch",
          "removeIf",
          "replaceAll",
          "forEachOrdered" -> true;
      default -> false;
    };
  }

  /** Walks through what has variables of its own. */
  private void within(Runnable walk) {
    scope.open();
    walk.run();
    scope.close();
  }

  /** Walks through what may run more than once. */
  void looped(Runnable walk) {
    notes.loop();
    walk.run();
    notes.endLoop();
  }
}
