package dev.hew.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hew.cases.Case;
import dev.hew.cases.Case.Walk.By;
import dev.hew.schema.Values;
import dev.hew.tree.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The way through the parts of a list, as a server tells it. */
class WayTest {
  private final List<String> asked = new ArrayList<>();

  /** What is wrong with a list that comes in these answers; what was asked for stands in {@code asked}. */
  private List<String> problems(By by, List<String> at, String... answers) {
    Case.Walk walk = new Case.Walk(
        by,
        "p",
        at,
        2,
        List.of("items"),
        "id",
        List.of(Values.number(1)),
        List.of(Values.number(9)));
    Way way = new Way(walk, walk.sees(), walk.misses());
    Optional<Case.Request> next = Optional.of(new Case.Request(
        "GET", "/a?p=0&q=1", Map.of(), Optional.empty(), Optional.empty(), Optional.empty()));
    for (int i = 0; next.isPresent(); i++) {
      asked.add(next.get().target());
      String answer = answers[i % answers.length];
      int link = answer.indexOf('|');
      next = way.after(
          next.get(),
          new Answer(
              200,
              link < 0 ? Map.of() : Map.of("Link", List.of(answer.substring(0, link))),
              Content.of(answer.substring(link + 1))));
    }
    return way.problems();
  }

  @Test
  void goesOnByCursor() {
    assertEquals(
        List.of(),
        problems(
            By.CURSOR,
            List.of("paging", "next"),
            "{\"items\":[{\"id\":2}],\"paging\":{\"next\":\"a/b\"}}",
            "{\"items\":[{\"id\":1}],\"paging\":{\"next\":\"\"}}"));
    assertEquals(List.of("/a?p=0&q=1", "/a?q=1&p=a%2Fb"), asked);
  }

  @Test
  void goesOnByLink() {
    assertEquals(
        List.of(),
        problems(
            By.LINK,
            List.of("next"),
            "{\"items\":[{\"id\":2}],\"next\":\"https://example.org/x?p=7\"}",
            "{\"items\":[{\"id\":1}]}"));
    assertEquals(List.of("/a?p=0&q=1", "/a?p=7"), asked);
  }

  @Test
  void goesOnByHeader() {
    assertEquals(
        List.of(),
        problems(
            By.HEADER,
            List.of(),
            "<http://h/a?p=0>; rel=\"self\", <http://h/a?p=7>; rel=\"next\"|{\"items\":[{\"id\":2}]}",
            "<http://h/a?p=0>; rel=\"prev\"|{\"items\":[{\"id\":1}]}"));
    assertEquals(List.of("/a?p=0&q=1", "/a?p=7"), asked);
  }

  @Test
  void goesOnByKeyAndByNumber() {
    problems(
        By.KEY,
        List.of("more"),
        "{\"items\":[{\"id\":2}],\"more\":true}",
        "{\"items\":[{\"id\":1}],\"more\":false}");
    problems(By.NUMBER, List.of(), "{\"items\":[{\"id\":1}]}", "{\"items\":[]}");
    assertEquals(List.of("/a?p=0&q=1", "/a?q=1&p=2", "/a?p=0&q=1", "/a?q=1&p=2"), asked);
  }

  @Test
  void seesWhatIsWrong() {
    String one = "{\"items\":[{\"id\":1}],\"next\":\"x\"}";
    assertEquals(
        List.of("the item with the id 1 is in the list twice"),
        problems(By.CURSOR, List.of("next"), one));
    assertEquals(
        List.of("the item with the id 1, which was added, is in none of 1 parts of the list"),
        problems(By.NOTHING, List.of(), "{\"items\":[{\"id\":2}]}"));
    assertEquals(
        List.of("the item with the id 9 is in the list, but not among what is asked for"),
        problems(By.NOTHING, List.of(), "{\"items\":[{\"id\":1},{\"id\":9}]}"));
    assertEquals(
        List.of("the list has no end after 10000 parts"),
        problems(By.CURSOR, List.of("next"), "{\"items\":[],\"next\":\"x\"}"));
    assertEquals(
        1,
        problems(By.LINK, List.of("next"), "{\"items\":[],\"next\":\"no uri\"}").size());
  }
}
