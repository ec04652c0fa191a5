package dev.hew.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouteTest {
  private static final Route.Part ID = new Route.Part(true, "id");

  private static String spring(Route.Part... parts) {
    return new Route(List.of(parts)).spring().literal();
  }

  private static Route.Part text(String text) {
    return new Route.Part(false, text);
  }

  @Test
  void plainTextAndVariablesStayAsTheyAre() {
    assertEquals("\"/a.b/{id}:x\"", spring(text("/a.b/"), ID, text(":x")));
  }

  @Test
  void whatIsAPatternToSpringStandsInVariablesThatFitItAlone() {
    assertEquals("\"/{$literal:[*][*]}\"", spring(text("/**")));
    assertEquals("\"/a{$literal:[?]}b/{$literal2:[*]}/{id}\"", spring(text("/a?b/*/"), ID));
    assertEquals("\"/{$literal:\\\\x7Ba\\\\x7D}\"", spring(text("/{a}")));
    assertEquals("\"/a{$literal:[*]b\\\\x5E[*]}c/{id}\"", spring(text("/a*b^*c/"), ID));
  }

  @Test
  void aVariableDoesNotStandForALiteralThatIsOneToSpring() {
    Route one = route(text("/w/"), ID);
    Route star = route(text("/w/*"));
    Route question = route(text("/w/?"));
    assertEquals("\"/w/{id:(?s)(?!(?:[*])$).+}\"", one.apartFrom(star).spring().literal());
    assertEquals(
        "\"/w/{id:(?s)(?!(?:[*]|[?])$).+}\"",
        one.apartFrom(star).apartFrom(question).apartFrom(star).spring().literal());
    for (Route other : List.of(
        one,
        route(text("/v/*")),
        route(text("/w/a*")),
        route(text("/w/*/x")),
        route(text("/*/*")),
        route(text("/w/a")))) {
      assertEquals(one, one.apartFrom(other));
    }
    assertEquals(star, star.apartFrom(one));
    Route deep = route(text("/a/"), ID, text("/"), new Route.Part(true, "x"));
    assertEquals(
        "\"/a/{id:(?s)(?!(?:[*])$).+}/{x}\"",
        deep.apartFrom(route(text("/a/*/"), new Route.Part(true, "other")))
            .spring()
            .literal());
  }

  /** Spring's own order, so that the rule of a request is that of the operation that answers it. */
  @Test
  void pathsAreInSpringsOrder() {
    List<Route> preferred = List.of(
        route(text("/a*b?")),
        route(text("/"), ID, text(".json")),
        route(text("/a/"), ID),
        route(text("/"), ID, text("/b")),
        route(text("/"), ID),
        route(text("/"), ID, text("*")));
    List<Route> shuffled = new ArrayList<>(preferred);
    Collections.reverse(shuffled);
    shuffled.sort(Route.PREFERRED);
    assertEquals(preferred, shuffled);
  }

  private static Route route(Route.Part... parts) {
    return new Route(List.of(parts));
  }

  @Test
  void whatWouldBeginAPlaceholderIsKeptFromWhatFollows() {
    assertEquals("\"/{$literal:[$]}{id}\"", spring(text("/$"), ID));
    assertEquals("\"/{$literal:[#]}{id}\"", spring(text("/#"), ID));
    assertEquals("\"/{$literal:[$][*]}\"", spring(text("/$*")));
    assertEquals("\"/{id}$\"", spring(text("/"), ID, text("$")));
    assertEquals("\"/a#b$\"", spring(text("/a#b$")));
  }
}
