package dev.hew.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commits come over HTTP from a real git, as large as they are and no larger. */
class PackFetchTest {
  private static final PersonIdent SOMEBODY = new PersonIdent("Somebody", "somebody@example.org");

  @TempDir
  private Path folder;

  private final List<String> requests = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private String first;
  private String second;

  @BeforeEach
  void serve() throws Exception {
    try (Git git = Git.init()
        .setDirectory(folder.resolve("packs").toFile())
        .setInitialBranch("main")
        .call()) {
      first = commit(git, "1");
      second = commit(git, "2");
    }
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void branchComesWithoutItsHistory() throws Exception {
    assertEquals(second, fetch("main"));
    assertEquals("2", text(second));
    assertFalse(holds(second, first), "the commit before it stays where it is");
    int before = requests.size();
    assertEquals(second, fetch("main"));
    assertEquals(before + 2, requests.size(), "what is kept is only looked up: " + requests);
  }

  @Test
  void commitThatIsNoTipComesAlone() throws Exception {
    assertEquals(first, fetch(first));
    assertEquals("1", text(first));
    assertFalse(holds(first, second), "nor does what came after it");
  }

  @Test
  void whatIsNotThereIsNoRevision() throws Exception {
    assertThrows(PackFetch.NoRevision.class, () -> fetch("nowhere"));
    assertThrows(PackFetch.NoRevision.class, () -> fetch("1".repeat(40)));
    IOException gone = assertThrows(IOException.class, () -> fetch("main", "/none"));
    assertTrue(gone.getMessage().contains("not found"), gone.getMessage());
    try (Stream<Path> left = Files.list(folder.resolve("cache/packs"))) {
      assertEquals(List.of(), left.toList(), "nothing is left behind");
    }
  }

  private String fetch(String revision) throws IOException {
    return fetch(revision, "/packs/.git");
  }

  private String fetch(String revision, String path) throws IOException {
    String url = "http://localhost:" + server.getAddress().getPort() + path;
    return new PackFetch(folder.resolve("cache"), url, (done, total) -> {}).fetch(revision);
  }

  private String text(String commit) throws IOException {
    FileTree files =
        PackRepository.read(folder.resolve("cache"), commit, "", "packs").value();
    return files.get(RelPath.of("pack.yaml")).orElseThrow().text();
  }

  private boolean holds(String kept, String commit) throws IOException {
    try (Git git = Git.open(PackRepository.kept(folder.resolve("cache"), kept).toFile())) {
      return git.getRepository()
          .getObjectDatabase()
          .has(org.eclipse.jgit.lib.ObjectId.fromString(commit));
    }
  }

  private static String commit(Git git, String text) throws Exception {
    Files.writeString(git.getRepository().getWorkTree().toPath().resolve("pack.yaml"), text);
    git.add().addFilepattern(".").call();
    return git.commit()
        .setMessage(text)
        .setAuthor(SOMEBODY)
        .setCommitter(SOMEBODY)
        .setSign(false)
        .call()
        .name();
  }

  /** Hands a request on to git's own server. */
  private void answer(HttpExchange exchange) throws IOException {
    requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
    ProcessBuilder git = new ProcessBuilder("git", "http-backend");
    git.environment()
        .putAll(Map.of(
            "GIT_PROJECT_ROOT", folder.toString(),
            "GIT_HTTP_EXPORT_ALL", "1",
            "PATH_INFO", exchange.getRequestURI().getPath(),
            "QUERY_STRING",
                Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse(""),
            "REQUEST_METHOD", exchange.getRequestMethod(),
            "CONTENT_TYPE", header(exchange, "Content-Type"),
            "HTTP_CONTENT_ENCODING", header(exchange, "Content-Encoding"),
            "GIT_PROTOCOL", header(exchange, "Git-Protocol")));
    Process process = git.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (var in = process.getOutputStream()) {
      exchange.getRequestBody().transferTo(in);
    }
    byte[] all = process.getInputStream().readAllBytes();
    String text = new String(all, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    int status = 200;
    for (String line : text.substring(0, end).split("\r\n")) {
      String[] halves = line.split(": ", 2);
      if (halves[0].equals("Status")) {
        status = Integer.parseInt(halves[1].substring(0, 3));
      } else {
        exchange.getResponseHeaders().set(halves[0], halves[1]);
      }
    }
    exchange.sendResponseHeaders(status, 0);
    try (InputStream body = new ByteArrayInputStream(all, end + 4, all.length - end - 4);
        exchange) {
      body.transferTo(exchange.getResponseBody());
    }
  }

  private static String header(HttpExchange exchange, String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
  }
}
