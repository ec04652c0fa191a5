package dev.hew.storage;

import dev.hew.contract.Operation;
import dev.hew.contract.Parameter;
import dev.hew.contract.Schema;
import dev.hew.contract.Schemas;
import dev.hew.model.Endpoint;
import dev.hew.model.Shape;
import dev.hew.model.Text;
import dev.hew.model.TypeDef;
import dev.hew.model.TypeUse;
import dev.hew.resource.Paging;
import dev.hew.resource.Resource;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Works out how a list is filtered, ordered and cut into pages. */
final class ListingModeler {
  /** How many items a part has that is known to be one, where neither caller nor contract says. */
  private static final long PART = 100;

  private static final Pattern LEAST = Pattern.compile("@Min\\((\\d{1,9})\\)");

  private final Schemas schemas;
  private final Map<String, TypeDef> types;
  private final WrapperModeler wrappers;
  private final ProjectionModeler projections;

  ListingModeler(Schemas schemas, Map<String, TypeDef> types, ProjectionModeler projections) {
    this.schemas = schemas;
    this.types = types;
    this.wrappers = new WrapperModeler(schemas, types);
    this.projections = projections;
  }

  /**
   * @throws Unkept when a parameter or a member of the answer means something that cannot be told
   */
  Listing listing(Operation operation, Endpoint endpoint, Resource resource, Table table) {
    List<Listing.Filter> filters = new ArrayList<>();
    List<Endpoint.Param> untold = new ArrayList<>();
    Optional<Listing.Sort> sort = Optional.empty();
    Paging paging = Paging.of(operation, resource, schemas);
    Pages pages = new Pages(paging);
    for (Endpoint.Param param : endpoint.parameters()) {
      if (!param.in().equals("query")) {
        continue;
      }
      Optional<Listing.Filter> filter = filter(param, table);
      if (filter.isPresent()) {
        filters.add(filter.get());
      } else if (!pages.takes(param)) {
        Optional<Listing.Sort> order = sort.isPresent() ? Optional.empty() : sort(param, table);
        if (order.isPresent()) {
          sort = order;
        } else {
          untold.add(param);
        }
      }
    }
    Optional<Listing.Page> whole = pages.page();
    if (sort.isPresent() && whole.flatMap(Listing.Page::cursor).isPresent()) {
      throw new Unkept("its cursor is a place in an order that callers choose");
    }
    TypeDef element = element(endpoint.result(), table, paging);
    Optional<Projection> each = element == table.item()
        ? Optional.empty()
        : Optional.of(projections.each(element, table, resource.variable()));
    Optional<Schema> schema =
        operation.successes().stream().flatMap(r -> r.json().stream()).findFirst();
    Optional<Listing.Wrapper> wrapper =
        wrappers.wrapper(endpoint.result(), schema, element.name(), whole, paging);
    Optional<Listing.Page> page = whole.map(p -> p.of(most(operation, paging, p, wrapper)));
    return new Listing(filters, sort, page, each, wrapper, untold(untold, operation, resource));
  }

  private static List<Handler.Untold> untold(
      List<Endpoint.Param> params, Operation operation, Resource resource) {
    return Demands.untold(
        params,
        operation,
        resource,
        name -> "its parameter `" + name
            + "` is no property of an item to select by, and no way to order or page");
  }

  /** The type of what an answer lists; that of the items where it lists nothing that could be made of them. */
  private TypeDef element(TypeUse result, Table table, Paging paging) {
    return new Around(types)
        .inside(result, paging.items())
        .filter(use -> use.names().size() == 1 && !use.names().contains(use.inner()))
        .map(use -> types.get(use.names().iterator().next()))
        .filter(type -> type != null && type.kind().equals("record"))
        .orElse(table.item());
  }

  /**
   * How many items a caller gets who does not say how many: no more than anybody may ask for; and no more than one part
   * where callers go on by page or cursor, or the answer says that there is more. Anybody else takes what comes for all.
   */
  private Optional<Long> most(
      Operation operation, Paging paging, Listing.Page page, Optional<Listing.Wrapper> wrapper) {
    Optional<Long> allowed = operation.parameters().stream()
        .filter(p -> p.in() == Parameter.In.QUERY)
        .filter(p -> paging.limit().filter(p.name()::equals).isPresent())
        .flatMap(p -> Shape.of(p.schema(), schemas).smallest("maximum").stream())
        .findFirst()
        .filter(n -> n.signum() > 0 && n.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) < 0)
        .map(BigDecimal::longValue);
    boolean part = page.cursor().isPresent()
        || page.number().isPresent()
        || wrapper.filter(Listing.Wrapper::tellsOfMore).isPresent();
    return part ? Optional.of(Math.min(PART, allowed.orElse(PART))) : allowed;
  }

  /** What the contract calls a parameter. */
  static String name(Operation operation, Endpoint.Param param) {
    return operation.parameters().stream()
        .map(Parameter::name)
        .filter(name -> Text.of(name).equals(param.key()))
        .findFirst()
        .orElse(param.name());
  }

  /** A parameter that is called as a property: its value, or one of them, has to be the property's. */
  private Optional<Listing.Filter> filter(Endpoint.Param param, Table table) {
    boolean several = param.type().kind().equals("list");
    String text = param.type().text();
    Optional<Column> column = table.columns().stream()
        .filter(c -> !table.isScope(c))
        .filter(c -> c.value().property().equals(param.key())
            || several && isPlural(param.key(), c.value().property()))
        .findFirst();
    if (column.isEmpty() || param.binding().equals("styled")) {
      return Optional.empty();
    }
    String type = several ? text.substring(text.indexOf('<') + 1, text.length() - 1) : text;
    Value known = column.get().value();
    boolean fits =
        !known.kind().equals("json") && !known.kind().equals("bytes") && type.equals(known.type());
    if (!fits) {
      return Optional.empty();
    }
    Value value = new Value(
        param.name(),
        param.key(),
        type,
        known.kind(),
        known.scalar(),
        known.valueType(),
        false,
        param.required() || param.defaultValue().isPresent(),
        param.type().imports());
    return Optional.of(new Listing.Filter(column.get(), value, several, text));
  }

  private static boolean isPlural(Text many, Text one) {
    return many.equals(one.with(Text.of("s")));
  }

  /** The parameters that say which part of a list is wanted. */
  private static final class Pages {
    private final Paging paging;
    private Listing.Bound limit;
    private Listing.Bound offset;
    private Listing.Bound number;
    private Listing.Cursor cursor;

    Pages(Paging paging) {
      this.paging = paging;
    }

    boolean takes(Endpoint.Param param) {
      if (is(param, paging.cursor().map(Paging.Cursor::parameter))) {
        String told = paging.cursor().get().told().name().toLowerCase(Locale.ROOT);
        cursor = new Listing.Cursor(
            param.name(), param.key(), param.type().text(), told, param.type().imports());
        return true;
      }
      if (!param.type().scalar().startsWith("integer")) {
        return false;
      }
      Listing.Bound bound = new Listing.Bound(
          param.name(),
          param.type().text(),
          param.required() || param.defaultValue().isPresent(),
          least(param.type().constraints()));
      if (is(param, paging.limit())) {
        limit = bound;
      } else if (is(param, paging.offset())) {
        offset = bound;
      } else if (is(param, paging.number())) {
        number = bound;
      } else {
        return false;
      }
      return true;
    }

    private static boolean is(Endpoint.Param param, Optional<String> name) {
      return name.map(Text::of).filter(param.key()::equals).isPresent();
    }

    private static int least(List<String> constraints) {
      return constraints.stream()
          .map(LEAST::matcher)
          .filter(Matcher::matches)
          .mapToInt(m -> Integer.parseInt(m.group(1)))
          .max()
          .orElse(-1);
    }

    Optional<Listing.Page> page() {
      return limit == null && offset == null && number == null && cursor == null
          ? Optional.empty()
          : Optional.of(new Listing.Page(
              Optional.ofNullable(limit),
              Optional.empty(),
              Optional.ofNullable(offset),
              Optional.ofNullable(number),
              paging.first(),
              Optional.ofNullable(cursor)));
    }
  }

  /** A choice of values, each a property with a direction. */
  private Optional<Listing.Sort> sort(Endpoint.Param param, Table table) {
    TypeDef type = types.get(param.type().text());
    if (type == null || !type.kind().equals("enum")) {
      return Optional.empty();
    }
    List<Listing.Choice> choices = new ArrayList<>();
    for (TypeDef.Constant constant : type.values()) {
      Optional<String> order = order(constant.literal(), table);
      if (order.isEmpty()) {
        return Optional.empty();
      }
      choices.add(new Listing.Choice(constant.name(), order.get()));
    }
    boolean always = param.required() || param.defaultValue().isPresent();
    return Optional.of(new Listing.Sort(
        param.name(), type.name(), always, choices, param.type().imports()));
  }

  /** {@code -name}, {@code +name}, {@code name,desc}, {@code name:asc}, {@code name_desc} or {@code name}. */
  private static Optional<String> order(String literal, Table table) {
    String text = literal.substring(1, literal.length() - 1);
    for (Column column : table.columns()) {
      for (Map.Entry<String, Boolean> form :
          List.of(Map.entry("", false), Map.entry("+", false), Map.entry("-", true))) {
        if (column.value().property().equals(Text.of(without(text, form.getKey())))
            && text.startsWith(form.getKey())) {
          return Optional.of(column.name() + (form.getValue() ? " desc" : ""));
        }
      }
      for (String between : List.of(",", ":", " ", "_", "-", ".")) {
        for (String direction : List.of("asc", "desc", "ASC", "DESC")) {
          String end = between + direction;
          if (text.endsWith(end)
              && column
                  .value()
                  .property()
                  .equals(Text.of(text.substring(0, text.length() - end.length())))) {
            return Optional.of(column.name() + (direction.equalsIgnoreCase("desc") ? " desc" : ""));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static String without(String text, String prefix) {
    return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
  }
}
