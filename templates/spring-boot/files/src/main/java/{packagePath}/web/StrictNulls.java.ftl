[#assign maybe = service.anyMaybe()]
[#assign anything = service.anyMember('JsonNode')]
[#assign demanded = service.types?filter(t -> t.anyField('presentOrNull'))?has_content]
[#assign nullable = maybe?then(['property.getType().hasRawClass(Field.class)'], [])
  + anything?then(['property.getType().hasRawClass(JsonNode.class)'], [])
  + demanded?then(['isDemanded(property)'], [])]
package [=package].web;

[#list service.sorted([
  'java.util.Arrays',
  'tools.jackson.databind.BeanDescription',
  'tools.jackson.databind.DeserializationConfig',
  'tools.jackson.databind.DeserializationContext',
  'tools.jackson.databind.deser.NullValueProvider',
  'tools.jackson.databind.deser.SettableBeanProperty',
  'tools.jackson.databind.deser.ValueInstantiator',
  'tools.jackson.databind.deser.ValueInstantiators',
  'tools.jackson.databind.exc.InvalidNullException',
  'tools.jackson.databind.module.SimpleModule',
  'tools.jackson.databind.util.AccessPattern'
] + demanded?then(['com.fasterxml.jackson.annotation.JsonProperty'], [])
  + maybe?then([package + '.api.Field'], []) + anything?then(['tools.jackson.databind.JsonNode'], [])) as import]
import [=import];
[/#list]

/** Refuses a null for a property that may be left out but not be null. In a record, Jackson takes one for the other. */
final class StrictNulls extends SimpleModule {
  private static final long serialVersionUID = 1L;

  @Override
  public void setupModule(SetupContext context) {
    super.setupModule(context);
    context.addValueInstantiators(new Instantiators());
  }

  private static final class Instantiators extends ValueInstantiators.Base {
    @Override
    public ValueInstantiator modifyValueInstantiator(
        DeserializationConfig config, BeanDescription.Supplier type, ValueInstantiator standard) {
      boolean isOurs = type.getBeanClass().getPackageName().equals("[=package].api.model");
      return isOurs && type.getBeanClass().isRecord() ? new StrictRecord(standard) : standard;
    }
  }

  private static final class StrictRecord extends ValueInstantiator.Delegating {
    private static final long serialVersionUID = 1L;
    private SettableBeanProperty[] properties;

    private StrictRecord(ValueInstantiator standard) {
      super(standard);
    }

    /** Always the same ones: Jackson replaces them in place by what it knows of them later. */
    @Override
    public SettableBeanProperty[] getFromObjectArguments(DeserializationConfig config) {
      if (properties == null && super.getFromObjectArguments(config) != null) {
        properties =
            Arrays.stream(super.getFromObjectArguments(config))
[#if nullable?has_content]
                .map(property -> mayBeNull(property) ? property : property.withNullProvider(new Refusal(property)))
[#else]
                .map(property -> property.withNullProvider(new Refusal(property)))
[/#if]
                .toArray(SettableBeanProperty[]::new);
      }
      return properties;
    }
[#if nullable?has_content]

    private static boolean mayBeNull(SettableBeanProperty property) {
      return [=open][=nullable?join(sp + '|| ')][=close];
    }
[/#if]
[#if demanded]

    /** Whether a property has to be there, although it may be null. */
    private static boolean isDemanded(SettableBeanProperty property) {
      JsonProperty said = property.getAnnotation(JsonProperty.class);
      return said != null && said.required();
    }
[/#if]
  }

  private record Refusal(SettableBeanProperty property) implements NullValueProvider {
    @Override
    public Object getNullValue(DeserializationContext context) {
      throw InvalidNullException.from(context, property.getFullName(), property.getType());
    }

    @Override
    public Object getAbsentValue(DeserializationContext context) {
      return null;
    }

    @Override
    public AccessPattern getNullAccessPattern() {
      return AccessPattern.DYNAMIC;
    }
  }
}
