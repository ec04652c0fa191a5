package dev.hew.http;

import dev.hew.tree.Content;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * Sends single requests over HTTP/1.1 and waits for whole answers. Neither a slow nor an endless answer is waited for
 * longer than the patience.
 */
public final class Connection {
  /** An answer longer than this, in bytes, is refused. */
  private static final int LARGEST = 16 * 1024 * 1024;

  private final HttpClient client;
  private final Duration patience;
  private final int largest;

  /**
   * One for which redirections are answers like any other.
   *
   * @param patience how long one request may take, from connecting to the answer's last byte
   */
  public Connection(Duration patience) {
    this(patience, HttpClient.Redirect.NEVER, LARGEST);
  }

  /**
   * @param largest an answer longer than this, in bytes, is refused
   */
  Connection(Duration patience, HttpClient.Redirect redirect, int largest) {
    this.patience = patience;
    this.largest = largest;
    this.client = HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(redirect)
        .connectTimeout(patience)
        .build();
  }

  /**
   * Sends a request.
   *
   * @param body what is sent with it; empty for no body
   * @throws Unreachable when there is no connection
   * @throws IOException when there is no whole answer, or one that is too long; the message says why
   */
  public Reply send(String method, URI address, Map<String, String> headers, Optional<Content> body)
      throws IOException {
    HttpRequest.Builder request = HttpRequest.newBuilder(address)
        .method(
            method,
            body.map(content -> BodyPublishers.ofByteArray(content.bytes()))
                .orElseGet(BodyPublishers::noBody));
    try {
      headers.forEach(request::header);
    } catch (IllegalArgumentException e) {
      throw new IOException("the request cannot be sent: " + e.getMessage(), e);
    }
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request.build(), head -> new Bounded(largest));
    try {
      HttpResponse<byte[]> whole = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return new Reply(whole.statusCode(), whole.headers().map(), Content.of(whole.body()));
    } catch (TimeoutException e) {
      throw new IOException("no whole answer within " + patience.toSeconds() + " s", e);
    } catch (ExecutionException e) {
      throw reason(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      answer.cancel(true);
    }
  }

  private static IOException reason(Throwable failure) {
    if (failure instanceof ConnectException) {
      boolean unknown = failure.getCause() instanceof UnresolvedAddressException;
      return new Unreachable(
          unknown ? "the host is unknown" : "the connection is refused", failure);
    }
    if (failure instanceof HttpConnectTimeoutException) {
      return new Unreachable("no connection comes about in time", failure);
    }
    if (failure instanceof SSLException) {
      return new Unreachable("TLS fails: " + failure.getMessage(), failure);
    }
    String message =
        failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    return new IOException("no answer: " + message, failure);
  }
}
