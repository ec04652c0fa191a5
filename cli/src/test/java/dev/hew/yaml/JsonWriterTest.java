package dev.hew.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hew.report.Source;
import org.junit.jupiter.api.Test;

class JsonWriterTest {
  private static final Node NODE = NodeReader.read(new Source(
          "t", "a: [1, 2.50, +3, .5, 1e500, ~, true]\nb: {}\nc: \"x\\\"\\t\\e\"\nd: []\n"))
      .value();

  @Test
  void compactIsOneLine() {
    assertEquals(
        "{\"a\":[1,2.50,3,0.5,1E+500,null,true],\"b\":{},\"c\":\"x\\\"\\t\\u001b\",\"d\":[]}",
        JsonWriter.compact(NODE));
  }

  @Test
  void prettyIsIndentedByTwo() {
    Node node =
        NodeReader.read(new Source("t", "{\"a\":[1,{\"b\":{}}],\"c\":\"é\"}")).value();
    assertEquals("""
        {
          "a": [
            1,
            {
              "b": {}
            }
          ],
          "c": "é"
        }""", JsonWriter.pretty(node));
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    Node again = NodeReader.read(new Source("t.json", JsonWriter.pretty(NODE))).value();
    assertEquals(JsonWriter.compact(NODE), JsonWriter.compact(again));
  }
}
