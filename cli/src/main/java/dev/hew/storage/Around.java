package dev.hew.storage;

import dev.hew.model.Endpoint;
import dev.hew.model.Text;
import dev.hew.model.TypeDef;
import dev.hew.model.TypeUse;
import dev.hew.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The objects around items, in the terms of the service's language.
 *
 * @param types by name
 */
record Around(Map<String, TypeDef> types) {
  /** What an operation is sent of an item; empty where its body is not as the contract's JSON has it. */
  Optional<TypeUse> sent(Endpoint endpoint, Resource.Member member) {
    return endpoint.body().flatMap(body -> inside(body, member.sentIn()));
  }

  /** What an operation shows of an item. */
  Optional<TypeUse> shown(Endpoint endpoint, Resource.Member member) {
    return inside(endpoint.result(), member.shownIn());
  }

  /** What is in a property; without one, the whole. */
  Optional<TypeUse> inside(TypeUse whole, Optional<String> property) {
    return property.isEmpty()
        ? Optional.of(whole)
        : field(whole, property.get()).map(f -> f.type().held());
  }

  private Optional<TypeDef.Field> field(TypeUse around, String property) {
    return Optional.ofNullable(types.get(around.inner())).stream()
        .flatMap(type -> type.fields().stream())
        .filter(f -> f.property().equals(Text.of(property)))
        .findFirst();
  }

  /**
   * How a controller has what it is sent.
   *
   * @throws Unkept when it is not in the body as the language has it
   */
  Handler.Sent given(Endpoint endpoint, Resource.Member member) {
    TypeUse body = endpoint.body().orElseThrow();
    List<String> lacks = new ArrayList<>();
    if (!endpoint.bodyRequired()) {
      lacks.add("body == null");
    }
    if (member.sentIn().isEmpty()) {
      return new Handler.Sent(body, "body", lacks, Text.of("A body is required."));
    }
    String property = member.sentIn().get();
    Text lacking = Text.of("body" + pointer(property) + " must not be null");
    if (body.isSent()) {
      String name = Text.of(property).literal();
      lacks.add("!body.path(" + name + ").isObject()");
      return new Handler.Sent(body, "(ObjectNode) body.get(" + name + ")", lacks, lacking);
    }
    TypeDef.Field field = field(body, property)
        .orElseThrow(() -> new Unkept("its body is a list of changes to more than the item"));
    String expression = "body." + field.name() + "()" + (field.maybe() ? ".value()" : "");
    if (!field.required() || field.nullable()) {
      lacks.add(expression + " == null");
    }
    return new Handler.Sent(field.type().held(), expression, lacks, lacking);
  }

  private static String pointer(String property) {
    return "/" + property.replace("~", "~0").replace("/", "~1");
  }
}
