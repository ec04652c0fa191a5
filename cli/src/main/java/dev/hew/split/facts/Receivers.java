package dev.hew.split.facts;

import dev.hew.code.Handover;
import dev.hew.code.SourceFile;
import java.util.List;

/** Tells what type the method that a call names is called on. */
final class Receivers {
  private final TypeIndex index;
  private final Chain chain;
  private final Members members;

  Receivers(TypeIndex index, Chain chain, Members members) {
    this.index = index;
    this.chain = chain;
    this.members = members;
  }

  /** The type of a call's receiver; of a static method the type that it is called by, or imported from. */
  TypeUse of(Handover call, TypeIndex.Declared in) {
    if (call.receiver().equals("this")) {
      return unqualified(call, in);
    }
    TypeUse value = chain.follow(call.receiver(), in, (type, kind, target) -> {});
    boolean isTypeName = value.declared() == null
        && value.arguments().isEmpty()
        && call.receiver().equals("~" + value.name());
    TypeIndex.Declared type = isTypeName ? index.meaning(value.name(), in) : null;
    return type == null ? value : new TypeUse(type, value.name(), List.of());
  }

  /** Its own type, with its own type parameters as arguments. */
  static TypeUse self(TypeIndex.Declared type) {
    return new TypeUse(
        type,
        type.type.simpleName(),
        type.type.typeParameters().stream()
            .map(name -> new TypeUse(null, name, List.of()))
            .toList());
  }

  /** Own or inherited, of a type around, or imported by name. */
  private TypeUse unqualified(Handover call, TypeIndex.Declared in) {
    for (TypeIndex.Declared around = in; around != null; around = index.around(around)) {
      TypeUse self = self(around);
      if (has(self, call)) {
        return self;
      }
    }
    for (SourceFile.Import one : in.file.imports()) {
      if (one.isStatic() && (one.onDemand() || one.name().endsWith("." + call.call()))) {
        TypeIndex.Declared owner = index.named(
            one.onDemand() ? one.name() : one.name().substring(0, one.name().lastIndexOf('.')));
        TypeUse type = owner == null
            ? TypeUse.UNKNOWN
            : new TypeUse(owner, owner.type.simpleName(), List.of());
        if (has(type, call)) {
          return type;
        }
      }
    }
    return self(in);
  }

  private boolean has(TypeUse type, Handover call) {
    return members.method(type, call.call(), call.given().size()) != null;
  }
}
