[#assign lists = storage.anyPatch(false)]
[#assign merges = storage.anyPatch(true)]
[#assign hides = service.types?filter(t -> t.anyField('writeOnly'))?has_content]
[#assign nulls = service.types?filter(t -> t.anyField('presentOrNull'))?has_content]
[#assign own = [
  package + '.api.ContractSchemas',
  'java.nio.charset.StandardCharsets',
  'java.util.List',
  'java.util.Set',
  'java.util.stream.Collectors',
  'org.springframework.beans.factory.annotation.Value',
  'org.springframework.http.HttpStatus',
  'org.springframework.stereotype.Component',
  'org.springframework.util.unit.DataSize',
  'org.springframework.web.server.ResponseStatusException',
  'tools.jackson.core.exc.StreamConstraintsException',
  'tools.jackson.databind.DatabindException',
  'tools.jackson.databind.JsonNode',
  'tools.jackson.databind.json.JsonMapper'
]]
[#if lists]
[#assign own += [
  'com.flipkart.zjsonpatch.CompatibilityFlags',
  'com.flipkart.zjsonpatch.Jackson3JsonPatch',
  'com.flipkart.zjsonpatch.Jackson3JsonPointer',
  'com.flipkart.zjsonpatch.JsonPatchApplicationException',
  'com.flipkart.zjsonpatch.JsonPatchTestFailedException',
  'com.flipkart.zjsonpatch.JsonPointerEvaluationException',
  'java.util.EnumSet'
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

/**
 * Applies [#if lists]JSON Patches (RFC 6902)[/#if][#if lists && merges] and [/#if][#if merges]JSON Merge Patches (RFC 7396)[/#if].
 *
 * <p>What they leave of an item may be as large as a body.
 */
@Component
class JsonPatches {
[#if lists]
  /** As RFC 6902 has it: what is removed has to be there. */
  private static final EnumSet<CompatibilityFlags> STRICT = EnumSet.of(CompatibilityFlags.FORBID_REMOVE_MISSING_OBJECT);

[/#if]
  private final JsonMapper mapper;
[#if hides || nulls]
  private final JsonMapper whole;
[/#if]
  private final long most;
[#if lists]
  private final int mostOperations;
[/#if]

  JsonPatches([=open][=br]JsonMapper mapper,[=sp]@Value("${requests.max-body-size}") DataSize most[#if lists],[=sp]@Value("${requests.max-patch-operations}") int mostOperations[/#if][=close]) {
    this.mapper = mapper;
[#if hides || nulls]
    this.whole = mapper.rebuild().annotationIntrospector(new Whole()).build();
[/#if]
    this.most = most.toBytes();
[#if lists]
    this.mostOperations = mostOperations;
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
    JsonNode before = [=all].readTree([=all].writeValueAsBytes(item)); // a number is then of the kind that a patch's is
    JsonNode after = applied(changes, before.deepCopy());
    for (String name : fixed) {
      if (!before.path(name).equals(after.path(name))) {
        throw wrong(name + " cannot be changed");
      }
    }
    return checked(after, type, schema);
  }

  private JsonNode applied(JsonNode changes, JsonNode item) {
    if (changes.size() > mostOperations) {
      throw tooLarge("A patch may have " + mostOperations + " operations.");
    }
    JsonNode result = item;
    long copied = 0;
    for (int i = 0; i < changes.size(); i++) {
      JsonNode change = changes.get(i);
      JsonNode alone = mapper.createArrayNode().add(change);
      try {
        Jackson3JsonPatch.validate(alone);
        copied += copied(change, result);
        if (copied > most) { // before it is made: a few dozen copies of copies would fill any memory
          throw tooLarge("The patch copies too much.");
        }
        if (changesAll(change)) {
          result = Jackson3JsonPatch.apply(alone, result, STRICT); // nothing else can take the place of the whole
        } else {
          Jackson3JsonPatch.applyInPlace(alone, result, STRICT);
        }
      } catch (JsonPatchTestFailedException failed) {
        throw new ResponseStatusException(HttpStatus.CONFLICT, "body/" + i + " fails as a test", failed);
      } catch (JsonPatchApplicationException
          | JsonPointerEvaluationException
          | IllegalArgumentException
          | IllegalStateException inapplicable) {
        throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "body/" + i + " cannot be applied", inapplicable);
      }
    }
    return result;
  }

  /** How many bytes a change adds at most that do not stand in it. */
  private static long copied(JsonNode change, JsonNode item) throws JsonPointerEvaluationException {
    if (changesAll(change)) {
      return length(item);
    }
    boolean copies = change.path("op").stringValue().equals("copy");
    return copies ? length(Jackson3JsonPointer.parse(change.path("from").stringValue()).evaluate(item)) : 0;
  }

  private static boolean changesAll(JsonNode change) {
    return !change.path("op").stringValue().equals("test") && change.path("path").stringValue().isEmpty();
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
    if (length(json) > most) {
      throw tooLarge("The result is too large.");
    }
    T item;
    try {
      item = [=all].treeToValue(json, type);
    } catch (DatabindException mismatch) {
      throw wrong("result" + ErrorHandler.message(mismatch));
    }
    List<String> problems = ContractSchemas.problems(schema, mapper.valueToTree(item));
    if (!problems.isEmpty()) {
      throw wrong(problems.stream().map(p -> "result" + p).collect(Collectors.joining("; ")));
    }
    return item;
  }

  /** How many bytes a value has as text, as a body has them. */
  private static int length(JsonNode json) {
    try {
      return json.toString().getBytes(StandardCharsets.UTF_8).length;
    } catch (StreamConstraintsException tooDeep) {
      throw wrong("result is nested too deeply");
    }
  }

  private static ResponseStatusException wrong(String what) {
    return new ResponseStatusException(HttpStatus.BAD_REQUEST, what);
  }

  private static ResponseStatusException tooLarge(String what) {
    return new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE, what);
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
