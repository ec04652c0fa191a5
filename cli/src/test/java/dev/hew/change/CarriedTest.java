package dev.hew.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.compiler.JavaOutline;
import dev.hew.lock.Lock;
import dev.hew.merge.Labels;
import dev.hew.merge.Merger;
import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Code follows its operation. */
class CarriedTest {
  private static final String ORDERS = "web/OrdersController.java";
  private static final String SEARCH = "web/SearchController.java";

  private static final String LIST = """

        @Override
        public String list() {
          return "all";
        }
      """.indent(-4);

  private static final String FIND = """

        @Override
        public String find() {
          return "found";
        }
      """.indent(-4);

  private static String controller(String name, String... methods) {
    return "@RestController\nclass " + name + "Controller implements " + name + "Api {"
        + (methods.length == 0
            ? "}\n"
            : "\n  private int calls;\n" + String.join("", methods) + "}\n");
  }

  private static String api(String name, String... methods) {
    StringBuilder out = new StringBuilder("interface " + name + "Api {\n");
    for (String method : methods) {
      out.append("\n  @GetMapping(\"/x\")\n  default String ")
          .append(method)
          .append("() {\n    return null;\n  }\n");
    }
    return out + "}\n";
  }

  @Test
  void editedMethodMovesToTheControllerOfItsNewTag() {
    String edited = FIND.replace("found", "found by me");
    Changes changes = changes(
        Map.of(
            ORDERS,
            controller("Orders", LIST, FIND),
            SEARCH,
            controller("Search", LIST.replace("list", "other"))),
        Map.of(
            ORDERS,
            controller("Orders", LIST, edited),
            SEARCH,
            controller("Search", LIST.replace("list", "other"))),
        Map.of(
            ORDERS,
            controller("Orders", LIST),
            SEARCH,
            controller("Search", LIST.replace("list", "other"), FIND)));
    assertFalse(changes.conflicts());
    assertEquals(controller("Orders", LIST), after(changes, ORDERS));
    assertEquals(
        controller("Search", LIST.replace("list", "other"), edited), after(changes, SEARCH));
  }

  @Test
  void ownMethodFollowsTheInterfaceThatHasItNow() {
    Changes changes = changes(
        Map.of(ORDERS, controller("Orders"), "api/OrdersApi.java", api("Orders", "list", "find")),
        Map.of(
            ORDERS,
            controller("Orders", LIST, FIND),
            "api/OrdersApi.java",
            api("Orders", "list", "find")),
        Map.of(
            ORDERS,
            controller("Orders"),
            "api/OrdersApi.java",
            api("Orders", "list"),
            SEARCH,
            controller("Search"),
            "api/SearchApi.java",
            api("Search", "find")));
    assertFalse(changes.conflicts());
    assertEquals(controller("Orders", LIST), after(changes, ORDERS));
    assertTrue(after(changes, SEARCH).contains("return \"found\";"), after(changes, SEARCH));
  }

  @Test
  void ownMethodIsRenamedWithItsOperation() {
    Changes changes = changes(
        Map.of(ORDERS, controller("Orders"), "api/OrdersApi.java", api("Orders", "list", "find")),
        Map.of(
            ORDERS,
            controller("Orders", FIND),
            "api/OrdersApi.java",
            api("Orders", "list", "find")),
        Map.of(
            ORDERS, controller("Orders"), "api/OrdersApi.java", api("Orders", "list", "search")));
    assertEquals(controller("Orders", FIND.replace("find", "search")), after(changes, ORDERS));
    assertTrue(notes(changes).contains("renamed `find` to `search`"), notes(changes));
  }

  @Test
  void ownMethodIsRenamedWithItsOperationThatTakesMoreNow() {
    String was = api("Orders", "find").replace("/x", "/orders");
    String is = was.replace("find()", "search(@RequestParam(\"text\") String text)");
    Changes changes = changes(
        Map.of(ORDERS, controller("Orders"), "api/OrdersApi.java", was),
        Map.of(ORDERS, controller("Orders", FIND), "api/OrdersApi.java", was),
        Map.of(ORDERS, controller("Orders"), "api/OrdersApi.java", is));
    assertEquals(controller("Orders", FIND.replace("find", "search")), after(changes, ORDERS));
    assertTrue(notes(changes).contains("renamed `find` to `search`"), notes(changes));
  }

  @Test
  void ownMethodKeepsItsNameWhereAnotherOperationComes() {
    String was = api("Orders", "find").replace("/x", "/orders");
    String is = was.replace("find()", "search(String text)").replace("/orders", "/texts");
    Changes changes = changes(
        Map.of(ORDERS, controller("Orders"), "api/OrdersApi.java", was),
        Map.of(ORDERS, controller("Orders", FIND), "api/OrdersApi.java", was),
        Map.of(ORDERS, controller("Orders"), "api/OrdersApi.java", is));
    assertEquals(controller("Orders", FIND), after(changes, ORDERS));
    assertTrue(notes(changes).contains("`find` stays, but its operation is gone"), notes(changes));
  }

  @Test
  void whatElseIsCalledLikeARenamedOperationKeepsItsName() {
    String mine = FIND.replace("\"found\"", "java.util.Optional.of(cache.find()).find()");
    Changes changes = changes(
        Map.of(ORDERS, controller("Orders"), "api/OrdersApi.java", api("Orders", "find")),
        Map.of(ORDERS, controller("Orders", mine), "api/OrdersApi.java", api("Orders", "find")),
        Map.of(ORDERS, controller("Orders"), "api/OrdersApi.java", api("Orders", "search")));
    assertEquals(
        controller("Orders", mine.replace("String find", "String search")), after(changes, ORDERS));
  }

  @Test
  void ownMethodOfAVanishedOperationStaysAndIsReported() {
    Changes changes = changes(
        Map.of(ORDERS, controller("Orders"), "api/OrdersApi.java", api("Orders", "list", "find")),
        Map.of(
            ORDERS,
            controller("Orders", FIND),
            "api/OrdersApi.java",
            api("Orders", "list", "find")),
        Map.of(ORDERS, controller("Orders"), "api/OrdersApi.java", api("Orders", "list")));
    assertEquals(controller("Orders", FIND), after(changes, ORDERS));
    assertTrue(notes(changes).contains("`find` stays, but its operation is gone"), notes(changes));
  }

  /** A method of the owner's and what goes with it, in the place of {@code FIND}. */
  private static Changes findMoves(String orders) {
    return changes(
        Map.of(ORDERS, controller("Orders"), "api/OrdersApi.java", api("Orders", "list", "find")),
        Map.of(ORDERS, orders, "api/OrdersApi.java", api("Orders", "list", "find")),
        Map.of(
            ORDERS,
            controller("Orders"),
            "api/OrdersApi.java",
            api("Orders", "list"),
            SEARCH,
            controller("Search"),
            "api/SearchApi.java",
            api("Search", "find")));
  }

  private static final String HELPED = FIND.replace("\"found\"", "helper(LIMIT)");

  private static final String HELPERS = """

        private static final int LIMIT = 3;

        private String helper(int most) {
          return deeper() + most;
        }

        /** Deep. */
        private String deeper() {
          return "found";
        }
      """.indent(-4);

  @Test
  void aFileThatNothingElseWasWrittenIntoLosesWhatHasMoved() {
    Changes changes = findMoves(controller("Orders", FIND).replace("  private int calls;\n", ""));
    assertEquals(controller("Orders"), after(changes, ORDERS));
    assertTrue(after(changes, SEARCH).contains("return \"found\";"), after(changes, SEARCH));
    assertTrue(notes(changes).contains("`find` is in " + SEARCH + " now"), notes(changes));
  }

  @Test
  void whatOnlyMovedCodeUsesGoesAlong() {
    Changes changes = findMoves(controller("Orders", LIST, HELPED, HELPERS));
    assertEquals(controller("Orders", LIST), after(changes, ORDERS));
    assertEquals("""
        @RestController
        class SearchController implements SearchApi {
          private static final int LIMIT = 3;

          @Override
          public String find() {
            return helper(LIMIT);
          }

          private String helper(int most) {
            return deeper() + most;
          }

          /** Deep. */
          private String deeper() {
            return "found";
          }
        }
        """.replaceAll("(?m)^ +", ""), after(changes, SEARCH));
    assertTrue(notes(changes).contains("`deeper` went along"), notes(changes));
  }

  @Test
  void whatOtherCodeUsesTooStaysAndIsReported() {
    String list = LIST.replace("\"all\"", "deeper()");
    Changes changes = findMoves(controller("Orders", list, HELPED, HELPERS));
    String orders = after(changes, ORDERS);
    assertTrue(orders.contains("String deeper()") && !orders.contains("helper("), orders);
    assertTrue(after(changes, SEARCH).contains("String helper(int most)"));
    assertFalse(after(changes, SEARCH).contains("String deeper()"));
    assertTrue(
        notes(changes).contains("`deeper` stays, and what has gone uses it"), notes(changes));
  }

  @Test
  void ownMethodStaysWhereTheFileOfItsNewTagWasDeleted() {
    Changes changes = changes(
        Map.of(
            ORDERS,
            controller("Orders"),
            "api/OrdersApi.java",
            api("Orders", "list", "find"),
            SEARCH,
            controller("Search"),
            "api/SearchApi.java",
            api("Search")),
        Map.of(
            ORDERS,
            controller("Orders", LIST, FIND),
            "api/OrdersApi.java",
            api("Orders", "list", "find"),
            "api/SearchApi.java",
            api("Search")),
        Map.of(
            ORDERS,
            controller("Orders"),
            "api/OrdersApi.java",
            api("Orders", "list"),
            SEARCH,
            controller("Search"),
            "api/SearchApi.java",
            api("Search", "find")));
    assertEquals(controller("Orders", LIST, FIND), after(changes, ORDERS));
    assertTrue(notes(changes).contains("`find` stays, but its operation is gone"), notes(changes));
  }

  @Test
  void editedMethodStaysWhereTheFileOfItsNewTagWasDeleted() {
    String edited = FIND.replace("found", "found by me");
    String other = LIST.replace("list", "other");
    Changes changes = changes(
        Map.of(ORDERS, controller("Orders", LIST, FIND), SEARCH, controller("Search", other)),
        Map.of(ORDERS, controller("Orders", LIST, edited)),
        Map.of(ORDERS, controller("Orders", LIST), SEARCH, controller("Search", other, FIND)));
    assertTrue(changes.conflicts());
    assertTrue(after(changes, ORDERS).contains("found by me"), after(changes, ORDERS));
  }

  private static final Map<String, String> BEFORE = Map.of(
      ORDERS,
      controller("Orders", LIST, FIND),
      "api/OrdersApi.java",
      api("Orders", "list", "find"),
      SEARCH,
      controller("Search"),
      "api/SearchApi.java",
      api("Search"));

  private static final Map<String, String> MOVED = Map.of(
      ORDERS,
      controller("Orders", LIST),
      "api/OrdersApi.java",
      api("Orders", "list"),
      SEARCH,
      controller("Search", FIND),
      "api/SearchApi.java",
      api("Search", "find"));

  private static Map<String, String> crlf(Map<String, String> files) {
    Map<String, String> all = new TreeMap<>();
    files.forEach((path, text) -> all.put(path, text.replace("\n", "\r\n")));
    return all;
  }

  private static Map<String, String> with(Map<String, String> files, String path, String text) {
    Map<String, String> all = new TreeMap<>(files);
    all.put(path, text);
    return all;
  }

  @Test
  void aCheckoutWithOtherLineEndsIsNoEdit() {
    Changes changes = changes(BEFORE, crlf(BEFORE), MOVED);
    assertEquals("", notes(changes));
    crlf(MOVED).forEach((path, text) -> assertEquals(text, after(changes, path)));
  }

  @Test
  void lineEndsStayWhereCodeIsCarried() {
    String edited = FIND.replace("found", "found by me");
    Changes changes =
        changes(BEFORE, crlf(with(BEFORE, ORDERS, controller("Orders", LIST, edited))), MOVED);
    crlf(with(MOVED, SEARCH, controller("Search", edited)))
        .forEach((path, text) -> assertEquals(text, after(changes, path)));
    assertTrue(notes(changes).contains("`find` is in " + SEARCH + " now"), notes(changes));
  }

  @Test
  void aMethodIsRenamedInAFileWithOtherLineEnds() {
    Map<String, String> base =
        Map.of(ORDERS, controller("Orders"), "api/OrdersApi.java", api("Orders", "find"));
    Changes changes = changes(
        base,
        crlf(with(base, ORDERS, controller("Orders", FIND))),
        with(base, "api/OrdersApi.java", api("Orders", "search")));
    assertEquals(
        controller("Orders", FIND.replace("find", "search")).replace("\n", "\r\n"),
        after(changes, ORDERS));
  }

  @Test
  void aFileThatIsNoUtf8StaysAsItIs() {
    String mine = controller("Orders", FIND.replace("found", "gr\u00fcn"));
    Map<String, String> base =
        Map.of(ORDERS, controller("Orders"), "api/OrdersApi.java", api("Orders", "find"));
    Changes renamed = changesOf(
        base,
        with(base, ORDERS, mine),
        with(base, "api/OrdersApi.java", api("Orders", "search")),
        StandardCharsets.ISO_8859_1);
    assertEquals(
        Content.of(mine.getBytes(StandardCharsets.ISO_8859_1)),
        renamed.after().get(RelPath.of(ORDERS)).orElseThrow());
    assertTrue(notes(renamed).contains("`find` keeps its name"), notes(renamed));
  }

  @Test
  void codeStaysInAFileThatIsNoUtf8() {
    String mine = controller("Orders", FIND.replace("found", "gr\u00fcn"));
    Map<String, String> before = with(BEFORE, ORDERS, controller("Orders"));
    Changes moved = changesOf(
        before,
        with(before, ORDERS, mine),
        with(with(MOVED, ORDERS, controller("Orders")), SEARCH, controller("Search")),
        StandardCharsets.ISO_8859_1);
    assertEquals(
        Content.of(mine.getBytes(StandardCharsets.ISO_8859_1)),
        moved.after().get(RelPath.of(ORDERS)).orElseThrow());
    assertTrue(notes(moved).contains("`find` stays, but its operation is gone"), notes(moved));
  }

  private static String after(Changes changes, String path) {
    return changes.after().get(RelPath.of(path)).orElseThrow().text();
  }

  private static String notes(Changes changes) {
    StringBuilder notes = new StringBuilder();
    changes.all().forEach(c -> notes.append(c instanceof Change.Merge m ? m.notes() : ""));
    return notes.toString();
  }

  private static Changes changes(
      Map<String, String> base, Map<String, String> disk, Map<String, String> wanted) {
    return changesOf(base, disk, wanted, StandardCharsets.UTF_8);
  }

  private static Changes changesOf(
      Map<String, String> base,
      Map<String, String> disk,
      Map<String, String> wanted,
      Charset charset) {
    TreeMap<RelPath, Content> files = new TreeMap<>();
    disk.forEach((path, text) -> files.put(RelPath.of(path), Content.of(text.getBytes(charset))));
    return Changes.between(
        entries(wanted),
        entries(base),
        new FileTree(files),
        new Merger(new Labels("yours", "base", "hew"), JavaOutline::of));
  }

  private static List<Lock.Entry> entries(Map<String, String> texts) {
    return texts.entrySet().stream()
        .map(e -> new Lock.Entry(
            e.getKey().replaceAll("/.*?(Api|Controller)", "/$1") + "##/tags/"
                + e.getKey().replaceAll(".*/|(Api|Controller).java", ""),
            RelPath.of(e.getKey()),
            "both",
            Content.of(e.getValue())))
        .toList();
  }
}
