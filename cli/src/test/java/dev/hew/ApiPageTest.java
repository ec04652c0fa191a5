package dev.hew;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hew.flow.Generation;
import dev.hew.flow.NewService;
import dev.hew.flow.SpecInput;
import dev.hew.report.Checked;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The API page of a generated service in a real browser, of a contract whose servers are somewhere else. */
@Tag("full")
class ApiPageTest {
  private static final Path SPEC =
      Path.of("src", "test", "resources", "services", "responses.yaml");
  private static final Pattern OPERATION = Pattern.compile("\"operation\":\"([^\"]+)\"");

  @TempDir
  static Path folder;

  private static RunningService running;
  private static Browser browser;
  private static Generation generated;

  @BeforeAll
  static void openPage() throws Exception {
    Checked<Generation> made = SpecInput.read(
            SPEC.toString(), Path.of(""), Optional.empty(), InputStream.nullInputStream())
        .input()
        .then(i -> NewService.plan(i, Optional.empty(), Map.of("store", "none"), "test"));
    assertTrue(made.ok(), () -> made.diagnostics().toString());
    generated = made.value();
    running = RunningService.start(generated.tree(), folder.resolve("service"));
    Path own = Files.createDirectory(folder.resolve("browser"));
    browser = Browser.open("http://127.0.0.1:" + running.port() + "/v2/api/docs", own);
    browser.await("document.querySelectorAll('.opblock').length > 0");
  }

  @AfterAll
  static void close() throws Exception {
    if (browser != null) {
      browser.close();
    }
    if (running != null) {
      running.close();
    }
  }

  @Test
  void listsEveryOperation() throws Exception {
    Set<String> documented = new TreeSet<>();
    String cases = generated
        .tree()
        .get(dev.hew.tree.RelPath.of("contract/cases.jsonl"))
        .orElseThrow()
        .text();
    Matcher matcher = OPERATION.matcher(cases);
    while (matcher.find()) {
      documented.add(matcher.group(1));
    }
    assertEquals(generated.operations(), documented.size());
    Set<String> shown = new TreeSet<>();
    JsonNode titles = browser.value(
        "[...document.querySelectorAll('.opblock')].map(o => o.querySelector('.opblock-summary-method').innerText + ' '"
            + " + o.querySelector('[data-path]').dataset.path)");
    titles.forEach(title -> shown.add(title.textValue()));
    assertEquals(documented, shown);
  }

  @Test
  void triesOutACallOfThisService() throws Exception {
    String operation = "[...document.querySelectorAll('.opblock-get')]"
        + ".find(o => o.querySelector('[data-path]').dataset.path === '/methods')";
    browser.value(operation + ".querySelector('.opblock-summary-control').click()");
    browser.await(operation + ".querySelector('.try-out__btn') !== null");
    browser.value(operation + ".querySelector('.try-out__btn').click()");
    browser.await(operation + ".querySelector('.execute') !== null");
    browser.value(operation + ".querySelector('.execute').click()");
    browser.await(
        operation + ".querySelector('.live-responses-table .response-col_status') !== null");
    assertEquals(
        "200",
        browser
            .value(
                operation
                    + ".querySelector('.live-responses-table .response .response-col_status').innerText")
            .textValue());
    assertEquals(
        "http://127.0.0.1:" + running.port() + "/v2/api/methods",
        browser
            .value(operation + ".querySelector('.request-url pre').innerText")
            .textValue()
            .strip());
  }

  @Test
  void needsNoOtherHost() throws Exception {
    JsonNode hosts = browser.value("[...new Set(performance.getEntriesByType('resource')"
        + ".filter(r => !r.name.startsWith('data:')).map(r => new URL(r.name).host))]");
    assertEquals("[\"127.0.0.1:" + running.port() + "\"]", hosts.toString());
  }
}
