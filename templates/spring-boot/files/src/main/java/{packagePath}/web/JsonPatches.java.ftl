[#assign lists = storage.anyPatch(false)]
[#assign merges = storage.anyPatch(true)]
[#assign hides = service.types?filter(t -> t.anyField('writeOnly'))?has_content]
[#assign nulls = service.types?filter(t -> t.anyField('presentOrNull'))?has_content]
[#assign own = [
  package + '.api.ContractSchemas',
  'java.util.List',
  'java.util.Set',
  'java.util.stream.Collectors',
  'org.springframework.http.HttpStatus',
  'org.springframework.stereotype.Component',
  'org.springframework.web.server.ResponseStatusException',
  'tools.jackson.databind.DatabindException',
  'tools.jackson.databind.JsonNode',
  'tools.jackson.databind.json.JsonMapper'
]]
[#if lists]
[#assign own += [
  'com.flipkart.zjsonpatch.Jackson3JsonPatch',
  'com.flipkart.zjsonpatch.JsonPatchApplicationException',
  'com.flipkart.zjsonpatch.JsonPatchTestFailedException'
]]
[/#if]
[#if merges][#assign own += ['java.util.Map', 'tools.jackson.databind.node.ObjectNode']][/#if]
[#if hides || nulls]
[#assign own += ['tools.jackson.databind.cfg.MapperConfig', 'tools.jackson.databind.introspect.JacksonAnnotationIntrospector']]
[/#if]
[#if hides]
[#assign own += ['com.fasterxml.jackson.annotation.JsonProperty', 'tools.jackson.databind.introspect.Annotated']]
[/#if]
[#if nulls][#assign own += ['tools.jackson.databind.introspect.AnnotatedMember']][/#if]
package [=package].web;

[#list service.sorted(own) as import]
import [=import];
[/#list]

/** Applies [#if lists]JSON Patches (RFC 6902)[/#if][#if lists && merges] and [/#if][#if merges]JSON Merge Patches (RFC 7396)[/#if]. */
@Component
class JsonPatches {
  private final JsonMapper mapper;
[#if hides || nulls]
  private final JsonMapper whole;
[/#if]

  JsonPatches(JsonMapper mapper) {
    this.mapper = mapper;
[#if hides || nulls]
    this.whole = mapper.rebuild().annotationIntrospector(new Whole()).build();
[/#if]
  }
[#assign all = (hides || nulls)?then('whole', 'mapper')]
[#if lists]

  /**
   * The item with a list of changes.
   *
   * @param schema what the contract calls an item
   * @param fixed the properties that are not for callers to change
   * @throws ResponseStatusException when a change cannot be made, or what they leave is no right item
   */
  <T> T apply(JsonNode changes, T item, Class<T> type, String schema, Set<String> fixed) {
    JsonNode before = [=all].valueToTree(item);
    JsonNode after = applied(changes, before);
    for (String name : fixed) {
      if (!before.path(name).equals(after.path(name))) {
        throw wrong(name + " cannot be changed");
      }
    }
    return checked(after, type, schema);
  }

  private static JsonNode applied(JsonNode changes, JsonNode item) {
    try {
      return Jackson3JsonPatch.apply(changes, item);
    } catch (JsonPatchTestFailedException failed) {
      throw new ResponseStatusException(HttpStatus.CONFLICT, "A test of the patch fails.", failed);
    } catch (JsonPatchApplicationException | IllegalArgumentException inapplicable) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "The patch cannot be applied.", inapplicable);
    }
  }
[/#if]
[#if merges]

  /**
   * The item with what a patch says of it.
   *
   * @param schema what the contract calls an item
   * @param fixed the properties that are not for callers to change: what the patch says of them is passed over
   * @throws ResponseStatusException when what the patch leaves is no right item
   */
  <T> T merge(ObjectNode patch, T item, Class<T> type, String schema, Set<String> fixed) {
    return checked(merged([=all].valueToTree(item), patch.deepCopy().without(fixed)), type, schema);
  }

  private JsonNode merged(JsonNode target, JsonNode patch) {
    if (!patch.isObject()) {
      return patch;
    }
    ObjectNode merged = target instanceof ObjectNode object ? object : mapper.createObjectNode();
    for (Map.Entry<String, JsonNode> change : patch.properties()) {
      String name = change.getKey();
      if (change.getValue().isNull()) {
        merged.remove(name);
      } else {
        merged.set(name, merged(merged.path(name), change.getValue()));
      }
    }
    return merged;
  }
[/#if]

  private <T> T checked(JsonNode json, Class<T> type, String schema) {
    T item;
    try {
      item = [=all].treeToValue(json, type);
    } catch (DatabindException mismatch) {
      throw wrong("result" + ErrorHandler.pointer(mismatch) + " is not of the documented type");
    }
    List<String> problems = ContractSchemas.problems(schema, mapper.valueToTree(item));
    if (!problems.isEmpty()) {
      throw wrong(problems.stream().map(p -> "result" + p).collect(Collectors.joining("; ")));
    }
    return item;
  }

  private static ResponseStatusException wrong(String what) {
    return new ResponseStatusException(HttpStatus.BAD_REQUEST, what);
  }
[#if hides || nulls]

[#if hides && nulls]
  /** Shows what only requests carry, and takes what may be null but was taken out for null. */
[#elseif hides]
  /** Shows what only requests carry. */
[#else]
  /** Takes what may be null but was taken out for null. */
[/#if]
  private static final class Whole extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;
[#if hides]

    @Override
    public JsonProperty.Access findPropertyAccess(MapperConfig<?> config, Annotated property) {
      return JsonProperty.Access.AUTO;
    }
[/#if]
[#if nulls]

    @Override
    public Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember property) {
      return false;
    }
[/#if]
  }
[/#if]
}
