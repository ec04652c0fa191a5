package dev.hew.compiler;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeParameterTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import dev.hew.code.Reference;
import dev.hew.code.TypeDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Reads one type and those inside it. */
final class TypeReader {
  private final UnitReader unit;
  private final TypeReader around;
  private final ClassTree tree;
  private final String name;
  private final Annotations annotations;
  private final List<TypeDeclaration.Field> fields = new ArrayList<>();
  private final List<TypeDeclaration.Method> methods = new ArrayList<>();
  private final List<TypeDeclaration> inner = new ArrayList<>();
  private final BodyReader body;

  /**
   * @param around the type around this one; {@code null} at the top
   */
  TypeReader(UnitReader unit, TypeReader around, ClassTree tree) {
    this.unit = unit;
    this.around = around;
    this.tree = tree;
    this.name =
        around == null ? tree.getSimpleName().toString() : around.name + "." + tree.getSimpleName();
    this.annotations = new Annotations(unit);
    this.body = new BodyReader(unit);
  }

  /** The type itself, then those inside it. */
  List<TypeDeclaration> read() {
    body.scope().open();
    declareFields(body.scope());
    List<String> supertypes = new ArrayList<>();
    body.annotations(tree.getModifiers());
    for (TypeParameterTree parameter : tree.getTypeParameters()) {
      body.bounds(parameter);
    }
    if (tree.getExtendsClause() != null) {
      supertypes.add(Types.text(tree.getExtendsClause()));
      body.type(tree.getExtendsClause(), Reference.Kind.EXTENDS);
    }
    for (Tree implemented : tree.getImplementsClause()) {
      supertypes.add(Types.text(implemented));
      body.type(implemented, Reference.Kind.IMPLEMENTS);
    }
    tree.getMembers().forEach(this::member);
    List<TypeDeclaration> all = new ArrayList<>();
    all.add(new TypeDeclaration(
        name,
        kind(),
        unit.line(tree),
        tree.getModifiers().getFlags().contains(Modifier.ABSTRACT),
        tree.getTypeParameters().stream().map(p -> p.getName().toString()).toList(),
        supertypes,
        annotations.read(tree.getModifiers().getAnnotations()),
        fields,
        methods,
        body.references(),
        body.handovers(),
        body.texts()));
    all.addAll(inner);
    return all;
  }

  /** Fields can be named before they are declared, and by inner types. */
  private void declareFields(Scope scope) {
    if (around != null) {
      around.declareFields(scope);
    }
    for (Tree member : tree.getMembers()) {
      if (member instanceof VariableTree field) {
        scope.declare(field.getName().toString(), Types.text(field.getType()));
      }
    }
  }

  private void member(Tree member) {
    if (member instanceof ClassTree type) {
      inner.addAll(new TypeReader(unit, this, type).read());
    } else if (member instanceof VariableTree field) {
      field(field);
    } else if (member instanceof MethodTree method) {
      method(method);
    } else {
      body.scan(member, null);
    }
  }

  private void field(VariableTree field) {
    Set<Modifier> flags = field.getModifiers().getFlags();
    boolean isStatic = flags.contains(Modifier.STATIC) || tree.getKind() == Tree.Kind.INTERFACE;
    boolean isFinal = flags.contains(Modifier.FINAL) || tree.getKind() == Tree.Kind.INTERFACE;
    String value = isStatic && isFinal && field.getInitializer() != null
        ? constant(field.getInitializer())
        : "";
    fields.add(new TypeDeclaration.Field(
        field.getName().toString(),
        Types.text(field.getType()),
        unit.line(field),
        isStatic,
        isFinal,
        value,
        field.getInitializer() instanceof NewClassTree,
        annotations.read(field.getModifiers().getAnnotations())));
    body.annotations(field.getModifiers());
    body.type(field.getType(), Reference.Kind.FIELD);
    body.initializer(field);
  }

  private static String constant(Tree initializer) {
    Tree value = initializer instanceof UnaryTree unary ? unary.getExpression() : initializer;
    if (value instanceof LiteralTree literal && literal.getValue() == null) {
      return "";
    }
    String text = Annotations.named(value);
    boolean known =
        value instanceof LiteralTree || (value.getKind() == Tree.Kind.PLUS && !text.isBlank());
    return known ? text : "";
  }

  private void method(MethodTree method) {
    List<String> parameters =
        method.getParameters().stream().map(p -> Types.text(p.getType())).toList();
    Set<Modifier> flags = method.getModifiers().getFlags();
    List<? extends AnnotationTree> marks = method.getModifiers().getAnnotations();
    List<String> returned = body.method(method);
    methods.add(new TypeDeclaration.Method(
        method.getName().toString(),
        method.getReturnType() == null ? "" : Types.text(method.getReturnType()),
        parameters,
        unit.line(method),
        flags.contains(Modifier.PUBLIC) || tree.getKind() == Tree.Kind.INTERFACE,
        flags.contains(Modifier.STATIC),
        method.getBody() == null && !flags.contains(Modifier.NATIVE),
        annotations.read(marks),
        method.getParameters().stream()
            .flatMap(p -> annotations.read(p.getModifiers().getAnnotations()).stream())
            .filter(a -> a.name().startsWith("Observes"))
            .toList(),
        returned));
  }

  private TypeDeclaration.Kind kind() {
    return switch (tree.getKind()) {
      case INTERFACE -> TypeDeclaration.Kind.INTERFACE;
      case ENUM -> TypeDeclaration.Kind.ENUM;
      case RECORD -> TypeDeclaration.Kind.RECORD;
      case ANNOTATION_TYPE -> TypeDeclaration.Kind.ANNOTATION;
      default -> TypeDeclaration.Kind.CLASS;
    };
  }
}
