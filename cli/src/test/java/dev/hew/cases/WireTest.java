package dev.hew.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hew.contract.Parameter;
import dev.hew.contract.Parameter.In;
import dev.hew.contract.Parameter.Style;
import dev.hew.contract.Place;
import dev.hew.contract.Schema;
import dev.hew.report.Source;
import dev.hew.schema.Values;
import dev.hew.yaml.Node;
import dev.hew.yaml.NodeReader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of RFC 6570 and OpenAPI's "Style Examples", and what the table leaves open. */
class WireTest {

  private static Parameter parameter(
      String name, In in, Style style, boolean explode, boolean reserved) {
    Place place = new Place("", "/parameters/0");
    return new Parameter(
        place,
        name,
        in,
        style,
        explode,
        reserved,
        false,
        true,
        false,
        Optional.empty(),
        new Schema(place.child("schema"), Values.bool(true)),
        Optional.empty(),
        List.of());
  }

  private static Node node(String text) {
    return NodeReader.read(new Source("test", text)).value();
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "SIMPLE | false | blue                           | blue",
        "SIMPLE | false | [blue, black]                  | blue,black",
        "SIMPLE | true  | [blue, black]                  | blue,black",
        "SIMPLE | false | {R: 100, G: 200}               | R,100,G,200",
        "SIMPLE | true  | {R: 100, G: 200}               | R=100,G=200",
        "LABEL  | false | blue                           | .blue",
        "LABEL  | false | [blue, black]                  | .blue,black",
        "LABEL  | true  | [blue, black]                  | .blue.black",
        "LABEL  | false | {R: 100, G: 200}               | .R,100,G,200",
        "LABEL  | true  | {R: 100, G: 200}               | .R=100.G=200",
        "MATRIX | false | blue                           | ;color=blue",
        "MATRIX | false | [blue, black]                  | ;color=blue,black",
        "MATRIX | true  | [blue, black]                  | ;color=blue;color=black",
        "MATRIX | false | {R: 100, G: 200}               | ;color=R,100,G,200",
        "MATRIX | true  | {R: 100, G: 200}               | ;R=100;G=200",
        "SIMPLE | false | 'a b/ü,c'                      | a%20b%2F%C3%BC%2Cc",
        "SIMPLE | false | true                           | true",
        "SIMPLE | false | 1.50                           | 1.50"
      })
  void path(Style style, boolean explode, String value, String expected) {
    assertEquals(
        expected, Wire.path(parameter("color", In.PATH, style, explode, false), node(value)));
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "FORM            | true  | blue                      | color=blue",
        "FORM            | true  | ''                        | color=",
        "FORM            | true  | [blue, black]             | color=blue&color=black",
        "FORM            | false | [blue, black]             | color=blue,black",
        "FORM            | true  | {R: 100, G: 200}          | R=100&G=200",
        "FORM            | false | {R: 100, G: 200}          | color=R,100,G,200",
        "SPACE_DELIMITED | false | [blue, black]             | color=blue%20black",
        "SPACE_DELIMITED | true  | [blue, black]             | color=blue&color=black",
        "SPACE_DELIMITED | false | {R: 100, G: 200}          | color=R%20100%20G%20200",
        "PIPE_DELIMITED  | false | [blue, black]             | color=blue%7Cblack",
        "PIPE_DELIMITED  | false | {R: 100, G: 200}          | color=R%7C100%7CG%7C200",
        "TSV             | false | [blue, black]             | color=blue%09black",
        "DEEP_OBJECT     | true  | {R: 100, G: {a: [1, 2]}}  | color%5BR%5D=100&color%5BG%5D%5Ba%5D=1&color%5BG%5D%5Ba%5D=2",
        "DEEP_OBJECT     | true  | blue                      | color=blue",
        "FORM            | true  | []                        | ''",
        "FORM            | true  | {a: null, b: 1}           | b=1",
        "FORM            | true  | 'a&b=c d+e'               | color=a%26b%3Dc%20d%2Be"
      })
  void query(Style style, boolean explode, String value, String expected) {
    assertEquals(
        expected,
        String.join(
            "&", Wire.query(parameter("color", In.QUERY, style, explode, false), node(value))));
  }

  @Test
  void reservedCharactersStayWhereTheyAreAllowedAndHarmless() {
    Parameter parameter = parameter("$at", In.QUERY, Style.FORM, true, true);
    assertEquals(List.of("%24at=a/b?c:d%26e%23"), Wire.query(parameter, Values.text("a/b?c:d&e#")));
  }

  @Test
  void cookies() {
    assertEquals(
        List.of("c=a%3B%20b"),
        Wire.cookie(parameter("c", In.COOKIE, Style.FORM, true, false), node("'a; b'")));
    assertEquals(
        List.of("c=1,2"),
        Wire.cookie(parameter("c", In.COOKIE, Style.FORM, false, false), node("[1, 2]")));
    assertEquals(
        List.of("a=1", "b=2"),
        Wire.cookie(parameter("c", In.COOKIE, Style.FORM, true, false), node("{a: 1, b: 2}")));
  }

  @Test
  void headersAreNotEscaped() {
    assertEquals("a b,c/d", Wire.header(false, false, node("[a b, c/d]")));
    assertEquals("a=1,b=x y", Wire.header(true, false, node("{a: 1, b: x y}")));
    assertEquals("{\"a\":[1]}", Wire.header(false, true, node("{a: [1]}")));
  }
}
