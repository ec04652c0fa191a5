package [=package].api;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.util.MultiValueMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads a form ({@code application/x-www-form-urlencoded}) into the same types as JSON. */
public final class FormBodies extends AbstractHttpMessageConverter<Object> {
  private static final FormHttpMessageConverter FORMS = new FormHttpMessageConverter();

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
    JacksonException unreadable = null;
    for (JsonNode meaning : FromText.meanings(fields(input))) {
      try {
        return FromText.MAPPER.treeToValue(meaning, type);
      } catch (JacksonException notSo) {
        unreadable = notSo;
      }
    }
    throw new HttpMessageNotReadableException("The form cannot be read", unreadable, input);
  }

  /** The fields by their names; of one name, a list. */
  static JsonNode fields(HttpInputMessage input) throws IOException {
    Map<String, Object> fields = new LinkedHashMap<>();
    FORMS.read(null, input).forEach((name, values) -> {
      values.replaceAll(value -> Objects.requireNonNullElse(value, "")); // a name alone
      fields.put(name, values.size() == 1 ? values.get(0) : values);
    });
    return FromText.MAPPER.valueToTree(fields);
  }

  @Override
  protected void writeInternal(Object value, HttpOutputMessage output) {
    throw new UnsupportedOperationException("forms are only read");
  }
}
