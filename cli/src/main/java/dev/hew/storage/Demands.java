package dev.hew.storage;

import dev.hew.contract.Header;
import dev.hew.contract.Operation;
import dev.hew.model.Endpoint;
import dev.hew.resource.Role;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What an operation may ask for beyond what is stored. */
final class Demands {
  /** Headers of answers that are written, or may be left to the server. */
  private static final Set<String> KNOWN_HEADERS =
      Set.of("location", "content-type", "content-length", "etag");

  private Demands() {}

  /**
   * @throws Unkept when an answer needs a header that nothing tells
   */
  static void checkHeaders(Operation operation, Role role, boolean dated) {
    List<Header> demanded = operation.goodAnswers().stream()
        .flatMap(r -> r.headers().stream())
        .filter(Header::required)
        .toList();
    for (Header header : demanded) {
      String name = header.name().toLowerCase(Locale.ROOT);
      boolean told = KNOWN_HEADERS.contains(name) || dated && name.equals("last-modified");
      if (!told || name.equals("etag") && role == Role.LIST) {
        throw new Unkept("its answer needs the header `" + header.name() + "`");
      }
    }
  }

  /**
   * @throws Unkept when it has a parameter beside those of the path and the headers
   */
  static void checkQuery(Endpoint endpoint, Operation operation) {
    endpoint.parameters().stream()
        .filter(p -> p.in().equals("query"))
        .map(p -> ListingModeler.name(operation, p))
        .findFirst()
        .ifPresent(name -> {
          throw new Unkept("nothing tells what its parameter `" + name + "` does");
        });
  }
}
