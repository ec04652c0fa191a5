package dev.hew.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hew.report.Source;
import dev.hew.yaml.JsonWriter;
import dev.hew.yaml.Node;
import dev.hew.yaml.NodeReader;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergesTest {

  /** Cases such as those in the appendix of RFC 7396. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\":1} | {\"a\":2} | {\"a\":2}",
        "{\"a\":1} | {\"b\":2} | {\"a\":1,\"b\":2}",
        "{\"a\":1,\"b\":2} | {\"a\":null} | {\"b\":2}",
        "{\"a\":[1,2]} | {\"a\":[{\"b\":null}]} | {\"a\":[{\"b\":null}]}",
        "{\"a\":{\"b\":1,\"c\":2}} | {\"a\":{\"b\":3,\"c\":null}} | {\"a\":{\"b\":3}}",
        "{\"a\":1} | {\"a\":{\"b\":{\"c\":null}}} | {\"a\":{\"b\":{}}}",
        "{\"a\":1} | [1] | [1]",
        "[1] | {\"a\":1,\"b\":null} | {\"a\":1}"
      })
  void mergesAsTheStandardSays(String target, String patch, String result) {
    assertEquals(result, JsonWriter.compact(Merges.merged(Optional.of(json(target)), json(patch))));
  }

  private static Node json(String text) {
    return NodeReader.read(new Source("value", text)).value();
  }
}
