package dev.hew.storage;

import dev.hew.contract.Header;
import dev.hew.contract.Operation;
import dev.hew.model.Endpoint;
import dev.hew.model.Text;
import dev.hew.resource.Resource;
import dev.hew.resource.Role;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What an operation may ask for beyond what is stored. */
final class Demands {
  /** Headers of answers that are written, or may be left to the server. */
  private static final Set<String> KNOWN_HEADERS =
      Set.of("location", "content-type", "content-length", "etag");

  /** With more parameters that only its owner understands, an operation is a search of its own. */
  private static final int FEW = 6;

  private static final Text FALSE = Text.of("false");

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
   * The parameters of the query of which nothing tells what they do, of an operation that lists nothing.
   *
   * @throws Unkept when there is no telling whether a call asks for what they do
   */
  static List<Handler.Untold> untold(Endpoint endpoint, Operation operation, Resource resource) {
    return untold(
        endpoint.parameters().stream().filter(p -> p.in().equals("query")).toList(),
        operation,
        resource,
        name -> "nothing tells what its parameter `" + name + "` does");
  }

  /**
   * @param why what is said of a parameter for which the operation is left to its owner
   * @throws Unkept when there is no telling whether a call asks for what they do, or when they are what the operation is
   *     for: many of them, or on a path of its own below that of the items
   */
  static List<Handler.Untold> untold(
      List<Endpoint.Param> params,
      Operation operation,
      Resource resource,
      UnaryOperator<String> why) {
    boolean own = params.size() <= FEW && !resource.isView(operation);
    return params.stream()
        .map(p -> asked(p)
            .filter(asked -> own)
            .map(asked -> new Handler.Untold(p.key(), asked))
            .orElseThrow(() -> new Unkept(why.apply(ListingModeler.name(operation, p)))))
        .toList();
  }

  /** When a call asks for what a parameter does, as an expression; empty where nothing tells. */
  private static Optional<String> asked(Endpoint.Param param) {
    if (param.required()) {
      return Optional.empty();
    }
    if (param.defaultValue().isEmpty()) {
      return Optional.of(param.name() + " != null");
    }
    return param.type().scalar().equals("boolean")
        ? param.defaultValue().map(d -> d.equals(FALSE) ? param.name() : "!" + param.name())
        : Optional.empty();
  }
}
