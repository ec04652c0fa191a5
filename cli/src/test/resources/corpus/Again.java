import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.annotation.JsonProperty;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON as a generated service does, and writes what was read. */
public final class Again {
  private final JsonMapper mapper;

  /**
   * @param configuration the service's own {@code JsonConfiguration}
   */
  public Again(Class<?> configuration) throws ReflectiveOperationException {
    JsonMapper.Builder builder = JsonMapper.builder();
    Constructor<?> constructor = configuration.getDeclaredConstructor();
    constructor.setAccessible(true);
    Method strict = configuration.getDeclaredMethod("strictJson");
    strict.setAccessible(true);
    ((JsonMapperBuilderCustomizer) strict.invoke(constructor.newInstance())).customize(builder);
    this.mapper = builder.annotationIntrospector(new BothWays()).build();
  }

  public String written(Class<?> type, String json) {
    return mapper.writeValueAsString(mapper.readValue(json, type));
  }

  /** What only requests carry is written here too, since it is asked what was understood of it. */
  private static final class BothWays extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public JsonProperty.Access findPropertyAccess(MapperConfig<?> config, Annotated property) {
      return JsonProperty.Access.AUTO;
    }
  }
}
