package dev.hew.resource;

import dev.hew.contract.Operation;
import dev.hew.contract.Schema;
import dev.hew.contract.Schemas;
import dev.hew.model.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out whether the operations around one path keep something, and which of them do what. */
final class Recogniser {
  private final Schemas schemas;
  private final Map<String, List<Operation>> byPath;
  private final String path;
  private final Optional<String> knownKey;
  private final Optional<String> itemPath;
  private final Optional<String> variable;
  private final List<Resource.Member> members = new ArrayList<>();

  Recogniser(
      Schemas schemas,
      Map<String, List<Operation>> byPath,
      String path,
      Optional<String> knownKey) {
    this.schemas = schemas;
    this.byPath = byPath;
    this.path = path;
    this.knownKey = knownKey;
    this.itemPath = itemPath();
    this.variable = itemPath.map(p -> p.substring(path.length() + 2, p.length() - 1));
  }

  /** The resource at the path; empty when nothing is written there that is given back. */
  Optional<Resource> resource() {
    List<Operation> ofItems = itemPath.map(byPath::get).orElse(List.of());
    List<Operation> ofAll = byPath.getOrDefault(path, List.of());
    return collection(ofAll, ofItems)
        .or(() -> ofItems.isEmpty() ? singleThing(ofAll) : Optional.empty());
  }

  /** The path with one more variable; the one with most operations, where there are several. */
  private Optional<String> itemPath() {
    String below = path + "/";
    return byPath.keySet().stream()
        .filter(p -> p.startsWith(below))
        .filter(p -> Resources.VARIABLE.matcher(p.substring(below.length())).matches())
        .max(Comparator.comparingInt(p -> byPath.get(p).size()));
  }

  private Optional<Resource> collection(List<Operation> ofAll, List<Operation> ofItems) {
    Optional<Schema> item = item(ofAll, ofItems);
    ofAll.forEach(o -> ofCollection(o, item, !ofItems.isEmpty()).ifPresent(r -> add(o, r, item)));
    ofItems.forEach(o -> ofItem(o, item).ifPresent(r -> add(o, r, item)));
    if (!isKept(!ofItems.isEmpty())) {
      members.clear();
      return Optional.empty();
    }
    views().forEach(o -> ofView(o, item).ifPresent(r -> add(o, r, item)));
    return Optional.of(new Resource(
        path,
        variable,
        new KeyFinder(schemas, knownKey).key(variable, item),
        item,
        Optional.empty(),
        false,
        members));
  }

  /** Something is written whole and something is given back; without items of their own, by create and list. */
  private boolean isKept(boolean items) {
    boolean written = has(Role.CREATE) || has(Role.REPLACE);
    boolean given = has(Role.READ) || has(Role.LIST);
    return items ? written && given : has(Role.CREATE) && has(Role.LIST);
  }

  private boolean has(Role role) {
    return members.stream().anyMatch(m -> m.role() == role);
  }

  private void add(Operation operation, Role role, Optional<Schema> item) {
    Optional<String> shownIn = role == Role.LIST
        ? Optional.empty()
        : enveloped(Form.ofAnswer(operation, schemas)).map(Form.Wrapped::property);
    Optional<String> sentIn =
        sentIn(Form.ofBody(operation, schemas), item).map(Form.Wrapped::property);
    members.add(new Resource.Member(operation, role, shownIn, sentIn));
  }

  /** The same where nothing stands around what is kept. */
  private void addBare(Operation operation, Role role) {
    members.add(new Resource.Member(operation, role, Optional.empty(), Optional.empty()));
  }

  /** What an item looks like: as it is read, as it is listed, as it is answered, as it is sent. */
  private Optional<Schema> item(List<Operation> ofAll, List<Operation> ofItems) {
    Stream<Schema> read = on(ofItems, "GET").flatMap(o -> given(Form.ofAnswer(o, schemas)));
    Stream<Schema> listed =
        on(ofAll, "GET").flatMap(o -> listed(Form.ofAnswer(o, schemas)).stream());
    Stream<Schema> answered = Stream.concat(on(ofAll, "POST"), on(ofItems, "PUT"))
        .map(o -> Form.ofAnswer(o, schemas))
        .filter(answer -> !saysNothingOfItems(answer))
        .flatMap(this::given);
    Stream<Schema> sent = Stream.concat(on(ofItems, "PUT"), on(ofAll, "POST"))
        .flatMap(o -> one(Form.ofBody(o, schemas)));
    return Stream.of(read, listed, answered, sent).flatMap(s -> s).findFirst();
  }

  private static Stream<Operation> on(List<Operation> operations, String method) {
    return operations.stream().filter(o -> o.method().equals(method));
  }

  private static Stream<Schema> one(Form form) {
    return form.kind() == Form.Kind.ONE ? form.schema().stream() : Stream.empty();
  }

  /** The one thing of an answer, bare or with what is said of the call around it. */
  private Stream<Schema> given(Form answer) {
    return enveloped(answer).map(wrapped -> Stream.of(wrapped.item())).orElseGet(() -> one(answer));
  }

  /** The property of an answer that holds an item, where the answer is none itself. */
  private Optional<Form.Wrapped> enveloped(Form answer) {
    return variable.isEmpty()
        ? Optional.empty()
        : envelopes().ofAnswer(answer, bodies());
  }

  /** What is sent to the collection and its items, where it is one thing. */
  private Stream<Form> bodies() {
    return Stream.concat(Stream.of(path), itemPath.stream())
        .flatMap(p -> byPath.getOrDefault(p, List.of()).stream())
        .map(o -> Form.ofBody(o, schemas))
        .filter(body -> body.kind() == Form.Kind.ONE);
  }

  /** The property of a body that holds an item, where the body is none itself. */
  private Optional<Form.Wrapped> sentIn(Form body, Optional<Schema> item) {
    return item.flatMap(i -> envelopes().ofBody(body, i));
  }

  /** What is sent to an operation, without what stands around an item. */
  private Form sent(Operation operation, Optional<Schema> item) {
    Form body = Form.ofBody(operation, schemas);
    return sentIn(body, item)
        .map(inner -> new Form(Form.Kind.ONE, Optional.of(inner.item())))
        .orElse(body);
  }

  private ItemEnvelope envelopes() {
    return new ItemEnvelope(schemas, path, variable, knownKey);
  }

  /** Whether an answer speaks of the call, or of the key alone. */
  private boolean saysNothingOfItems(Form answer) {
    return answer.kind() == Form.Kind.ONE
        && Form.properties(answer.schema().orElseThrow(), schemas).stream()
            .allMatch(p -> OfTheCall.is(p)
                || p.equals("id")
                || variable
                    .filter(v -> Words.of(v).words().equals(Words.of(p).words()))
                    .isPresent());
  }

  /** The item of a list, bare or wrapped. */
  private Optional<Schema> listed(Form form) {
    return form.kind() == Form.Kind.MANY
        ? form.schema()
        : form.wrapped(schemas).map(Form.Wrapped::item);
  }

  private Optional<Role> ofCollection(
      Operation operation, Optional<Schema> item, boolean hasItems) {
    Form answer = Form.ofAnswer(operation, schemas);
    Form body = sent(operation, item);
    return switch (operation.method()) {
      case "GET" -> {
        boolean list =
            listed(answer).filter(i -> isItem(i, item)).isPresent() || hasItems && isOpen(answer);
        yield list ? Optional.of(Role.LIST) : Optional.empty();
      }
      case "POST" -> {
        boolean create = isWhole(body, item, hasItems) && givesBack(answer, item);
        yield create ? Optional.of(Role.CREATE) : Optional.empty();
      }
      case "PUT" -> {
        boolean replace = hasItems
            && body.kind() == Form.Kind.ONE
            && isWhole(body, item, true)
            && givesBack(answer, item);
        yield replace ? Optional.of(Role.REPLACE) : Optional.empty();
      }
      default -> Optional.empty();
    };
  }

  private Optional<Role> ofItem(Operation operation, Optional<Schema> item) {
    Form answer = Form.ofAnswer(operation, schemas);
    Form body = sent(operation, item);
    boolean sameOrNothing = givesBack(answer, item);
    return switch (operation.method()) {
      case "GET" ->
        body.kind() == Form.Kind.NOTHING
                && (given(answer).anyMatch(a -> isItem(a, item)) || isOpen(answer))
            ? Optional.of(Role.READ)
            : Optional.empty();
      case "PUT" ->
        isWhole(body, item, true) && sameOrNothing ? Optional.of(Role.REPLACE) : Optional.empty();
      case "PATCH" ->
        (isPatch(operation) || isWhole(body, item, true)) && sameOrNothing
            ? Optional.of(Role.PATCH)
            : Optional.empty();
      case "POST" ->
        body.kind() == Form.Kind.ONE
                && isWhole(body, item, true)
                && sameOrNothing
                && !saysNothingOfItems(answer)
            ? Optional.of(Role.PATCH)
            : Optional.empty();
      case "DELETE" -> sameOrNothing ? Optional.of(Role.DELETE) : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** Operations on a literal below the collection: a selection of its items, or several of them at once. */
  private Stream<Operation> views() {
    return byPath.entrySet().stream()
        .filter(e -> e.getKey().startsWith(path + "/"))
        .filter(e -> e.getKey().substring(path.length() + 1).matches("[^{}/]+"))
        .filter(e -> byPath.keySet().stream().noneMatch(p -> p.startsWith(e.getKey() + "/")))
        .flatMap(e -> e.getValue().stream());
  }

  private Optional<Role> ofView(Operation operation, Optional<Schema> item) {
    Form answer = Form.ofAnswer(operation, schemas);
    Form body = Form.ofBody(operation, schemas);
    boolean select = operation.method().equals("GET")
        && listed(answer).filter(i -> isItem(i, item)).isPresent();
    boolean several = operation.method().equals("POST")
        && body.kind() == Form.Kind.MANY
        && body.schema().filter(s -> isItem(s, item)).isPresent();
    return select ? Optional.of(Role.LIST) : several ? Optional.of(Role.CREATE) : Optional.empty();
  }

  /** One thing that is read and written at the same path. */
  private Optional<Resource> singleThing(List<Operation> operations) {
    Optional<Operation> read = on(operations, "GET").findFirst();
    Optional<Operation> write =
        Stream.concat(on(operations, "PUT"), on(operations, "PATCH")).findFirst();
    if (read.isEmpty() || write.isEmpty()) {
      return Optional.empty();
    }
    Form given = Form.ofAnswer(read.get(), schemas);
    Form sent = Form.ofBody(write.get(), schemas);
    Optional<Schema> item = one(given).findFirst().or(() -> one(sent).findFirst());
    boolean bytes = given.kind() == Form.Kind.UNKNOWN && sent.kind() != Form.Kind.NOTHING;
    boolean thing = given.kind() == Form.Kind.ONE
        && listed(given).isEmpty()
        && sent.kind() == Form.Kind.ONE
        && isWhole(sent, item, true);
    if (!bytes && !thing) {
      return Optional.empty();
    }
    addBare(read.get(), Role.READ);
    operations.forEach(o -> {
      boolean fits = bytes || isWhole(Form.ofBody(o, schemas), item, true);
      switch (o.method()) {
        case "PUT" -> addIf(fits, o, Role.REPLACE);
        case "PATCH" -> addIf(fits || isPatch(o), o, Role.PATCH);
        case "DELETE" -> addBare(o, Role.DELETE);
        default -> {}
      }
    });
    Optional<Schema> shown = bytes ? Optional.empty() : item;
    return Optional.of(new Resource(
        path, Optional.empty(), Optional.empty(), shown, Optional.empty(), true, members));
  }

  private void addIf(boolean so, Operation operation, Role role) {
    if (so) {
      addBare(operation, role);
    }
  }

  /** Whether nothing is said that could be held against the item. */
  private static boolean isOpen(Form form) {
    return form.kind() == Form.Kind.NOTHING || form.kind() == Form.Kind.UNKNOWN;
  }

  /** Whether a body is a whole item, or where nothing is known of items, whether there is a body at all. */
  private boolean isWhole(Form body, Optional<Schema> item, boolean hasItems) {
    return switch (body.kind()) {
      case ONE ->
        item.map(i -> Form.akin(body.schema().orElseThrow(), i, schemas)).orElse(true);
      case UNKNOWN -> hasItems;
      default -> false;
    };
  }

  /** Whether what is answered is the item or says nothing. */
  private boolean givesBack(Form answer, Optional<Schema> item) {
    return switch (answer.kind()) {
      case ONE -> saysNothingOfItems(answer) || given(answer).anyMatch(a -> isItem(a, item));
      case NOTHING, UNKNOWN -> true;
      default -> false;
    };
  }

  private boolean isItem(Schema shown, Optional<Schema> item) {
    return item.map(i -> Form.akin(shown, i, schemas)).orElse(true);
  }

  /** Whether the media type says that a body is a list of changes and no item: RFC 6902 and RFC 7396. */
  private static boolean isPatch(Operation operation) {
    return operation
        .body()
        .map(b -> b.content().stream().anyMatch(m -> m.isJsonPatch() || m.isMergePatch()))
        .orElse(false);
  }
}
