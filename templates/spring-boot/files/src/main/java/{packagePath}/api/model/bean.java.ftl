[#assign json = 'com.fasterxml.jackson.annotation.']
[#assign own = [json + 'JsonProperty', json + 'JsonInclude', json + 'JsonAutoDetect']]
[#if type.rest??]
[#assign own += [json + 'JsonAnySetter', json + 'JsonAnyGetter', 'java.util.LinkedHashMap']]
[/#if]
[#if type.anyField('neverNull')][#assign own += [json + 'JsonSetter', json + 'Nulls']][/#if]
[#if type.inTagged][#assign own += [json + 'JsonTypeInfo']][/#if]
[#if type.inUntagged]
[#assign own += ['tools.jackson.databind.ValueDeserializer', 'tools.jackson.databind.annotation.JsonDeserialize']]
[/#if]
package [=package].api.model;

[#list type.importsWith(own, package + '.api.model') as import]
import [=import];
[/#list]

[@javadoc type.doc().javadoc(114) + type.doc.isEmpty()?then([], ['']) + [type.doc.isEmpty()?then('', '<p>') + 'No record, because it has more properties than a constructor takes.']/]
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonAutoDetect(
    fieldVisibility = JsonAutoDetect.Visibility.ANY,
    getterVisibility = JsonAutoDetect.Visibility.NONE,
    isGetterVisibility = JsonAutoDetect.Visibility.NONE)
[#if type.inTagged]
@JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
[/#if]
[#if type.inUntagged]
@JsonDeserialize(using = ValueDeserializer.None.class)
[/#if]
public final class [=type.name][#if type.parents?has_content][=open][=sp]implements [=type.parents?join(',' + sp)][=close][/#if] {
[#list type.fields as field]

  @JsonProperty([#rt]
  [#if field.writeOnly]value = [=field.property.literal()], access = JsonProperty.Access.WRITE_ONLY[#else][=field.property.literal()][/#if])[#lt]
[#if field.maybe()]
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
[#elseif field.presentOrNull()]
  @JsonInclude(JsonInclude.Include.ALWAYS)
[/#if]
[#if field.neverNull()]
  @JsonSetter(nulls = Nulls.FAIL)
[/#if]
[#list field.type.constraints as constraint]
  [=constraint]
[/#list]
  private [=field.type.checked] [=field.name][#if field.maybe()] = Field.absent()[/#if];
[/#list]
[#if type.rest??]

  @JsonAnySetter @JsonAnyGetter private [=type.rest.checked] additionalProperties = new LinkedHashMap<>();
[/#if]
[#list type.fields as field]

  public [=field.type.text] get[=field.capitalised()]() {
    return [=field.name];
  }

  public void set[=field.capitalised()]([=field.type.text] [=field.name]) {
    this.[=field.name] = [=field.name];
  }
[/#list]
[#if type.rest??]

  public [=type.rest.text] getAdditionalProperties() {
    return additionalProperties;
  }
[/#if]
}
