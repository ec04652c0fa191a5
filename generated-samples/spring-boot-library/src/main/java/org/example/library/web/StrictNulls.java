package org.example.library.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import org.example.library.api.Field;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.deser.NullValueProvider;
import tools.jackson.databind.deser.SettableBeanProperty;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.ValueInstantiators;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.util.AccessPattern;

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
      boolean isOurs = type.getBeanClass().getPackageName().equals("org.example.library.api.model");
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
                .map(property -> mayBeNull(property) ? property : property.withNullProvider(new Refusal(property)))
                .toArray(SettableBeanProperty[]::new);
      }
      return properties;
    }

    private static boolean mayBeNull(SettableBeanProperty property) {
      return property.getType().hasRawClass(Field.class)
          || property.getType().hasRawClass(JsonNode.class)
          || isDemanded(property);
    }

    /** Whether a property has to be there, although it may be null. */
    private static boolean isDemanded(SettableBeanProperty property) {
      JsonProperty said = property.getAnnotation(JsonProperty.class);
      return said != null && said.required();
    }
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
