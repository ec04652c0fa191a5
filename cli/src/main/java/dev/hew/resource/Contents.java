package dev.hew.resource;

import dev.hew.contract.Operation;
import dev.hew.contract.Schema;
import dev.hew.contract.Schemas;
import dev.hew.model.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the bodies and answers around one path say of items, without what stands around these. */
final class Contents {
  private final Schemas schemas;
  private final List<Operation> ofAll;
  private final List<Operation> ofItems;
  private final Optional<String> variable;
  private final ItemEnvelope envelopes;
  private final Optional<Schema> listed;
  private final Optional<Schema> item;

  /**
   * @param ofAll the operations on the path
   * @param ofItems those on the path of an item
   */
  Contents(
      Schemas schemas,
      List<Operation> ofAll,
      List<Operation> ofItems,
      Optional<String> variable,
      ItemEnvelope envelopes) {
    this.schemas = schemas;
    this.ofAll = ofAll;
    this.ofItems = ofItems;
    this.variable = variable;
    this.envelopes = envelopes;
    this.listed =
        on(ofAll, "GET").flatMap(o -> listed(Form.ofAnswer(o, schemas)).stream()).findFirst();
    this.item = known();
  }

  /** What an item looks like: as it is read, as it is listed, as it is answered, as it is sent. */
  Optional<Schema> item() {
    return item;
  }

  private Optional<Schema> known() {
    Stream<Schema> read = on(ofItems, "GET").flatMap(o -> given(Form.ofAnswer(o, schemas)));
    Stream<Schema> answered = Stream.concat(on(ofAll, "POST"), on(ofItems, "PUT"))
        .map(o -> Form.ofAnswer(o, schemas))
        .filter(answer -> !saysNothingOfItems(answer))
        .flatMap(this::given);
    Stream<Schema> sent = Stream.concat(on(ofItems, "PUT"), on(ofAll, "POST"))
        .flatMap(o -> one(Form.ofBody(o, schemas)));
    return Stream.of(read, listed.stream(), answered, sent).flatMap(s -> s).findFirst();
  }

  static Stream<Operation> on(List<Operation> operations, String method) {
    return operations.stream().filter(o -> o.method().equals(method));
  }

  static Stream<Schema> one(Form form) {
    return form.kind() == Form.Kind.ONE ? form.schema().stream() : Stream.empty();
  }

  /** The one thing of an answer, bare or with what is said of the call around it. */
  private Stream<Schema> given(Form answer) {
    return shownIn(answer).map(wrapped -> Stream.of(wrapped.item())).orElseGet(() -> one(answer));
  }

  /** The property of an answer that holds an item, where the answer is none itself. */
  Optional<Form.Wrapped> shownIn(Form answer) {
    return variable.isEmpty()
        ? listed.flatMap(like -> envelopes.ofAnswer(answer, like))
        : envelopes.ofAnswer(answer);
  }

  /** The property of a body that holds an item, where the body is none itself. */
  Optional<Form.Wrapped> sentIn(Form body) {
    return item.flatMap(like -> envelopes.ofBody(body, like));
  }

  /** What is sent to an operation, without what stands around an item. */
  Form sent(Operation operation) {
    Form body = Form.ofBody(operation, schemas);
    return sentIn(body)
        .map(inner -> new Form(Form.Kind.ONE, Optional.of(inner.item())))
        .orElse(body);
  }

  /** Whether an answer speaks of the call, or of the key alone. */
  boolean saysNothingOfItems(Form answer) {
    return answer.kind() == Form.Kind.ONE
        && Form.properties(answer.schema().orElseThrow(), schemas).stream()
            .allMatch(p -> OfTheCall.is(p)
                || p.equals("id")
                || variable
                    .filter(v -> Words.of(v).words().equals(Words.of(p).words()))
                    .isPresent());
  }

  /** The item of a list, bare or wrapped. */
  Optional<Schema> listed(Form form) {
    return form.kind() == Form.Kind.MANY
        ? form.schema()
        : form.wrapped(schemas).map(Form.Wrapped::item);
  }

  /** Whether an answer is a list of items. */
  boolean lists(Form answer) {
    return listed(answer).filter(this::isItem).isPresent();
  }

  /** Whether nothing is said that could be held against the item. */
  static boolean isOpen(Form form) {
    return form.kind() == Form.Kind.NOTHING || form.kind() == Form.Kind.UNKNOWN;
  }

  /** Whether a body is a whole item, or where nothing is known of items, whether there is a body at all. */
  boolean isWhole(Form body, boolean hasItems) {
    return switch (body.kind()) {
      case ONE -> isItem(body.schema().orElseThrow());
      case UNKNOWN -> hasItems;
      default -> false;
    };
  }

  /** Whether what is answered is the item or says nothing. */
  boolean givesBack(Form answer) {
    return switch (answer.kind()) {
      case ONE -> saysNothingOfItems(answer) || shows(answer);
      case NOTHING, UNKNOWN -> true;
      default -> false;
    };
  }

  /** Whether an answer is the item. */
  boolean shows(Form answer) {
    return given(answer).anyMatch(this::isItem);
  }

  boolean isItem(Schema shown) {
    return item.map(i -> Form.akin(shown, i, schemas)).orElse(true);
  }
}
