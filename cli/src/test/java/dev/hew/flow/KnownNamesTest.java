package dev.hew.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.lock.Lock;
import dev.hew.report.Checked;
import dev.hew.storage.PastTables;
import dev.hew.tree.RelPath;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Classes that store things keep their names when the contract has more to store. */
class KnownNamesTest {
  private static final String JOBS = secrets("/jobs/{jobId}/secrets", "jobId", "Job");
  private static final String PROJECTS =
      secrets("/projects/{projectId}/secrets", "projectId", "Project");
  private static final String ALL = secrets("/secrets", "", "");

  @Test
  void namesTellWhatItemsBelongTo() {
    assertEquals(
        Map.of(
            "/jobs/{jobId}/secrets",
            "SecretRepository",
            "/projects/{projectId}/secrets",
            "ProjectSecretRepository"),
        repositories(made(Earlier.NOTHING, JOBS, PROJECTS).lock()));
    assertEquals(
        Map.of(
            "/projects/{projectId}/secrets",
            "SecretRepository",
            "/jobs/{jobId}/secrets",
            "JobSecretRepository"),
        repositories(made(Earlier.NOTHING, PROJECTS, JOBS).lock()));
  }

  /** Whoever can write to a repository writes its lock: a path there is no way into a source. */
  @Test
  void onlyTheNameOfATypeIsTaken() {
    Lock lock = made(Earlier.NOTHING, JOBS).lock();
    List<Lock.Entry> entries = lock.entries().stream()
        .map(entry -> new Lock.Entry(
            entry.id(),
            RelPath.of(entry
                .path()
                .value()
                .replace("SecretRepository", "Odd{ int EVIL = 1; } class Repository")),
            entry.owner(),
            entry.content()))
        .toList();
    Lock changed = new Lock(lock.hew(), lock.pack(), lock.names(), entries);
    assertFalse(KnownNames.of(changed).values().stream().anyMatch(name -> name.contains("EVIL")));
  }

  @Test
  void whatComesLaterTakesNoName() {
    Lock first = made(Earlier.NOTHING, JOBS).lock();
    Lock second = made(after(first), ALL, PROJECTS, JOBS).lock();
    assertEquals("SecretRepository", repositories(second).get("/jobs/{jobId}/secrets"));
    assertEquals(3, repositories(second).values().stream().distinct().count());
    Lock third = made(after(second), JOBS, PROJECTS, ALL).lock();
    assertEquals(repositories(second), repositories(third));
  }

  @Test
  void namesOfWhatIsGoneAreFree() {
    Lock first = made(Earlier.NOTHING, JOBS, PROJECTS).lock();
    assertEquals(
        Map.of("/secrets", "SecretRepository"),
        repositories(made(after(first), ALL).lock()));
  }

  @Test
  void groupsOfOperationsKeepTheirNames() {
    Lock first = made(
            Earlier.NOTHING, PROJECTS.replace("    get:", "    get:\n      tags: [Shop API]"))
        .lock();
    Lock.Entry entry = first.entries().stream()
        .filter(e -> e.path().name().equals("ShopApi.java"))
        .findFirst()
        .orElseThrow();
    assertEquals("Shop", KnownNames.of(first).get("#/tags/Shop API"), entry.id());
  }

  private static Earlier after(Lock lock) {
    return new Earlier(KnownNames.of(lock), List.of(), false, PastTables.NONE, 2, false);
  }

  private static Generation made(Earlier earlier, String... paths) {
    String contract =
        "openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths:\n" + String.join("", paths) + """
        components:
          schemas:
            Secret:
              type: object
              required: [id, key]
              properties: {id: {type: string, format: uuid, readOnly: true}, key: {type: string}}
        """;
    Checked<Generation> made = SpecInput.read(
            "-",
            Path.of(""),
            Optional.empty(),
            new ByteArrayInputStream(contract.getBytes(StandardCharsets.UTF_8)))
        .input()
        .then(input -> Packs.of(
                input.manifest(), input.home(), Optional.empty(), Packs.Access.LOCAL)
            .then(pack -> Generation.of(input, pack, Map.of("minimal", "true"), earlier, "test")));
    assertTrue(made.ok(), () -> made.diagnostics().toString());
    return made.value();
  }

  /** What stores a resource, by its path. */
  private static Map<String, String> repositories(Lock lock) {
    Map<String, String> all = new TreeMap<>();
    lock.entries().stream()
        .filter(e -> e.path().value().contains("/store/") && e.id().contains(" /"))
        .forEach(e -> all.put(
            e.id().substring(e.id().lastIndexOf(' ') + 1), e.path().name().replace(".java", "")));
    return all;
  }

  private static String secrets(String path, String variable, String name) {
    String parameters = variable.isEmpty()
        ? ""
        : "    parameters: [{name: %s, in: path, required: true, schema: {type: string}}]\n"
            .formatted(variable);
    return """
          %s:
        %s    get:
              operationId: list%sSecrets
              responses: {'200': {description: all, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Secret'}}}}}}
            post:
              operationId: add%sSecret
              requestBody: {required: true, content: {application/json: {schema: {type: object, properties: {key: {type: string}}}}}}
              responses: {'201': {description: added, content: {application/json: {schema: {$ref: '#/components/schemas/Secret'}}}}}
        """.formatted(path, parameters, name, name);
  }
}
