[#assign maybe = service.anyMaybe()]
[#assign enums = service.anyKind('enum')]
package [=package].web;

[#list service.sorted([
  'com.fasterxml.jackson.annotation.JsonAnyGetter',
  'com.fasterxml.jackson.annotation.JsonProperty',
  'com.fasterxml.jackson.annotation.JsonValue',
  'jakarta.validation.ConstraintViolation',
  'jakarta.validation.ElementKind',
  'jakarta.validation.Path',
  'java.lang.reflect.Field',
  'java.util.List',
  'java.util.Map',
  'org.springframework.util.ReflectionUtils',
  'tools.jackson.core.JsonPointer'
]) as import]
import [=import];
[/#list]

/** Where in JSON something stands of which Bean Validation says where it stands in Java. */
final class JsonPointers {
  private JsonPointers() {}

  /** The way from the body, or from a parameter, to what is wrong; nothing where that is the whole of it. */
  static JsonPointer of(ConstraintViolation<?> violation) {
    JsonPointer pointer = JsonPointer.empty();
    Object value = violation.getRootBean();
    for (Path.Node node : violation.getPropertyPath()) {
      if (node.getKind() == ElementKind.PARAMETER) {
        value = violation.getExecutableParameters()[node.as(Path.ParameterNode.class).getParameterIndex()];
      }
[#if maybe]
      if (value instanceof [=package].api.Field<?> optional) {
        value = optional.value();
      }
[/#if]
      if (node.getIndex() != null && value instanceof List<?> list) {
        pointer = pointer.appendIndex(node.getIndex());
        value = list.get(node.getIndex());
      } else if (node.getKey() != null && value instanceof Map<?, ?> map) {
        pointer = pointer.appendProperty(node.getKey().toString());
        value = map.get(node.getKey());
      }
[#if enums]
      if (node.getKind() == ElementKind.PROPERTY && !(value instanceof Enum<?>)) { // a constant has no parts in JSON
[#else]
      if (node.getKind() == ElementKind.PROPERTY) {
[/#if]
        Field member = value == null ? null : ReflectionUtils.findField(value.getClass(), node.getName());
        pointer = isInline(member) ? pointer : pointer.appendProperty(name(member, node.getName()));
        value = member == null ? null : read(member, value);
      }
    }
    return pointer;
  }

  /** Whether its value stands in the place of what it belongs to. */
  private static boolean isInline(Field member) {
    return member != null
        && (member.isAnnotationPresent(JsonAnyGetter.class) || member.isAnnotationPresent(JsonValue.class));
  }

  private static String name(Field member, String otherwise) {
    JsonProperty property = member == null ? null : member.getAnnotation(JsonProperty.class);
    return property == null || property.value().isEmpty() ? otherwise : property.value();
  }

  private static Object read(Field member, Object owner) {
    ReflectionUtils.makeAccessible(member);
    return ReflectionUtils.getField(member, owner);
  }
}
