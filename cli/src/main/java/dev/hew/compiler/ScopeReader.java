package dev.hew.compiler;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreeScanner;
import dev.hew.code.Reference;

/** Walks through statements and knows which variables are declared where, and what stands in a loop. */
abstract class ScopeReader extends TreeScanner<Void, Void> {
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
    scope.open();
    super.visitBlock(block, p);
    scope.close();
    return null;
  }

  @Override
  public Void visitForLoop(ForLoopTree loop, Void p) {
    scope.open();
    notes.loop();
    super.visitForLoop(loop, p);
    notes.endLoop();
    scope.close();
    return null;
  }

  @Override
  public Void visitWhileLoop(WhileLoopTree loop, Void p) {
    notes.loop();
    super.visitWhileLoop(loop, p);
    notes.endLoop();
    return null;
  }

  @Override
  public Void visitDoWhileLoop(DoWhileLoopTree loop, Void p) {
    notes.loop();
    super.visitDoWhileLoop(loop, p);
    notes.endLoop();
    return null;
  }

  @Override
  public Void visitEnhancedForLoop(EnhancedForLoopTree loop, Void p) {
    scan(loop.getExpression(), null);
    scope.open();
    VariableTree variable = loop.getVariable();
    scan(variable, null);
    if (variable.getType() == null || Types.text(variable.getType()).equals("var")) {
      scope.declare(variable.getName().toString(), chains.of(loop.getExpression()) + "#*");
    }
    notes.loop();
    scan(loop.getStatement(), null);
    notes.endLoop();
    scope.close();
    return null;
  }

  @Override
  public Void visitTry(TryTree attempt, Void p) {
    scope.open();
    super.visitTry(attempt, p);
    scope.close();
    return null;
  }

  @Override
  public Void visitCatch(CatchTree handler, Void p) {
    scope.open();
    super.visitCatch(handler, p);
    scope.close();
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
          name, variable.getInitializer() == null ? "?" : chains.of(variable.getInitializer()));
    } else {
      notes.type(variable.getType(), Reference.Kind.LOCAL);
      scope.declare(name, Types.text(variable.getType()));
    }
    return scan(variable.getInitializer(), null);
  }
}
