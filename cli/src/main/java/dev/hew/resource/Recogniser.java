package dev.hew.resource;

import dev.hew.contract.Operation;
import dev.hew.contract.Schema;
import dev.hew.contract.Schemas;
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
  private final List<Operation> ofAll;
  private final List<Operation> ofItems;
  private final Contents contents;
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
    this.ofItems = itemPath.map(byPath::get).orElse(List.of());
    this.ofAll = byPath.getOrDefault(path, List.of());
    List<Operation> around = Stream.concat(ofAll.stream(), ofItems.stream()).toList();
    ItemEnvelope envelopes = new ItemEnvelope(schemas, path, around, variable, knownKey);
    this.contents = new Contents(schemas, ofAll, ofItems, variable, envelopes);
  }

  /** The resource at the path; empty when nothing is written there that is given back. */
  Optional<Resource> resource() {
    return collection().or(() -> ofItems.isEmpty() ? singleThing() : Optional.empty());
  }

  /** The path with one more variable; the one with most operations, where there are several. */
  private Optional<String> itemPath() {
    String below = path + "/";
    return byPath.keySet().stream()
        .filter(p -> p.startsWith(below))
        .filter(p -> Resources.VARIABLE.matcher(p.substring(below.length())).matches())
        .max(Comparator.comparingInt(p -> byPath.get(p).size()));
  }

  private Optional<Resource> collection() {
    ofAll.forEach(o -> ofCollection(o).ifPresent(r -> add(o, r)));
    ofItems.forEach(o -> ofItem(o).ifPresent(r -> add(o, r)));
    if (!isKept(!ofItems.isEmpty())) {
      members.clear();
      return Optional.empty();
    }
    views().forEach(o -> ofView(o).ifPresent(r -> add(o, r)));
    return Optional.of(new Resource(
        path,
        variable,
        new KeyFinder(schemas, knownKey).key(variable, contents.item()),
        contents.item(),
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

  private void add(Operation operation, Role role) {
    Optional<Form.Wrapped> shownIn = role == Role.LIST
        ? Optional.empty()
        : contents.shownIn(Form.ofAnswer(operation, schemas));
    Optional<Form.Wrapped> sentIn = contents.sentIn(Form.ofBody(operation, schemas));
    members.add(new Resource.Member(
        operation,
        role,
        shownIn.map(Form.Wrapped::property),
        sentIn.map(Form.Wrapped::property)));
  }

  /** The same where nothing stands around what is kept. */
  private void addBare(Operation operation, Role role) {
    members.add(new Resource.Member(operation, role, Optional.empty(), Optional.empty()));
  }

  private Optional<Role> ofCollection(Operation operation) {
    boolean hasItems = !ofItems.isEmpty();
    Form answer = Form.ofAnswer(operation, schemas);
    Form body = contents.sent(operation);
    return switch (operation.method()) {
      case "GET" -> {
        boolean list = contents.lists(answer) || hasItems && Contents.isOpen(answer);
        yield list ? Optional.of(Role.LIST) : Optional.empty();
      }
      case "POST" -> {
        boolean create = contents.isWhole(body, hasItems) && contents.givesBack(answer);
        yield create ? Optional.of(Role.CREATE) : Optional.empty();
      }
      case "PUT" -> {
        boolean replace = hasItems
            && body.kind() == Form.Kind.ONE
            && contents.isWhole(body, true)
            && contents.givesBack(answer);
        yield replace ? Optional.of(Role.REPLACE) : Optional.empty();
      }
      default -> Optional.empty();
    };
  }

  private Optional<Role> ofItem(Operation operation) {
    Form answer = Form.ofAnswer(operation, schemas);
    Form body = contents.sent(operation);
    boolean sameOrNothing = contents.givesBack(answer);
    boolean whole = contents.isWhole(body, true);
    return switch (operation.method()) {
      case "GET" ->
        body.kind() == Form.Kind.NOTHING
                && (contents.shows(answer) || Contents.isOpen(answer))
            ? Optional.of(Role.READ)
            : Optional.empty();
      case "PUT" ->
        whole && sameOrNothing ? Optional.of(Role.REPLACE) : Optional.empty();
      case "PATCH" ->
        (isPatch(operation) || whole) && sameOrNothing
            ? Optional.of(Role.PATCH)
            : Optional.empty();
      case "POST" ->
        body.kind() == Form.Kind.ONE
                && whole
                && sameOrNothing
                && !contents.saysNothingOfItems(answer)
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

  private Optional<Role> ofView(Operation operation) {
    Form answer = Form.ofAnswer(operation, schemas);
    Form body = Form.ofBody(operation, schemas);
    boolean select = operation.method().equals("GET") && contents.lists(answer);
    boolean several = operation.method().equals("POST")
        && body.kind() == Form.Kind.MANY
        && body.schema().filter(contents::isItem).isPresent();
    return select ? Optional.of(Role.LIST) : several ? Optional.of(Role.CREATE) : Optional.empty();
  }

  /** One thing that is read and written at the same path. */
  private Optional<Resource> singleThing() {
    Optional<Operation> read = Contents.on(ofAll, "GET").findFirst();
    Optional<Operation> write =
        Stream.concat(Contents.on(ofAll, "PUT"), Contents.on(ofAll, "PATCH")).findFirst();
    if (read.isEmpty() || write.isEmpty()) {
      return Optional.empty();
    }
    Form given = Form.ofAnswer(read.get(), schemas);
    Form sent = Form.ofBody(write.get(), schemas);
    Optional<Schema> item =
        Contents.one(given).findFirst().or(() -> Contents.one(sent).findFirst());
    boolean bytes = given.kind() == Form.Kind.UNKNOWN && sent.kind() != Form.Kind.NOTHING;
    boolean thing = given.kind() == Form.Kind.ONE
        && contents.listed(given).isEmpty()
        && isLike(sent, item);
    if (!bytes && !thing) {
      return Optional.empty();
    }
    addBare(read.get(), Role.READ);
    ofAll.forEach(o -> {
      Form body = Form.ofBody(o, schemas);
      boolean fits = bytes
          || body.kind() == Form.Kind.UNKNOWN
          || isLike(body, item);
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

  private boolean isLike(Form body, Optional<Schema> item) {
    return item.isPresent() && Contents.one(body).anyMatch(s -> Form.akin(s, item.get(), schemas));
  }

  private void addIf(boolean so, Operation operation, Role role) {
    if (so) {
      addBare(operation, role);
    }
  }

  /** Whether the media type says that a body is a list of changes and no item: RFC 6902 and RFC 7396. */
  private static boolean isPatch(Operation operation) {
    return operation
        .body()
        .map(b -> b.content().stream().anyMatch(m -> m.isJsonPatch() || m.isMergePatch()))
        .orElse(false);
  }
}
