[#assign json = 'com.fasterxml.jackson.annotation.']
[#assign own = []]
[#assign wrapped = type.variants?filter(v -> v.wrapped??)]
[#if type.discriminator??]
[#assign own += [json + 'JsonTypeInfo', json + 'JsonSubTypes']]
[#else]
[#assign own += ['java.util.List', 'tools.jackson.databind.annotation.JsonDeserialize']]
[/#if]
[#if (type.discriminator?? && type.inUntagged) || (!type.discriminator?? && wrapped?has_content)]
[#assign own += ['tools.jackson.databind.ValueDeserializer', 'tools.jackson.databind.annotation.JsonDeserialize']]
[/#if]
[#if !type.discriminator?? && type.inTagged][#assign own += [json + 'JsonTypeInfo']][/#if]
[#if wrapped?has_content][#assign own += [json + 'JsonCreator', json + 'JsonValue']][/#if]
package [=package].api.model;

[#list type.importsWith(own, package + '.api.model') as import]
import [=import];
[/#list]

[@javadoc type.doc.isEmpty()?then(['One of the types that the contract allows here.'], type.doc().javadoc(114))/]
[#if type.discriminator??]
@JsonTypeInfo([=open][=br]use = JsonTypeInfo.Id.NAME,[=sp]include = JsonTypeInfo.As.EXISTING_PROPERTY,[=sp]property = [=type.discriminator.literal()],[=sp]visible = true[#rt]
[#list type.variants?filter(v -> v.fallback) as v],[=sp]defaultImpl = [=v.name].class[/#list][=close])[#lt]
@JsonSubTypes({
[#list type.variants as v]
[#list v.tags as tag]
  @JsonSubTypes.Type([=open][=br]value = [=v.name].class,[=sp]name = [=tag.literal()][=close]),
[/#list]
[/#list]
})
[#else]
@JsonDeserialize(using = [=type.name].Deserializer.class)
[/#if]
[#if type.discriminator?? && type.inUntagged]
@JsonDeserialize(using = ValueDeserializer.None.class)
[#elseif !type.discriminator?? && type.inTagged]
@JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
[/#if]
public sealed interface [=type.name][#if type.parents?has_content][=open][=sp]extends [=type.parents?join(',' + sp)][=close][/#if][#rt]
[=open][=sp]permits [=open][#list type.variants as v][#if !v?is_first][=sp][/#if][#if v.wrapped??][=type.name].[/#if][=v.name][#sep],[/#list][=close][=close] {[#lt]
[#list wrapped as v]

[#if !type.discriminator??]
  @JsonDeserialize(using = ValueDeserializer.None.class)
[/#if]
  record [=v.name]([=open][=br]@JsonValue[#list v.wrapped.constraints as constraint][=sp][=constraint][/#list][=sp][=v.wrapped.laid(open, br, sp, close)] value[=close])[=open][=sp]implements [=type.name][=close] {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public [=v.name] {}
  }
[/#list]
[#if !type.discriminator??]

  /** Reads the first variant that the value is valid as. */
  final class Deserializer extends UnionDeserializer<[=type.name]> {
    Deserializer() {
      super(List.of([=open][=br][#list type.variants as v][=v.name].class[#sep],[=sp][/#list][=close]));
    }
  }
[/#if]
}
