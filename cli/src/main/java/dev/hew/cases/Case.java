package dev.hew.cases;

import dev.hew.yaml.Node;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One proof of a contract: what is sent, and what must come back.
 *
 * @param id unique in the contract and stable as long as the operation keeps its name
 * @param operation method and path as the contract has them, for example {@code GET /pets/{petId}}
 * @param exempt why nothing can be sent; the case then has no steps
 * @param why the JSON Pointer of what the case proves, for example {@code #/paths/~1pets/get/responses/200}
 */
public record Case(
    String id, String operation, Kind kind, Optional<String> exempt, List<Step> steps, String why) {

  public Case {
    steps = List.copyOf(steps);
  }

  /** What a case is about. */
  public enum Kind {
    /** A right request. */
    SUCCESS,
    /** A request that the contract forbids. */
    NEGATIVE,
    /** A method or media type that the contract does not offer. */
    NEGOTIATION,
    /** A request with credentials that do not suffice, or with others than the rest of the cases has. */
    AUTH,
    /** Requests that hang on each other: what one leaves behind, the next one finds. */
    STATE;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A request with its answer.
   *
   * @param alternatives other right answers to the same request, between which a server decides by its data
   * @param walk how the same request goes on through the parts of a list; empty for a request that is sent once
   */
  public record Step(
      Request request, Expect expect, List<Expect> alternatives, Optional<Walk> walk) {
    public Step {
      alternatives = List.copyOf(alternatives);
    }

    public Step(Request request, Expect expect, List<Expect> alternatives) {
      this(request, expect, alternatives, Optional.empty());
    }

    /** The same answers, to another request. */
    public Step with(Request other) {
      return new Step(other, expect, alternatives, walk);
    }
  }

  /**
   * A way through all parts of a list. Each part is answered as expected, and no item is in two of them.
   *
   * @param by how the next part is asked for
   * @param parameter of the query that says where a part begins
   * @param at the properties of an answer that lead to what {@code by} says
   * @param stride what a number grows by
   * @param items the properties of an answer that lead to its items; none when it is the list itself
   * @param key the property that tells items apart
   * @param sees keys that have to come by, each as JSON or as a reference to an earlier answer
   * @param misses keys that must not, likewise
   */
  public record Walk(
      By by,
      String parameter,
      List<String> at,
      int stride,
      List<String> items,
      String key,
      List<Node> sees,
      List<Node> misses) {
    /** How the next part is asked for, until there is none. */
    public enum By {
      /** Not at all: the list comes whole. */
      NOTHING,
      /** By a text that the answer has, while it has one. */
      CURSOR,
      /** By the query of a URI that the answer has, while it has one. */
      LINK,
      /** By the query of the URI in its header {@code Link} with the relation {@code next}, while it has one. */
      HEADER,
      /** By the key of the last item, while a flag in the answer is true. */
      KEY,
      /** By a higher number, while there are items. */
      NUMBER;

      public String word() {
        return name().toLowerCase(Locale.ROOT);
      }
    }

    public Walk {
      at = List.copyOf(at);
      items = List.copyOf(items);
      sees = List.copyOf(sees);
      misses = List.copyOf(misses);
    }

    /** The same way, on which other keys come by. */
    Walk past(List<Node> those, List<Node> notThese) {
      return new Walk(by, parameter, at, stride, items, key, those, notThese);
    }
  }

  /**
   * A request, ready to be sent but for its credentials. Where one belongs stands {@code {{auth.scheme}}}, or
   * {@code {{auth.scheme scope scope}}} for a token: whoever sends the request puts in an API key, the Base64 of user and
   * password, or a token with no more than these scopes. Schemes and scopes are percent-encoded.
   * References to earlier answers of the same case stand in the same way: {@code {{1.$.id}}} is the property {@code id} of
   * the first step's JSON body. In a target it is to be percent-encoded; in a body, where it stands alone between quotes, it
   * stands for the JSON value with the quotes. {@code {{1.@ETag}}} in a header is that header of the first step's answer.
   *
   * @param target path and query, percent-encoded, without the server's base path
   * @param headers in the order to be sent
   * @param schema the name of the schema that a JSON body keeps to; a runner checks it before it sends
   * @param violates the name of the schema that a JSON body breaks on purpose; checked likewise
   */
  public record Request(
      String method,
      String target,
      Map<String, String> headers,
      Optional<Payload> body,
      Optional<String> schema,
      Optional<String> violates) {
    public Request {
      headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    public Request withTarget(String other) {
      return new Request(method, other, headers, body, schema, violates);
    }

    public Request withHeaders(Map<String, String> other) {
      return new Request(method, target, other, body, schema, violates);
    }

    public Request withBody(Optional<Payload> other) {
      return new Request(method, target, headers, other, schema, violates);
    }
  }

  /**
   * What an answer must be.
   *
   * @param status codes such as {@code 200}, ranges such as {@code 2XX}, or {@code default} for any; one must match
   * @param contentType media types or ranges, one of which must match; empty when none is asked for
   * @param schema the name of the schema for a JSON body
   * @param holds what a JSON body has to hold, perhaps beside more: objects at least these properties, all else as it is;
   *     a null may also be missing
   */
  public record Expect(
      List<String> status,
      List<String> contentType,
      Optional<String> schema,
      List<HeaderExpect> headers,
      Optional<Node> holds) {
    public Expect {
      status = List.copyOf(status);
      contentType = List.copyOf(contentType);
      headers = List.copyOf(headers);
    }

    public Expect(
        List<String> status,
        List<String> contentType,
        Optional<String> schema,
        List<HeaderExpect> headers) {
      this(status, contentType, schema, headers, Optional.empty());
    }

    /** The same, and the body has to hold this. */
    Expect holding(Node value) {
      return new Expect(status, contentType, schema, headers, Optional.of(value));
    }
  }

  /**
   * A header of an answer.
   *
   * @param schema the name of the schema of its value
   */
  public record HeaderExpect(String name, boolean required, String schema) {}
}
