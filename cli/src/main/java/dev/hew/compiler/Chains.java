package dev.hew.compiler;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import dev.hew.code.Reference;
import java.util.LinkedList;
import java.util.List;

/** Expressions as chains; see {@link dev.hew.code.Reference}. */
final class Chains {
  private static final int LONGEST = 600;
  private final Scope scope;

  Chains(Scope scope) {
    this.scope = scope;
  }

  /** Where an expression's value comes from; {@code ?} when its syntax does not tell. */
  String of(Tree expression) {
    String chain = written(expression);
    return chain.length() > LONGEST ? "?" : chain;
  }

  /** The calls and fields of a chain, in their order. */
  static List<ExpressionTree> links(ExpressionTree last) {
    LinkedList<ExpressionTree> links = new LinkedList<>();
    ExpressionTree at = last;
    while (true) {
      ExpressionTree named = at instanceof MethodInvocationTree call ? call.getMethodSelect() : at;
      boolean isLink = named instanceof MemberSelectTree select
          ? !select.getIdentifier().contentEquals("this")
              && !select.getIdentifier().contentEquals("super")
          : at instanceof MethodInvocationTree;
      if (!isLink) {
        return links;
      }
      links.addFirst(at);
      if (!(named instanceof MemberSelectTree select)) {
        return links;
      }
      at = select.getExpression();
    }
  }

  private String written(Tree expression) {
    if (expression instanceof IdentifierTree name) {
      return name(name.getName().toString());
    }
    if (expression instanceof MemberSelectTree select) {
      return member(select);
    }
    if (expression instanceof MethodInvocationTree call) {
      return call(call);
    }
    if (expression instanceof NewClassTree made) {
      return Types.text(made.getIdentifier());
    }
    if (expression instanceof NewArrayTree array) {
      return array.getType() == null ? "?" : Types.text(array.getType()) + "[]";
    }
    if (expression instanceof TypeCastTree cast) {
      return Types.text(cast.getType());
    }
    // what stands inside these is mentioned by itself
    if (expression instanceof ParenthesizedTree inner) {
      return Reference.taken(of(inner.getExpression()));
    }
    if (expression instanceof ArrayAccessTree item) {
      return step(Reference.taken(of(item.getExpression())), "[]");
    }
    if (expression instanceof ConditionalExpressionTree choice) {
      String chain = of(choice.getTrueExpression());
      return Reference.taken(chain.equals("?") ? of(choice.getFalseExpression()) : chain);
    }
    if (expression instanceof AssignmentTree assignment) {
      return Reference.taken(of(assignment.getVariable()));
    }
    return expression instanceof LiteralTree literal && literal.getValue() instanceof String
        ? "String"
        : "?";
  }

  private String name(String name) {
    return switch (name) {
      case "this", "super" -> name;
      default -> scope.find(name).orElse("~" + name);
    };
  }

  private String member(MemberSelectTree select) {
    return switch (select.getIdentifier().toString()) {
      case "this", "super" -> Types.text(select.getExpression());
      case "class" -> "Class<" + Types.text(select.getExpression()) + ">";
      default -> step(of(select.getExpression()), select.getIdentifier().toString());
    };
  }

  private String call(MethodInvocationTree call) {
    int arguments = call.getArguments().size();
    ExpressionTree target = call.getMethodSelect();
    if (target instanceof IdentifierTree name) {
      return switch (name.getName().toString()) {
        case "this", "super" -> name.getName() + "#<init>/" + arguments;
        default -> "this#" + name.getName() + "/" + arguments;
      };
    }
    return target instanceof MemberSelectTree select
        ? step(of(select.getExpression()), select.getIdentifier() + "/" + arguments)
        : "?";
  }

  private static String step(String chain, String step) {
    return chain.equals("?") ? chain : chain + Reference.STEP + step;
  }
}
