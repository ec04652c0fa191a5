[#assign scattered = service.anyOthers()]
package [=package].api;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Takes apart what OpenAPI's styles write as text. Scalars stay texts: the type that reads the node converts them. */
final class StyledText {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Pattern KEY = Pattern.compile("\\[([^\\]]*)]");

  private StyledText() {}

  /**
   * The value of a parameter; empty when it was not sent.
   *
   * @param type what the value is to become
   * @param sent all values that were sent in the parameter's place, by name
   */
  static Optional<JsonNode> read(Styled styled, JavaType type, Map<String, List<String>> sent) {
    List<String> values = sent.getOrDefault(styled.name(), List.of());
    boolean list = type.isCollectionLikeType();
    boolean object = !list && !isText(type);
    boolean choice = object && type.getRawClass().isSealed();
    boolean own = choice && !values.isEmpty(); // no object: only another of the choices comes under the name itself
    if (styled.style() == Styled.Style.DEEP_OBJECT && object && !own) {
      return Optional.of(deepObject(styled.name(), sent)).filter(node -> !node.isEmpty()).map(JsonNode.class::cast);
    }
    boolean ownParameters =
        styled.style() == Styled.Style.FORM && styled.explode() && object && styled.in() != Styled.In.FIELD;
    if (ownParameters && !own) {
      ObjectNode node = form([=scattered?then('styled, ', '')]sent);
      return node.isEmpty() ? Optional.empty() : Optional.of(node);
    }
    if (values.isEmpty()) {
      return Optional.empty();
    }
    String text = unprefixed(styled, values.get(0));
    boolean texts = isText(list ? type.getContentType() : type);
    boolean field = styled.in() == Styled.In.FIELD;
    if (field && list && values.size() > 1 && !texts) {
      return Optional.of(FromText.unfolded(array(values)));
    }
    boolean json = field && (list && text.startsWith("[") || !texts && FromText.looksLikeJson(text));
    if (styled.style() == Styled.Style.CONTENT || json) {
      return Optional.of(list && values.size() > 1 ? array(values) : JsonMapper.shared().readTree(text));
    }
    if (list && !texts && text.startsWith("{")) {
      return Optional.of(JsonMapper.shared().readTree("[" + text + "]"));
    }
    if (list || choice && values.size() > 1) {
      return Optional.of(array(values.size() > 1 ? values : items(styled, text)));
    }
    return Optional.of(object && !(choice && isWhole(styled, text)) ? pairs(styled, text) : NODES.stringNode(text));
  }

  private static boolean isText(JavaType type) {
    Class<?> raw = type.getRawClass();
    return raw == String.class || type.isEnumType() || Number.class.isAssignableFrom(raw) || raw == Boolean.class
        || raw.getName().startsWith("java.time.") || raw == java.util.UUID.class || raw == java.net.URI.class
        || raw == byte[].class;
  }

  /** Whether no properties are told apart in a text. */
  private static boolean isWhole(Styled styled, String text) {
    boolean told = styled.explode() ? text.indexOf('=') >= 0 : items(styled, text).size() > 1;
    return styled.in() == Styled.In.FIELD || !told;
  }

  private static String unprefixed(Styled styled, String text) {
    return switch (styled.style()) {
      case LABEL -> text.startsWith(".") ? text.substring(1) : text;
      case MATRIX -> {
        String prefix = ";" + styled.name() + "=";
        String rest = text.startsWith(";") ? text.substring(1) : text;
        yield text.startsWith(prefix) ? text.substring(prefix.length()) : rest;
      }
      default -> text;
    };
  }

  private static List<String> items(Styled styled, String text) {
    String separator =
        switch (styled.style()) {
          case SPACE_DELIMITED -> " ";
          case PIPE_DELIMITED -> "\\|";
          case TSV -> "\t";
          case LABEL -> styled.explode() ? "\\." : ",";
          case MATRIX -> styled.explode() ? ";" + Pattern.quote(styled.name()) + "=" : ",";
          case FORM -> styled.explode() ? "(?!)" : ",";
          default -> ",";
        };
    return text.isEmpty() ? List.of() : Arrays.asList(text.split(separator, -1));
  }

  /** An object written as {@code a=1,b=2} when exploded and as {@code a,1,b,2} when not. */
  private static ObjectNode pairs(Styled styled, String text) {
    ObjectNode node = NODES.objectNode();
    if (styled.explode()) {
      String separator =
          switch (styled.style()) {
            case LABEL -> "\\.";
            case MATRIX -> ";";
            default -> ",";
          };
      for (String pair : text.split(separator)) {
        int equals = pair.indexOf('=');
        node.put(equals < 0 ? pair : pair.substring(0, equals), equals < 0 ? "" : pair.substring(equals + 1));
      }
      return node;
    }
    List<String> items = items(styled, text);
    for (int i = 0; i + 1 < items.size(); i += 2) {
      node.put(items.get(i), items.get(i + 1));
    }
    return node;
  }

  /** An object written as {@code name[a]=1&name[b][c]=2}. */
  private static ObjectNode deepObject(String name, Map<String, List<String>> sent) {
    ObjectNode root = NODES.objectNode();
    sent.forEach(
        (key, values) -> {
          if (key.startsWith(name + "[")) {
            put(root, key.substring(name.length()), values);
          }
        });
    return root;
  }

  private static void put(ObjectNode root, String keys, List<String> values) {
    Matcher matcher = KEY.matcher(keys);
    ObjectNode node = root;
    String last = null;
    while (matcher.find()) {
      if (last != null && !last.isEmpty()) {
        node = node.get(last) instanceof ObjectNode known ? known : node.putObject(last);
      }
      last = matcher.group(1).isEmpty() ? last : matcher.group(1);
    }
    if (last != null) {
      node.set(last, values.size() == 1 ? NODES.stringNode(values.get(0)) : array(values));
    }
  }

  /** Each name with its value, or with all its values[=scattered?then('; what has a name of other parameters is theirs', '')]. */
  private static ObjectNode form([=scattered?then('Styled styled, ', '')]Map<String, List<String>> sent) {
    ObjectNode node = NODES.objectNode();
[#if scattered]
    List<String> others = List.of(styled.others());
    sent.forEach(
        (name, values) -> {
          if (!others.contains(name)) {
            node.set(name, values.size() == 1 ? NODES.stringNode(values.get(0)) : array(values));
          }
        });
[#else]
    sent.forEach(
        (name, values) -> node.set(name, values.size() == 1 ? NODES.stringNode(values.get(0)) : array(values)));
[/#if]
    return node;
  }

  private static ArrayNode array(List<String> values) {
    ArrayNode node = NODES.arrayNode();
    values.forEach(node::add);
    return node;
  }
}
