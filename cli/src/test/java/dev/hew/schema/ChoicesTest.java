package dev.hew.schema;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.report.Source;
import dev.hew.yaml.Node;
import dev.hew.yaml.NodeReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChoicesTest {
  private static final String VAGUE = "{oneOf: [{type: string}, {type: string, minLength: 0}]}";

  private static Node node(String text) {
    return NodeReader.read(new Source("test", text)).value();
  }

  private static Node relaxed(String schema) {
    SchemaSet set = new SchemaSet(Values.entries(node("S: " + schema)));
    return Choices.relaxed(set).definitions().get("S");
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "default", "const", "enum", "examples", "items"})
  void anyPropertyIsLookedInto(String property) {
    String schema = "{type: object, properties: {" + property + ": %s}}";
    Node expected = node(schema.formatted(VAGUE.replace("oneOf", "anyOf")));
    assertTrue(Values.same(expected, relaxed(schema.formatted(VAGUE))), property);
  }

  @ParameterizedTest
  @ValueSource(strings = {"default", "const", "enum"})
  void valuesAreNot(String keyword) {
    String schema = "{" + keyword + ": [" + VAGUE + "]}";
    assertTrue(Values.same(node(schema), relaxed(schema)), keyword);
  }
}
