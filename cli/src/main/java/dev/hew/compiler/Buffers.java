package dev.hew.compiler;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import dev.hew.code.Annotation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Texts that a method puts together in several steps, in string builders and by {@code +=}: as if each step were taken
 * once, in the order of the source.
 */
final class Buffers {
  private static final int LONGEST = 8000;

  /** What a variable holds so far. */
  private static final class Draft {
    private final Tree at;
    private final StringBuilder text = new StringBuilder();
    private int parts;

    Draft(Tree at) {
      this.at = at;
    }

    void add(String more) {
      if (text.length() + more.length() <= LONGEST) {
        text.append(more);
        parts++;
      }
    }
  }

  private final Notes notes;
  private final Deque<Map<String, Draft>> methods = new ArrayDeque<>();

  Buffers(Notes notes) {
    this.notes = notes;
  }

  /** A method begins. */
  void open() {
    methods.push(new LinkedHashMap<>());
  }

  /** A method ends: notes what it put together. */
  void close() {
    methods.pop().forEach(this::end);
  }

  private void end(String variable, Draft draft) {
    if (draft.parts > 1) {
      notes.joined(draft.text.toString(), variable, draft.at);
    }
  }

  /** A variable is given a value: a text begins, or goes on when it is a sum of the variable itself and more. */
  void given(String variable, Tree value) {
    if (methods.isEmpty()) {
      return;
    }
    boolean text = value instanceof LiteralTree literal && literal.getValue() instanceof String
        || value instanceof BinaryTree && value.getKind() == Tree.Kind.PLUS;
    String part = text ? Annotations.part(value) : "";
    String self = Annotation.NAME_STARTS + variable + Annotation.NAME_ENDS;
    if (part.startsWith(self)) {
      added(variable, part.substring(self.length()));
      return;
    }
    Draft before = methods.peek().remove(variable);
    if (before != null) {
      end(variable, before);
    }
    if (text) {
      begin(variable, value).add(part);
    }
  }

  private Draft begin(String variable, Tree at) {
    Draft draft = new Draft(at);
    methods.peek().put(variable, draft);
    return draft;
  }

  /** {@code variable += more}. */
  void added(String variable, Tree more) {
    added(variable, Annotations.part(more));
  }

  private void added(String variable, String more) {
    Draft draft = methods.isEmpty() ? null : methods.peek().get(variable);
    if (draft != null) {
      draft.add(more);
    }
  }

  /** A builder is made, for a variable that is given it. */
  void made(NewClassTree builder) {
    if (!methods.isEmpty() && isBuilder(builder) && notes.call().startsWith("=")) {
      Draft known = methods.peek().get(notes.call().substring(1));
      if (known == null || known.at != builder) {
        start(builder, notes.call().substring(1));
      }
    }
  }

  private static boolean isBuilder(NewClassTree made) {
    return switch (Types.text(made.getIdentifier())) {
      case "StringBuilder", "StringBuffer" -> true;
      default -> false;
    };
  }

  private Draft start(NewClassTree builder, String variable) {
    Draft draft = begin(variable, builder);
    List<? extends ExpressionTree> first = builder.getArguments();
    if (first.size() == 1
        && (!(first.get(0) instanceof LiteralTree literal)
            || literal.getValue() instanceof String)) {
      draft.add(Annotations.part(first.get(0)));
    }
    return draft;
  }

  /** A chain of calls: those of {@code append} add to the builder at its root. */
  void chain(MethodInvocationTree last) {
    if (methods.isEmpty()) {
      return;
    }
    Deque<Tree> parts = new ArrayDeque<>();
    Tree at = last;
    while (at instanceof MethodInvocationTree call
        && call.getMethodSelect() instanceof MemberSelectTree select) {
      if (select.getIdentifier().contentEquals("append") && call.getArguments().size() == 1) {
        parts.push(call.getArguments().get(0));
      } else if (!select.getIdentifier().contentEquals("toString")) {
        parts.clear();
      }
      at = select.getExpression();
    }
    Draft draft = null;
    if (at instanceof IdentifierTree name) {
      draft = methods.peek().get(name.getName().toString());
    } else if (at instanceof NewClassTree made && isBuilder(made) && !parts.isEmpty()) {
      draft = start(made, notes.call().startsWith("=") ? notes.call().substring(1) : "");
    }
    if (draft != null) {
      for (Tree part : parts) {
        draft.add(Annotations.part(part));
      }
    }
  }
}
