package dev.hew;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.http.Download;
import dev.hew.http.Unreachable;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What comes of fetching a file from a server. */
class DownloadTest {
  @Test
  void redirectionsAreFollowed() throws IOException {
    try (TestServer server = new TestServer(exchange -> {
      if (exchange.getRequestURI().getPath().equals("/new")) {
        TestServer.answer(exchange, 200, "text/plain", "here");
      } else {
        exchange.getResponseHeaders().set("Location", "/new");
        TestServer.answer(exchange, 301, "text/plain", "");
      }
    })) {
      byte[] file = Download.of(URI.create(server.url() + "/old"), 4).bytes();
      assertArrayEquals("here".getBytes(StandardCharsets.UTF_8), file);
    }
  }

  @Test
  void failuresSayWhy() throws IOException {
    URI address;
    try (TestServer server =
        new TestServer(exchange -> TestServer.answer(exchange, 404, "text/plain", "nothing"))) {
      address = URI.create(server.url());
      assertEquals(
          "the server answers 404",
          assertThrows(IOException.class, () -> Download.of(address, 1024)).getMessage());
      String tooLong =
          assertThrows(IOException.class, () -> Download.of(address, 3)).getMessage();
      assertTrue(tooLong.contains("longer than"), tooLong);
    }
    assertEquals(
        "the connection is refused",
        assertThrows(Unreachable.class, () -> Download.of(address, 1024)).getMessage());
  }
}
