package dev.hew.split.facts;

import dev.hew.code.Handover;
import java.util.List;

/** Tells what type the method that a call names is called on. */
final class Receivers {
  private final TypeIndex index;
  private final Chain chain;

  Receivers(TypeIndex index, Chain chain) {
    this.index = index;
    this.chain = chain;
  }

  /** The type of a call's receiver; of a static method the type that it is called by, or imported from. */
  TypeUse of(Handover call, TypeIndex.Declared in) {
    if (call.receiver().equals("this")) {
      Chain.Home home = chain.method(call.call(), call.given().size(), in);
      return self(home == null ? in : home.type());
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
}
