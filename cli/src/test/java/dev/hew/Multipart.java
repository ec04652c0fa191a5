package dev.hew;

import java.net.URI;
import java.net.http.HttpRequest;

/** Requests in parts. */
final class Multipart {
  private Multipart() {}

  /** A part that is a file. */
  static String file(String name, String text) {
    return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"f\"\r\n"
        + "Content-Type: application/octet-stream\r\n\r\n" + text + "\r\n";
  }

  /** A part that is a value. */
  static String field(String name, String text) {
    return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + text + "\r\n";
  }

  /** A request of parts, one behind the other. */
  static HttpRequest.Builder request(String url, String parts) {
    return HttpRequest.newBuilder(URI.create(url))
        .header("Content-Type", "multipart/form-data; boundary=b")
        .POST(HttpRequest.BodyPublishers.ofString(parts + "--b--\r\n"));
  }
}
