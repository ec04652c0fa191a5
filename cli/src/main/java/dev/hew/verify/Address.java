package dev.hew.verify;

import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Where a server is: the URL below which the contract's paths lie.
 *
 * @param base the URL without a slash at its end
 * @param host as written, in lower case
 * @param path the URL's path, empty or starting with a slash
 */
public record Address(String base, String host, String path) {

  /** Reads a URL that a user typed; what may be a password in it is not repeated. */
  public static Checked<Address> of(String url) {
    URI uri;
    try {
      uri = new URI(url);
    } catch (URISyntaxException e) {
      return refused("the URL is none: " + e.getReason() + " at character " + (e.getIndex() + 1));
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return refused("the URL does not start with `http://` or `https://`");
    }
    if (uri.getRawUserInfo() != null) {
      return Checked.failed(Diagnostic.error("server-url", "the URL holds credentials")
          .withHint(
              "name them with `--basic`, which can read them from the environment or a file"));
    }
    if (uri.getHost() == null) {
      return refused("the URL names no host");
    }
    if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
      return refused("the URL has a query or a fragment, which no path can follow");
    }
    String base = uri.toASCIIString().replaceAll("/+$", "");
    String path = uri.getRawPath().replaceAll("/+$", "");
    return Checked.of(new Address(base, uri.getHost().toLowerCase(Locale.ROOT), path));
  }

  private static Checked<Address> refused(String why) {
    return Checked.failed(Diagnostic.error("server-url", why)
        .withHint(
            "for example `http://localhost:8080`, with the base path if the service has one"));
  }

  /** Whether the server is on this machine, which no name but {@code localhost} promises (RFC 6761). */
  public boolean isLoopback() {
    return host.equals("localhost")
        || host.endsWith(".localhost")
        || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}")
        || host.equals("[::1]")
        || host.equals("[0:0:0:0:0:0:0:1]");
  }

  /** The URL of a request's target. */
  public String url(String target) {
    return base + target;
  }
}
