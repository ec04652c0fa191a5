[#assign json = 'com.fasterxml.jackson.annotation.']
[#assign own = []]
[#if type.anyField('renamed') || type.anyField('presentOrNull') || type.anyField('writeOnly')]
[#assign own += [json + 'JsonProperty']]
[/#if]
[#if type.anyField('optional')][#assign own += [json + 'JsonInclude']][/#if]
[#if type.rest??][#assign own += [json + 'JsonAnySetter', json + 'JsonAnyGetter']][/#if]
[#if type.inTagged][#assign own += [json + 'JsonTypeInfo']][/#if]
[#if type.inUntagged]
[#assign own += ['tools.jackson.databind.ValueDeserializer', 'tools.jackson.databind.annotation.JsonDeserialize']]
[/#if]
[#assign documented = type.fields?filter(f -> !f.doc.isEmpty())]
[#macro property field]
  [#local access = field.writeOnly?then(', access = JsonProperty.Access.WRITE_ONLY', '')][#t]
  [#local required = field.presentOrNull()?then(', required = true', '')][#t]
  [#if access?has_content || required?has_content][#t]
    @JsonProperty(value = [=field.property.literal()][=required][=access])[=sp][#t]
  [#elseif field.renamed]@JsonProperty([=field.property.literal()])[=sp][/#if][#t]
  [#if field.maybe()]@JsonInclude(JsonInclude.Include.NON_EMPTY)[=sp][#t]
  [#elseif field.presentOrNull() && type.anyField('optional')]@JsonInclude(JsonInclude.Include.ALWAYS)[=sp][/#if][#t]
[/#macro]
package [=package].api.model;

[#list type.importsWith(own, package + '.api.model') as import]
import [=import];
[/#list]
[#if type.importsWith(own, package + '.api.model')?has_content]

[/#if]
[#if !type.doc.isEmpty() || documented?has_content || type.deprecated]
/**
[#list type.doc.javadoc(114) as line]
 *[#if line?has_content] [=line][/#if]
[/#list]
[#if !type.doc.isEmpty() && (documented?has_content || type.deprecated)]
 *
[/#if]
[#list documented as field]
[#list field.doc.javadoc(110 - field.name?length) as line]
 *[#if line?is_first] @param [=field.name] [=line][#elseif line?has_content]     [=line][/#if]
[/#list]
[/#list]
[#if type.deprecated]
 * @deprecated by the contract
[/#if]
 */
[/#if]
[#if type.deprecated]
@Deprecated
[/#if]
[#if type.anyField('optional')]
@JsonInclude(JsonInclude.Include.NON_NULL)
[/#if]
[#if type.inTagged]
@JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
[/#if]
[#if type.inUntagged]
@JsonDeserialize(using = ValueDeserializer.None.class)
[/#if]
public record [=type.name]([=open][#rt]
[#list type.fields as field][=br][=open][@property field/][#list field.type.constraints as c][=c][=sp][/#list][=field.type.checked] [=field.name][=close][#sep],[=sp][/#sep][/#list][#t]
[#if type.rest??][#if type.fields?has_content],[=sp][#else][=br][/#if]@JsonAnySetter @JsonAnyGetter [=type.rest.checked] additionalProperties[/#if][#t]
[=close])[#if type.parents?has_content] implements [=type.parents?join(', ')][/#if] {}[#lt]
