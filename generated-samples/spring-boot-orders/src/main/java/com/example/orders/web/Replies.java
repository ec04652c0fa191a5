package com.example.orders.web;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What controllers answer with beside items. */
final class Replies {
  private Replies() {}

  /** Where the item with this key is, seen from where it was added. */
  static URI location(Object key) {
    return ServletUriComponentsBuilder.fromCurrentRequestUri().pathSegment("{key}").build(key);
  }

  static ResponseStatusException missing(String what) {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such " + what + ".");
  }
}
