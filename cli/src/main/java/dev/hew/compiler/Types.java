package dev.hew.compiler;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IntersectionTypeTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.tree.WildcardTree;
import java.util.Locale;
import java.util.stream.Collectors;

/** Types as text. */
final class Types {
  private Types() {}

  /** A type as it was written, without annotations and blanks; {@code ?} for what cannot be told. */
  static String text(Tree type) {
    if (type instanceof IdentifierTree name) {
      return name.getName().toString();
    }
    if (type instanceof MemberSelectTree select) {
      return text(select.getExpression()) + "." + select.getIdentifier();
    }
    if (type instanceof ParameterizedTypeTree generic) {
      return text(generic.getType())
          + generic.getTypeArguments().stream()
              .map(Types::text)
              .collect(Collectors.joining(",", "<", ">"));
    }
    if (type instanceof ArrayTypeTree array) {
      return text(array.getType()) + "[]";
    }
    if (type instanceof PrimitiveTypeTree primitive) {
      return primitive.getPrimitiveTypeKind().name().toLowerCase(Locale.ROOT);
    }
    if (type instanceof AnnotatedTypeTree annotated) {
      return text(annotated.getUnderlyingType());
    }
    if (type instanceof WildcardTree wildcard && wildcard.getBound() != null) {
      return text(wildcard.getBound());
    }
    if (type instanceof UnionTypeTree union) {
      return text(union.getTypeAlternatives().get(0));
    }
    if (type instanceof IntersectionTypeTree intersection) {
      return text(intersection.getBounds().get(0));
    }
    return "?";
  }
}
