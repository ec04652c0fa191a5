package dev.hew.http;

import dev.hew.tree.Content;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Fetches a file over HTTPS. */
public final class Download {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Download() {}

  /**
   * The answer's body. Redirections are followed, but never to plain HTTP.
   *
   * @param largest a file longer than this, in bytes, is refused
   * @throws IOException when there is no whole answer in a minute or it is not a 200; the message says why
   */
  public static Content of(URI address, int largest) throws IOException {
    Connection connection = new Connection(PATIENCE, HttpClient.Redirect.NORMAL, largest);
    Reply reply = connection.send("GET", address, Map.of(), Optional.empty());
    if (reply.status() != 200) {
      throw new IOException("the server answers " + reply.status());
    }
    return reply.body();
  }
}
