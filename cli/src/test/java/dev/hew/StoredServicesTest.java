package dev.hew;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.command.Console;
import dev.hew.command.HewCommand;
import dev.hew.flow.Generation;
import dev.hew.report.Source;
import dev.hew.schema.Values;
import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import dev.hew.verify.Finding;
import dev.hew.verify.Outcome;
import dev.hew.yaml.JsonWriter;
import dev.hew.yaml.Node;
import dev.hew.yaml.NodeReader;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Services that keep things do so: started with a database of their own, they pass all their contract cases. */
class StoredServicesTest {
  private static final Path CONTRACTS = Path.of("src", "test", "resources", "services");

  private static final String MERGE = "application/merge-patch+json";

  @TempDir
  Path folder;

  /** The operations named are left to their owners, each for a reason that the README has. */
  @ParameterizedTest
  @CsvSource({
    "stored.yaml, listMarks addMark listBadges",
    "pages.yaml, listParcels",
    "patches.yaml, ''",
    "defaults.yaml, ''",
    "scopes.yaml, ''",
    "answers.yaml, addApp getApp listAlbums addAlbum",
    "numbers.yaml, ''",
    "names.yaml, ''",
    "requests.yaml, addSign getSign",
    "untold.yaml, listVisits addVisit listRecent getVisit replaceVisit changeVisit deleteVisit",
    "texts.yaml, nulls defaults health healthHead seek note"
  })
  void passTheirCases(String contract, String stubs) throws Exception {
    Generation made = MinimalService.of(contract);
    try (RunningService service = RunningService.start(made.tree(), folder)) {
      List<Finding> findings = service.findings(made.cases());
      assertEquals(List.of(), RunningService.failed(findings));
      List<String> stubbed = findings.stream()
          .filter(f -> f.outcome() == Outcome.STUBBED)
          .map(f -> f.one().id().substring(0, f.one().id().indexOf('.')))
          .distinct()
          .toList();
      assertEquals(Stream.of(stubs.split(" ")).filter(s -> !s.isEmpty()).toList(), stubbed);
    }
  }

  /** What one run of {@code hew verify} leaves behind does not fail the next. */
  @ParameterizedTest
  @ValueSource(strings = {"stored.yaml", "scopes.yaml", "patches.yaml"})
  void passMoreThanOnce(String contract) throws Exception {
    Path own = Files.createDirectories(folder.resolve("service"));
    Path manifest = folder.resolve("hew.yaml");
    Files.copy(CONTRACTS.resolve(contract), folder.resolve(contract));
    Files.writeString(manifest, "hew: 1\nname: kept\nstack: spring-boot\ncontract: " + contract);
    try (RunningService service =
        RunningService.start(MinimalService.of(contract).tree(), own)) {
      for (int run = 1; run <= 3; run++) {
        StringWriter out = new StringWriter();
        Console console = new Console(
            InputStream.nullInputStream(), new PrintWriter(out), new PrintWriter(out), folder);
        String url = "http://127.0.0.1:" + service.port();
        int code = HewCommand.run(console, "verify", url, "--spec", manifest.toString());
        assertEquals(0, code, "run " + run + ": " + out);
      }
    }
  }

  /** A contract alone does not say what is kept, and yet what is added is not what was added before. */
  @Test
  void contractsAddMoreThanOnce() throws Exception {
    Path own = Files.createDirectories(folder.resolve("service"));
    String contract = CONTRACTS.resolve("stored.yaml").toAbsolutePath().toString();
    try (RunningService service =
        RunningService.start(MinimalService.of("stored.yaml").tree(), own)) {
      for (int run = 1; run <= 2; run++) {
        StringWriter out = new StringWriter();
        Console console = new Console(
            InputStream.nullInputStream(), new PrintWriter(out), new PrintWriter(out), folder);
        String url = "http://127.0.0.1:" + service.port();
        int code = HewCommand.run(console, "verify", url, "--spec", contract, "--only", "addUser");
        assertEquals(0, code, "run " + run + ": " + out);
        assertTrue(out.toString().contains(" fixture=0 "), out::toString);
      }
    }
  }

  /** Whatever a contract's default consists of, it is a value: to Java, to SQL and to what finds parameters in SQL. */
  @Test
  void keepDefaultsAsTheyAreWritten() throws Exception {
    try (RunningService service =
        RunningService.start(MinimalService.of("defaults.yaml").tree(), folder)) {
      String all = "http://127.0.0.1:" + service.port() + "/tags";
      HttpResponse<String> added = send("POST", all, "application/json", "{\"name\": \"t\"}");
      assertEquals(201, added.statusCode(), added.body());
      Node tag = json(added);
      assertEquals(
          "\"\"\").query(this::x).single(); } static { System.exit(3); } /*",
          tag.get("ended").flatMap(Node::string).orElse(""));
      assertEquals("a\"\"\"\"b", tag.get("four").flatMap(Node::string).orElse(""));
      assertEquals(
          "\"\"\"\"\").query(this::tag).single(); } static { System.exit(3); } /*",
          tag.get("five").flatMap(Node::string).orElse(""));
      assertEquals(
          "C:\\u0041\\b\\notes\\", tag.get("path").flatMap(Node::string).orElse(""));
      assertEquals("é \uD83D\uDE00 ключ", tag.get("word").flatMap(Node::string).orElse(""));
      assertEquals("one\ntwo\ttabbed ", tag.get("lines").flatMap(Node::string).orElse(""));
      assertEquals(
          "it's {{x}} :name ? ''", tag.get("quoted").flatMap(Node::string).orElse(""));
      assertEquals("{\"say \\\"\\\"\\\"\":\"\\\\n\"}", text(tag, "more"));
    }
  }

  /** A property that the path has already needs no column, and one that nobody sets is said to be null. */
  @Test
  void keepWhatThePathSaysOnce() {
    FileTree tree = MinimalService.of("patches.yaml").tree();
    String tables = text(tree, "src/main/resources/db/migration/V1__create_tables.sql");
    assertTrue(tables.contains("""
        create table gadget_spares (
          gadget_id uuid not null,
          name text not null,
          -- the same in every row until you compute it
          weight numeric,
        """), tables);
    String readme = text(tree, "README.md");
    assertTrue(
        readme.contains("| `gadget_spares.weight` | `null` | [SpareRepository.java:"), readme);
  }

  /** What the contract demands without a word about it is kept whatever it is, and what nothing adds is never there. */
  @Test
  void keepWhatIsOnlyDemandedAndAddNoMoreThanIsSaid() throws Exception {
    FileTree tree = MinimalService.of("scopes.yaml").tree();
    String readme = text(tree, "README.md");
    assertTrue(readme.contains("| `messages.user_id` | `gen_random_uuid()` | "), readme);
    try (RunningService service = RunningService.start(tree, folder)) {
      String root = "http://127.0.0.1:" + service.port();
      String notes = root + "/notes";
      for (String time : List.of("5", "\"noon\"", "{\"h\":12}")) {
        Node added = json(
            send("POST", notes, "application/json", "{\"name\": \"n\", \"time\": " + time + "}"));
        Node read = json(
            send("GET", notes + "/" + text(added, "id").replace("\"", ""), "application/json", ""));
        assertEquals(time, text(read, "time"));
      }
      assertEquals(
          400, send("POST", notes, "application/json", "{\"name\": \"n\"}").statusCode());
      String message = root + "/messages/00000000-0000-0000-0000-000000000001";
      assertEquals(
          404, send("PUT", message, "application/json", "{\"content\": \"c\"}").statusCode());
      assertEquals(404, send("GET", message, "application/json", "").statusCode());
    }
  }

  /** A number that a caller chose is passed over where callers leave it to the service. */
  @Test
  void numberWhatCallersDoNot() throws Exception {
    try (RunningService service =
        RunningService.start(MinimalService.of("numbers.yaml").tree(), folder)) {
      String tickets = "http://127.0.0.1:" + service.port() + "/tickets";
      String chosen = "{\"id\": %s, \"title\": \"t\"}";
      for (String id : List.of("1", "2", "9223372036854775807")) {
        assertEquals(id, text(add(tickets, chosen.formatted(id)), "id"));
      }
      assertEquals(
          409, send("POST", tickets, "application/json", chosen.formatted("1")).statusCode());
      assertEquals("3", text(add(tickets, "{\"title\": \"t\"}"), "id"));
      assertEquals("4", text(add(tickets, "{\"title\": \"t\"}"), "id"));
      String steps = tickets + "/1/steps";
      assertEquals("1", text(add(steps, "{\"step\": 1, \"text\": \"s\"}"), "step"));
      assertEquals("2", text(add(steps, "{\"text\": \"s\"}"), "step"));
    }
  }

  /** Who does not say how many gets all of a list that nothing else says there is more of. */
  @Test
  void giveAllWhereNothingTellsOfMore() throws Exception {
    FileTree tree = MinimalService.of("numbers.yaml")
        .tree()
        .with(RelPath.of("src/main/resources/db/migration/V2__add_many.sql"), Content.of("""
            insert into tickets (title) select 't' from generate_series(1, 130);
            insert into ticket_steps (ticket_id, text) select 1, 's' from generate_series(1, 130);
            insert into visits (guest) select 'g' from generate_series(1, 130);
            """));
    assertTrue(text(tree, "README.md").contains(" 100 items, "), text(tree, "README.md"));
    try (RunningService service = RunningService.start(tree, folder)) {
      String root = "http://127.0.0.1:" + service.port();
      assertEquals(130, get(root + "/tickets").items().size());
      assertEquals(127, get(root + "/tickets?offset=3").items().size());
      assertEquals(5, get(root + "/tickets?limit=5").items().size());
      assertEquals(120, get(root + "/tickets/1/steps").items().size());
      Node visits = get(root + "/visits");
      assertEquals(90, visits.get("visits").orElseThrow().items().size());
      assertEquals("90", text(visits, "limit"));
      assertEquals("130", text(visits, "total"));
    }
  }

  private static Node get(String target) throws Exception {
    return json(send("GET", target, "application/json", ""));
  }

  private static Node add(String target, String body) throws Exception {
    return json(send("POST", target, "application/json", body));
  }

  private static String text(FileTree tree, String path) {
    return tree.get(RelPath.of(path)).orElseThrow().text();
  }

  /** What hangs on how a merge patch is read: RFC 7396, and what the contract says of the item that it leaves. */
  @Test
  void mergePatchesReachInside() throws Exception {
    try (RunningService service =
        RunningService.start(MinimalService.of("patches.yaml").tree(), folder)) {
      String all = "http://127.0.0.1:" + service.port() + "/gadgets";
      HttpResponse<String> added = send("POST", all, "application/json", """
          {"name": "lamp", "remark": "old", "pin": "1234", "labels": {"colour": "red", "shape": "round"},
           "parts": [{"part_no": 1}, {"part_no": 2}],
           "size": {"high": 3, "wide_by": 4, "deep": {"from": 1, "to": 2}}}""");
      assertEquals(201, added.statusCode(), added.body());
      String one = "http://127.0.0.1:" + service.port()
          + URI.create(added.headers().firstValue("Location").orElseThrow()).getPath();
      Node before = json(added);
      Node after = json(send("PATCH", one, MERGE, """
          {"id": "00000000-0000-0000-0000-000000000000", "remark": null, "labels": {"colour": null, "use": "desk"},
           "parts": [{"part_no": 3}], "size": {"wide_by": null, "deep": {"to": 9}}}"""));
      assertEquals(text(before, "id"), text(after, "id"));
      assertEquals("null", text(after, "remark"));
      assertEquals("{\"shape\":\"round\",\"use\":\"desk\"}", text(after, "labels"));
      assertEquals("[{\"part_no\":3}]", text(after, "parts"));
      assertEquals("{\"deep\":{\"from\":1,\"to\":9},\"high\":3}", text(after, "size"));
      HttpResponse<String> wrong = send("PATCH", one, MERGE, "{\"size\": {\"high\": 0}}");
      assertEquals(400, wrong.statusCode());
      assertTrue(wrong.body().contains("result/size/high"), wrong.body());
      assertEquals(400, send("PATCH", one, MERGE, "{\"name\": null}").statusCode());
      wrong = send("POST", all, "application/json", """
          {"name": "", "remark": null, "labels": {}, "parts": [{"part_no": 0}], "size": {"high": 1, "wide_by": 0}}""");
      for (String place : List.of("body/name ", "body/parts/0/part_no ", "body/size/wide_by ")) {
        assertTrue(wrong.statusCode() == 400 && wrong.body().contains(place), wrong.body());
      }
      wrong = send("PATCH", one, MERGE, "{}", "X-Reason", "0123456789");
      assertTrue(wrong.statusCode() == 400 && wrong.body().contains("X-Reason "), wrong.body());
      HttpResponse<String> listed = send(
          "PATCH",
          one,
          "application/json-patch+json",
          "[{\"op\": \"remove\", \"path\": \"/size/deep\"}]");
      assertEquals("{\"high\":3}", text(json(listed), "size"));
      String add = "{\"op\": \"add\", \"path\": \"%s\", \"value\": {\"part_no\": 4}}";
      for (String place : List.of("/parts/01", "/parts/99999999999", "/parts/x", "/parts/7")) {
        assertPatched(400, one, List.of(add.formatted(place)));
      }
      assertPatched(200, one, List.of(add.formatted("/parts/1")));
      assertEquals(412, send("PATCH", one, MERGE, "{}", "If-Match", "\"0\"").statusCode());
      Node spare = json(send("POST", one + "/spares", "application/json", "{\"name\": \"bulb\"}"));
      assertEquals(text(before, "id"), text(spare, "gadgetId"));
    }
  }

  /** A list that goes on from a cursor counts what it selects, in whatever part. */
  @Test
  void countWhatIsSelected() throws Exception {
    try (RunningService service =
        RunningService.start(MinimalService.of("pages.yaml").tree(), folder)) {
      String tasks = "http://127.0.0.1:" + service.port() + "/tasks";
      for (String done : List.of("true", "false", "true", "true")) {
        add(tasks, "{\"title\": \"t\", \"done\": " + done + "}");
      }
      Node page = get(tasks + "?done=true&page_size=2");
      assertEquals("3", text(page, "total"));
      assertEquals(2, page.get("tasks").orElseThrow().items().size());
      String next = page.get("next_page_token").flatMap(Node::string).orElseThrow();
      Node rest = get(tasks + "?done=true&page_size=2&page_token=" + next);
      assertEquals("3", text(rest, "total"));
      assertEquals(1, rest.get("tasks").orElseThrow().items().size());
      assertEquals("4", text(get(tasks), "total"));
    }
  }

  /** Whose an item is, is what its path says: no patch gets at an item of the same key below another. */
  @Test
  void patchesStayBelowTheirPath() throws Exception {
    try (RunningService service =
        RunningService.start(MinimalService.of("patches.yaml").tree(), folder)) {
      String owners = "http://127.0.0.1:" + service.port() + "/owners";
      for (String owner : List.of("A", "B")) {
        json(send("POST", owners, "application/json", "{\"id\": \"%s\"}".formatted(owner)));
        json(send(
            "POST",
            owners + "/" + owner + "/pets",
            "application/json",
            "{\"id\": 5, \"name\": \"of %s\"}".formatted(owner)));
      }
      String mine = owners + "/A/pets/5";
      Node merged = json(send("PATCH", mine, MERGE, "{\"ownerId\": \"B\", \"name\": \"merged\"}"));
      assertEquals("\"A\"", text(merged, "ownerId"));
      String name = "{\"op\": \"replace\", \"path\": \"/name\", \"value\": \"listed\"}";
      String owner = "{\"op\": \"replace\", \"path\": \"/ownerId\", \"value\": \"B\"}";
      assertPatched(400, mine, List.of(name, owner));
      assertPet("A", "merged", mine);
      assertPatched(200, mine, List.of(name));
      assertPet("A", "listed", mine);
      assertPet("B", "of B", owners + "/B/pets/5");
    }
  }

  private static void assertPet(String owner, String name, String place) throws Exception {
    Node pet = json(send("GET", place, "application/json", ""));
    assertEquals(JsonWriter.compact(Values.text(owner)), text(pet, "ownerId"));
    assertEquals(JsonWriter.compact(Values.text(name)), text(pet, "name"));
  }

  /** A row may be older than the contract: a null that it no longer allows can still be read, and left out. */
  @Test
  void rowsMayHoldNullsOfEarlierContracts() throws Exception {
    String id = "00000000-0000-0000-0000-000000000001";
    FileTree tree = MinimalService.of("patches.yaml")
        .tree()
        .with(
            RelPath.of("src/main/resources/db/migration/V2__add_old_row.sql"),
            Content.of("""
            insert into gadgets (id, name, labels, parts, size)
            values ('%s', 'old', '{}', '[{"part_no": null}]', '{"high": 1, "wide_by": null}');
            """.formatted(id)));
    try (RunningService service = RunningService.start(tree, folder)) {
      String one = "http://127.0.0.1:" + service.port() + "/gadgets/" + id;
      Node old = json(send("GET", one, "application/json", ""));
      assertEquals("{\"high\":1}", text(old, "size"));
      assertEquals("[{}]", text(old, "parts"));
      Node changed = json(send("PATCH", one, MERGE, "{\"size\": {\"high\": 2}}"));
      assertEquals("{\"high\":2}", text(changed, "size"));
      String added =
          "{\"name\": \"new\", \"remark\": null, \"labels\": {}, \"size\": {\"high\": 1, \"wide_by\": null}}";
      String all = "http://127.0.0.1:" + service.port() + "/gadgets";
      assertEquals(400, send("POST", all, "application/json", added).statusCode());
    }
  }

  /** What few words can ask for is refused before it fills the memory, and the service goes on. */
  @Test
  void listsOfChangesDoNotFillTheMemory() throws Exception {
    try (RunningService service = RunningService.start(
        MinimalService.of("patches.yaml").tree(),
        folder,
        "-Xmx256m",
        "-Drequests.max-body-size=90KB")) {
      String all = "http://127.0.0.1:" + service.port() + "/gadgets";
      HttpResponse<String> added =
          send("POST", all, "application/json", """
          {"name": "lamp", "remark": "%s", "labels": {"colour": "red"}, "parts": [{"part_no": 1}], "size": {"high": 3}}""".formatted("x".repeat(40_000)));
      String one = all + "/" + text(json(added), "id").replace("\"", "");
      String copy = "{\"op\": \"copy\", \"from\": \"%s\", \"path\": \"%s\"}";
      String inside = copy.formatted("/parts", "/parts/-");
      String byKey = copy.formatted("/parts/part_no=1/labels", "/parts/0/labels/-");
      String nested = "{\"op\": \"add\", \"path\": \"/labels%s\", \"value\": %s}";
      String nest = "{\"more\": ".repeat(300) + "{}" + "}".repeat(300);
      String test = "{\"op\": \"test\", \"path\": \"/name\", \"value\": \"lamp\"}";
      String number = "{\"op\": \"test\", \"path\": \"/parts/0/part_no\", \"value\": %s}";
      assertPatched(200, one, List.of(number.formatted(1)));
      assertPatched(409, one, List.of(number.formatted(2)));
      assertPatched(413, one, Collections.nCopies(40, inside));
      assertPatched(
          413,
          one,
          List.of(copy.formatted("/parts", "/parts/0/labels")),
          Collections.nCopies(40, byKey));
      assertPatched(413, one, Collections.nCopies(3, copy.formatted("", "")));
      assertPatched(
          400,
          one,
          List.of(
              nested.formatted("/more", nest),
              nested.formatted("/more".repeat(301), nest),
              copy.formatted("/labels", "/size")));
      assertPatched(413, one, Collections.nCopies(1001, test));
      assertPatched(
          200,
          one,
          Collections.nCopies(999, test),
          List.of(copy.formatted("/remark", "/labels/first")));
      assertPatched(413, one, List.of(copy.formatted("/remark", "/labels/second")));
      String remove = "{\"op\": \"remove\", \"path\": \"/labels/first\"}";
      String remark = "{\"op\": \"replace\", \"path\": \"/remark\", \"value\": \"%s\"}";
      assertPatched(200, one, List.of(remove, remark.formatted("\u20ac".repeat(20_000))));
      assertPatched(413, one, List.of(copy.formatted("/remark", "/labels/second")));
    }
  }

  @SafeVarargs
  private static void assertPatched(int status, String item, List<String>... changes)
      throws Exception {
    String patch =
        Stream.of(changes).flatMap(List::stream).collect(Collectors.joining(", ", "[", "]"));
    HttpResponse<String> answer = send("PATCH", item, "application/json-patch+json", patch);
    assertEquals(status, answer.statusCode(), answer.body());
  }

  private static HttpResponse<String> send(
      String method, String target, String type, String body, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(target))
        .header("Content-Type", type)
        .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static Node json(HttpResponse<String> answer) {
    assertTrue(answer.statusCode() < 300, answer.body());
    return NodeReader.read(new Source("answer", answer.body())).value();
  }

  /** A property as JSON, with the keys of objects in their order. */
  private static String text(Node item, String property) {
    return JsonWriter.compact(sorted(item.get(property).orElseThrow()));
  }

  private static Node sorted(Node value) {
    if (!(value instanceof Node.Mapping)) {
      return value;
    }
    Map<String, Node> parts = new TreeMap<>();
    value.entries().forEach(part -> parts.put(part.key(), sorted(part.value())));
    return Values.map(parts);
  }
}
