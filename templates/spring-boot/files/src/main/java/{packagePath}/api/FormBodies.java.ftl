package [=package].api;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.util.MultiValueMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.json.JsonMapper;

/** Reads a form ({@code application/x-www-form-urlencoded}) into the same types as JSON. */
public final class FormBodies extends AbstractHttpMessageConverter<Object> {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .addHandler(new JsonFields())
          .build();
  private final FormHttpMessageConverter forms = new FormHttpMessageConverter();

  public FormBodies() {
    super(MediaType.APPLICATION_FORM_URLENCODED);
  }

  @Override
  protected boolean supports(Class<?> type) {
    return !MultiValueMap.class.isAssignableFrom(type);
  }

  @Override
  public boolean canWrite(Class<?> type, MediaType mediaType) {
    return false;
  }

  @Override
  protected Object readInternal(Class<?> type, HttpInputMessage input) throws IOException {
    try {
      Map<String, Object> form = new LinkedHashMap<>();
      forms.read(null, input).forEach((name, values) -> form.put(name, values.size() == 1 ? values.get(0) : values));
      return MAPPER.convertValue(form, type);
    } catch (JacksonException unreadable) {
      throw new HttpMessageNotReadableException("The form cannot be read", unreadable, input);
    }
  }

  @Override
  protected void writeInternal(Object value, HttpOutputMessage output) {
    throw new UnsupportedOperationException("forms are only read");
  }

  /** Reads a field that is to be an object from the JSON text in it. */
  private static final class JsonFields extends DeserializationProblemHandler {

    @Override
    public Object handleMissingInstantiator(
        DeserializationContext context,
        Class<?> type,
        ValueInstantiator instantiator,
        JsonParser parser,
        String message) {
      return parser.hasToken(JsonToken.VALUE_STRING) ? MAPPER.readValue(parser.getString(), type) : NOT_HANDLED;
    }
  }
}
