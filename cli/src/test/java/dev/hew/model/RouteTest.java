package dev.hew.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
    assertEquals("\"/{$literal:\\\\x7B}a{$literal2:\\\\x7D}\"", spring(text("/{a}")));
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
