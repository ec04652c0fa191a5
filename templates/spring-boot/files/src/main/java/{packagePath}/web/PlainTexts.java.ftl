package [=package].web;

[#assign types = ['Integer', 'Long', 'BigInteger', 'BigDecimal', 'Double', 'Boolean', 'UUID']?filter(t -> service.anyPlain(t))]
[#assign whole = types?filter(t -> ['Integer', 'Long', 'BigInteger']?seq_contains(t))?has_content]
[#assign number = types?filter(t -> ['BigDecimal', 'Double']?seq_contains(t))?has_content]
[#assign lists = service.anyPlain('List')]
import java.beans.PropertyEditorSupport;
[#if types?seq_contains('BigDecimal')]
import java.math.BigDecimal;
[/#if]
[#if types?seq_contains('BigInteger')]
import java.math.BigInteger;
[/#if]
import java.util.Map;
[#if types?seq_contains('UUID')]
import java.util.UUID;
[/#if]
import java.util.function.Function;
import java.util.regex.Pattern;
[#if lists]
import org.springframework.format.FormatterRegistry;
[/#if]
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** Reads parameters in the forms that JSON has: Spring would also take {@code 0x10}, {@code +1} or {@code on}. */
@ControllerAdvice
class PlainTexts {
[#if whole]
  private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]*)");
[/#if]
[#if number]
  private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
[/#if]
[#if types?seq_contains('Boolean')]
  private static final Pattern FLAG = Pattern.compile("true|false");
[/#if]
[#if types?seq_contains('UUID')]
  private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
[/#if]

  private static final Map<Class<?>, Function<String, ?>> READERS =
      Map.of(
[#list types as type]
[#switch type]
[#case 'BigInteger'][#assign form = 'WHOLE' reader = 'new BigInteger(text)'][#break]
[#case 'BigDecimal'][#assign form = 'NUMBER' reader = 'new BigDecimal(text)'][#break]
[#case 'Double'][#assign form = 'NUMBER' reader = 'Double.valueOf(text)'][#break]
[#case 'Boolean'][#assign form = 'FLAG' reader = 'Boolean.valueOf(text)'][#break]
[#case 'UUID'][#assign form = 'ID' reader = 'UUID.fromString(text)'][#break]
[#default][#assign form = 'WHOLE' reader = type + '.valueOf(text)']
[/#switch]
          [=type].class, text -> [=reader?replace('text', 'checked(' + form + ', text)')][#if type?has_next],[#else]);[/#if]
[/#list]

  @InitBinder
  void read(WebDataBinder binder) {
    READERS.forEach((type, reader) -> binder.registerCustomEditor(type, new Editor(reader)));
  }
[#if lists]

  /** The same for what is in a list, which no editor is asked for. */
  static void register(FormatterRegistry registry) {
    READERS.forEach((type, reader) -> register(registry, type, reader));
  }

  private static <T> void register(FormatterRegistry registry, Class<T> type, Function<String, ?> reader) {
    registry.addConverter(String.class, type, text -> text.isEmpty() ? null : type.cast(reader.apply(text)));
  }
[/#if]

  private static String checked(Pattern form, String text) {
    if (!form.matcher(text).matches()) {
      throw new IllegalArgumentException("is written in another form");
    }
    return text;
  }

  /** An empty text is no value. */
  private static final class Editor extends PropertyEditorSupport {
    private final Function<String, ?> reader;

    Editor(Function<String, ?> reader) {
      this.reader = reader;
    }

    @Override
    public void setAsText(String text) {
      setValue(text.isEmpty() ? null : reader.apply(text));
    }
  }
}
