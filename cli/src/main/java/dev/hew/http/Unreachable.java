package dev.hew.http;

import java.io.IOException;

/** No connection to a server came about: nothing was sent. */
public final class Unreachable extends IOException {
  private static final long serialVersionUID = 1L;

  Unreachable(String reason, Throwable cause) {
    super(reason, cause);
  }
}
