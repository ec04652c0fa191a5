package dev.hew.storage;

import dev.hew.model.Endpoint;
import dev.hew.model.Service;
import dev.hew.model.Text;
import dev.hew.resource.Resources;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a service stores and how, as templates see it.
 *
 * @param tables parents before those that refer to them
 * @param unkept why an operation of a resource is not written, by the operation's place
 */
public record Storage(List<Table> tables, Map<String, String> unkept) {
  /** Columns for a line of SQL in a text block. */
  private static final int ROOM = 98;

  public Storage {
    tables = List.copyOf(tables);
    unkept = Map.copyOf(unkept);
  }

  /** A service that stores nothing. */
  public static Storage none() {
    return new Storage(List.of(), Map.of());
  }

  /** The resources with no more than the operations that are written, below no others than those that are stored. */
  public Resources kept(Resources all) {
    Set<String> written = handlers().map(h -> h.endpoint().place()).collect(Collectors.toSet());
    Set<String> paths = tables.stream().map(Table::path).collect(Collectors.toSet());
    return new Resources(all.all().stream()
        .map(r -> r.only(o -> written.contains(o.place().toString())).below(paths))
        .filter(r -> !r.members().isEmpty())
        .toList());
  }

  public boolean any() {
    return !tables.isEmpty();
  }

  /** Whether any column waits for its owner to compute what belongs there. */
  public boolean anyComputed() {
    return tables.stream().anyMatch(t -> !t.computed().isEmpty());
  }

  /** Whether any column keeps passwords as they are sent. */
  public boolean anySecret() {
    return tables.stream().anyMatch(t -> !t.secrets().isEmpty());
  }

  /** What an endpoint does with a table. */
  public Optional<Handler> handler(Endpoint endpoint) {
    return tables.stream()
        .flatMap(t -> t.handlers().stream())
        .filter(h -> h.endpoint() == endpoint)
        .findFirst();
  }

  /** The table that an endpoint works on. */
  public Optional<Table> table(Endpoint endpoint) {
    return tables.stream()
        .filter(t -> t.handlers().stream().anyMatch(h -> h.endpoint() == endpoint))
        .findFirst();
  }

  /** The endpoints of some operations that are written. */
  public List<Endpoint> written(Service.Api api) {
    return api.endpoints().stream().filter(e -> handler(e).isPresent()).toList();
  }

  /** The classes that a controller needs, by what it calls them, in the order of their names. */
  public Map<String, String> repositories(Service.Api api) {
    Map<String, String> needed = new TreeMap<>();
    written(api).forEach(endpoint -> {
      Table table = table(endpoint).orElseThrow();
      needed.put(table.field(), table.repository());
      if (handler(endpoint).orElseThrow().checksParent()) {
        table.parent().ifPresent(p -> needed.put(p.field(), p.repository()));
      }
    });
    return needed;
  }

  /** Whether any operation tells where a new item is. */
  public boolean anyLocation() {
    return tables.stream()
        .filter(t -> t.key().isPresent())
        .flatMap(t -> t.handlers().stream())
        .anyMatch(h -> h.role().equals("create") && h.status() == 201 && h.located());
  }

  /** Whether callers may say which version of an item a change is meant for. */
  public boolean anyCondition() {
    return handlers().anyMatch(h -> h.condition().isPresent());
  }

  /** Whether callers may say since when an item must not have changed. */
  public boolean anySince() {
    return handlers().anyMatch(h -> h.since().isPresent());
  }

  /** Whether items are changed by patches, lists of changes among them. */
  public boolean anyPatches() {
    return patches().findAny().isPresent();
  }

  /** Whether any patch is a merge patch, or whether any is a list of changes. */
  public boolean anyPatch(boolean merges) {
    return patches().anyMatch(p -> p.merges() == merges);
  }

  /** Whether any of them takes a patch. */
  public boolean hasPatches(Service.Api api) {
    return written(api).stream().anyMatch(e -> handler(e).orElseThrow().patch().isPresent());
  }

  /** Whether what a patch leaves is held against the schema of that name. */
  public boolean holds(String schema) {
    return patches().anyMatch(p -> p.schema().equals(Text.of(schema)));
  }

  private Stream<Handler.Patch> patches() {
    return handlers().flatMap(h -> h.patch().stream());
  }

  /** Whether callers are told of the versions of any items. */
  public boolean anyVersion() {
    return tables.stream().anyMatch(t -> t.version().isPresent());
  }

  /** Whether any operation has a number as text in its path. */
  public boolean anyNumber() {
    return handlers()
        .flatMap(h -> h.row().stream())
        .anyMatch(a -> a.expression().startsWith("Replies.number("));
  }

  /** Whether any operation may find that what it is asked for is not there. */
  public boolean anyMissing() {
    return tables.stream()
        .anyMatch(t ->
            t.handlers().stream().anyMatch(h -> !h.checksParent() || t.parent().isPresent()));
  }

  /** Whether any list comes in parts, or holds no more than is asked for. */
  public boolean anyWalk() {
    return handlers()
        .flatMap(h -> h.listing().stream())
        .anyMatch(l -> l.page().isPresent() || !l.filters().isEmpty());
  }

  /** Whether any list gives callers a part who do not say how much they want. */
  public boolean anyCut() {
    return handlers()
        .flatMap(h -> h.listing().stream())
        .anyMatch(l -> l.page().filter(Listing.Page::cuts).isPresent());
  }

  /** Whether any list goes on from where a cursor stands. */
  public boolean anySlice() {
    return cursors().findAny().isPresent();
  }

  /** Whether any cursor is an item's key, or is not. */
  public boolean anyCursor(boolean key) {
    return cursors().anyMatch(c -> c.isKey() == key);
  }

  /** Whether any answer has the next cursor in some way: {@code cursor link header key}. */
  public boolean anyCursorIn(String told) {
    return cursors().anyMatch(c -> c.told().equals(told));
  }

  /** Whether any answer has the URI of what comes next. */
  public boolean anyLink() {
    return anyCursorIn("link") || anyCursorIn("header");
  }

  /** Whether controllers answer with anything beside items. */
  public boolean anyReply() {
    return anyLocation()
        || anyNumber()
        || anyCondition()
        || anySince()
        || anyMissing()
        || anyLink();
  }

  private Stream<Listing.Cursor> cursors() {
    return handlers().flatMap(h -> h.listing().stream()).flatMap(l -> l.cursor().stream());
  }

  /** What the controller of some operations may have to import for their items. */
  public List<String> imports(Service.Api api) {
    Set<String> all = new TreeSet<>();
    written(api).forEach(e -> {
      Table table = table(e).orElseThrow();
      all.addAll(table.itemImports());
      handler(e).flatMap(h -> h.answered().projection()).ifPresent(p -> all.addAll(p.allImports()));
      handler(e)
          .flatMap(Handler::listing)
          .flatMap(Listing::each)
          .ifPresent(p -> all.addAll(p.allImports()));
      handler(e)
          .flatMap(Handler::listing)
          .flatMap(Listing::wrapper)
          .ifPresent(w -> all.addAll(w.allImports()));
    });
    return List.copyOf(all);
  }

  /** Whether a table is asked for a row by others, or by itself before it writes. */
  public boolean isAsked(Table table) {
    boolean above = tables.stream()
        .anyMatch(t -> t.parent().filter(p -> p.path().equals(table.path())).isPresent()
            && t.handlers().stream().anyMatch(Handler::checksParent));
    return above
        || table.numbers()
        || table.handlers().stream().anyMatch(h -> h.upsert() && h.created() != h.status());
  }

  /** Whether anybody looks for one row of a table. */
  public boolean isFound(Table table) {
    return table.handlers().stream()
        .anyMatch(h -> h.role().equals("read")
            || h.assigns() && h.mayChangeNothing()
            || h.role().equals("delete") && h.answered().showsItem());
  }

  /** Pieces of SQL, as many on a line as there is room for. */
  public List<String> lines(List<String> pieces) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String piece : pieces) {
      if (!line.isEmpty() && line.length() + 2 + piece.length() > ROOM) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : ", ").append(piece);
    }
    lines.add(line.toString());
    return lines;
  }

  public boolean anyFilter() {
    return handlers()
        .anyMatch(h -> h.listing().filter(l -> !l.filters().isEmpty()).isPresent());
  }

  /** Whether any list that goes on from a cursor is filtered. */
  public boolean anyFilterOfSlices() {
    return handlers()
        .flatMap(h -> h.listing().stream())
        .anyMatch(l -> !l.filters().isEmpty() && l.cursor().isPresent());
  }

  /** Whether any list is filtered by several values at once. */
  public boolean anyFilterOfSeveral() {
    return handlers()
        .flatMap(h -> h.listing().stream())
        .flatMap(l -> l.filters().stream())
        .anyMatch(Listing.Filter::several);
  }

  /** Whether any change sets no more columns than it has values for. */
  public boolean anyAssignment() {
    return handlers().anyMatch(Handler::assigns);
  }

  public boolean anyJson() {
    return json().findAny().isPresent();
  }

  /** Whether any value that is kept as JSON has a type with parameters of its own. */
  public boolean anyGeneric() {
    return json().anyMatch(Value::generic);
  }

  /** Whether any value that is kept as JSON has a type without parameters. */
  public boolean anyPlainJson() {
    return json().anyMatch(v -> !v.generic());
  }

  private Stream<Value> json() {
    return tables.stream()
        .flatMap(t -> t.all().stream())
        .map(Column::value)
        .filter(v -> v.kind().equals("json"));
  }

  private Stream<Handler> handlers() {
    return tables.stream().flatMap(t -> t.handlers().stream());
  }

  /** The operations that are still to be written: those with a form that no method answers. */
  public List<Endpoint> stubs(Service service) {
    Map<String, Endpoint> left = new LinkedHashMap<>();
    service.apis().stream()
        .flatMap(api -> api.endpoints().stream())
        .filter(e -> handler(e).isEmpty())
        .forEach(e -> left.putIfAbsent(e.name(), e));
    return List.copyOf(left.values());
  }

  /** Whether any endpoint answers some calls as a stub. */
  public boolean anyPartial() {
    return handlers().anyMatch(h -> !h.untold().isEmpty());
  }

  /** The endpoints that answer some calls as stubs: those with parameters of which nothing tells what they do. */
  public List<Endpoint> partial(Service.Api api) {
    return written(api).stream()
        .filter(e -> !handler(e).orElseThrow().untold().isEmpty())
        .toList();
  }

  /** Why an operation is left to its owner. */
  public Text reason(Endpoint endpoint) {
    return Text.of(reason(endpoint.place()));
  }

  /** The same of the operation at a place. */
  public String reason(String place) {
    return unkept.getOrDefault(
        place,
        handlers().anyMatch(h -> h.endpoint().place().equals(place))
            ? "its body has another form beside the one that is stored"
            : "nothing that the contract adds and gives back has its path and form");
  }
}
