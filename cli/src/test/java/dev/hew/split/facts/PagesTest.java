package dev.hew.split.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hew.report.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pages: what they read, and whom they lead to. */
class PagesTest {
  private static final String[] JAVA = {
    "@Entity public class Place { String name; }",
    "public class PlaceDto { String name; String code; }",
    """
    @Named public class Booking { List<PlaceDto> places; Object any;
      List<Place> getEntities() { return null; } }""",
    "@Named(\"admin.track\") public class Track { PlaceDto place; }"
  };

  private static Facts of(String path, String page) {
    return SampleFacts.of(List.of(new Source(path, page)), JAVA);
  }

  private static List<String> reads(String path, String page) {
    return of(path, page).templates().stream()
        .flatMap(t -> t.reads().stream())
        .map(r ->
            r.type().replace("shop.", "") + "." + r.field() + " " + r.place().line())
        .toList();
  }

  @Test
  void aPageOfFacesReadsWhatItsBeanIsDeclaredToHave() {
    assertEquals(
        List.of("Booking.places 1", "PlaceDto.name 2"),
        reads(
            "src/main/webapp/book.xhtml",
            "<f:selectItems value=\"#{booking.places}\" var=\"place\"\nitemLabel=\"#{place.name}\"/>"));
    assertEquals(
        List.of("Booking.entities 1", "Place.name 2"),
        reads(
            "src/main/webapp/book.xhtml",
            "<p:dataTable var=\"place\" id=\"x\" value=\"#{booking.entities}\">\n#{place.name}"));
    assertEquals(
        List.of("Booking.any 1"),
        reads(
            "src/main/webapp/book.xhtml",
            "<p:dataTable value=\"#{booking.any}\" var=\"place\">\n#{place.name}"));
    assertEquals(
        List.of("Track.place 1", "PlaceDto.code 1"),
        reads("src/main/webapp/book.xhtml", "#{admin.track.place.code} #{place.name}"));
  }

  @Test
  void aPageOfFacesIsARequestOfItsBeans() {
    Facts facts =
        of("src/main/webapp/in/book.xhtml", "<h:form/>\n#{booking.places} #{booking.any}");
    ClassFact bean = facts.classes().get(0);
    assertEquals(
        List.of("* /in/book.xhtml src/main/webapp/in/book.xhtml:2"),
        bean.routes().stream()
            .map(r -> r.method() + " " + r.path() + " " + r.place())
            .toList());
    assertEquals(true, bean.roles().contains(ClassFact.Role.ENTRY));
    assertEquals(
        List.of(),
        of("src/main/webapp/WEB-INF/part.xhtml", "#{booking.places}")
            .classes()
            .get(0)
            .routes());
  }

  @Test
  void whatTheBrowserFillsInReadsNothing() {
    String page = "{{place.name}} ${place.name}";
    assertEquals(List.of(), reads("src/main/resources/static/x.html", page));
    assertEquals(List.of(), reads("app/x.html", "<p ng-if=\"x\">" + page));
    assertEquals(
        List.of("Place.name 1"),
        reads("src/main/resources/static/x.html", "<p th:text=\"${place.name}\"/>"));
    assertEquals(
        List.of("Place.name 1"), reads("src/main/resources/templates/x.html", "{{place.name}}"));
  }

  @Test
  void batchJobsNameBeans() {
    String job =
        "<job id=\"j\">\n<step><chunk>\n<reader ref=\"admin.track\"/></chunk></step></job>";
    assertEquals(
        List.of("shop.Track META-INF/batch-jobs/j.xml:3"),
        of("META-INF/batch-jobs/j.xml", job).mentions().stream()
            .map(m -> m.name() + " " + m.place())
            .toList());
  }

  @Test
  void textsOfMessageFormat() {
    Facts facts = SampleFacts.of("@Entity @Table(name = \"Users\") public class User {}", """
        public class Clerk { void go(String q) {
          MessageFormat.format("SELECT {0}Id{1} FROM {0}Users{1} WHERE {0}Id{1} = ?", q, q);
          MessageFormat.format("DELETE FROM {0} WHERE id = ''x''", q);
        } }""");
    assertEquals(List.of("Clerk.go/1 r"), SampleFacts.touching(facts, "Users"));
    assertEquals(
        List.of("shop/Clerk.java:4 no table can be seen in a text of `MessageFormat`"),
        facts.gaps().unread().stream().map(u -> u.place() + " " + u.message()).toList());
  }

  @Test
  void bothPlacesOfAClassThatIsTwice() {
    assertEquals(
        List.of("shop.Clerk [shop/Clerk.java:2, shop/Other.java:2]"),
        SampleFacts.of("public class Clerk {}", "public class Other {} class Clerk {}")
            .gaps()
            .repeated()
            .stream()
            .map(r -> r.name() + " " + r.places())
            .toList());
  }
}
