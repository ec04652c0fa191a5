package dev.hew.storage;

import dev.hew.model.Endpoint;
import dev.hew.model.Text;
import dev.hew.model.TypeDef;
import dev.hew.model.TypeUse;
import dev.hew.model.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Works out how a list is filtered, ordered, cut into pages and wrapped. */
final class ListingModeler {
  private static final Set<String> HOW_MANY =
      Set.of("limit", "size", "per", "max", "count", "top", "pagesize", "perpage");
  private static final Set<String> LEFT_OUT = Set.of("offset", "skip", "start");
  private static final long MOST = 100;
  private static final Pattern LEAST = Pattern.compile("@Min\\((\\d{1,9})\\)");

  private final Map<String, TypeDef> types;

  ListingModeler(Map<String, TypeDef> types) {
    this.types = types;
  }

  /**
   * @throws Unkept when a parameter or a member of the answer means something that cannot be told
   */
  Listing listing(Endpoint endpoint, Table table) {
    List<Listing.Filter> filters = new ArrayList<>();
    Optional<Listing.Sort> sort = Optional.empty();
    Pages pages = new Pages();
    for (Endpoint.Param param : endpoint.parameters()) {
      if (!param.in().equals("query")) {
        continue;
      }
      Optional<Listing.Filter> filter = filter(param, table);
      if (filter.isPresent()) {
        filters.add(filter.get());
      } else if (!pages.takes(param)) {
        Optional<Listing.Sort> order = sort.isPresent() ? Optional.empty() : sort(param, table);
        sort = Optional.of(order.orElseThrow(
            () -> new Unkept("it has a parameter that is no property of an item to select by")));
      }
    }
    Optional<Listing.Page> page = pages.page();
    return new Listing(filters, sort, page, wrapper(endpoint.result(), table, page));
  }

  /** A parameter that is called as a property: its value, or one of them, has to be the property's. */
  private Optional<Listing.Filter> filter(Endpoint.Param param, Table table) {
    boolean several = param.type().kind().equals("list");
    String text = param.type().text();
    Optional<Column> column = table.columns().stream()
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
    private Listing.Bound limit;
    private Listing.Bound offset;
    private Listing.Bound number;
    private int first;

    boolean takes(Endpoint.Param param) {
      if (!param.type().scalar().startsWith("integer")) {
        return false;
      }
      List<String> words = Words.of(param.name()).words();
      Listing.Bound bound = new Listing.Bound(
          param.name(),
          param.type().text(),
          param.required() || param.defaultValue().isPresent(),
          least(param.type().constraints()));
      if (words.stream().anyMatch(HOW_MANY::contains) && limit == null) {
        limit = bound;
        return true;
      }
      if (words.stream().anyMatch(LEFT_OUT::contains) && offset == null && number == null) {
        offset = bound;
        return true;
      }
      if (words.contains("page") && number == null && offset == null) {
        number = bound;
        first = bound.least() == 1
                || param.defaultValue().filter(Text.of("1")::equals).isPresent()
            ? 1
            : 0;
        return true;
      }
      return false;
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
      return limit == null && offset == null && number == null
          ? Optional.empty()
          : Optional.of(new Listing.Page(
              Optional.ofNullable(limit),
              MOST,
              Optional.ofNullable(offset),
              Optional.ofNullable(number),
              first));
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

  private Optional<Listing.Wrapper> wrapper(
      TypeUse result, Table table, Optional<Listing.Page> page) {
    String item = table.item().name();
    if (isList(result, item)) {
      return Optional.empty();
    }
    TypeDef type = types.get(result.text());
    if (type == null || !type.kind().equals("record")) {
      throw new Unkept("its answer is neither a list of items nor an object with one");
    }
    List<Listing.Member> members = new ArrayList<>();
    for (TypeDef.Field field : type.fields()) {
      String holds = isList(field.type(), item) ? "items" : holds(field, page);
      if (holds.equals("none") && field.required()) {
        throw new Unkept("its answer demands more than a list can tell");
      }
      members.add(new Listing.Member(
          holds.equals("none") && field.maybe() ? "absent" : holds,
          field.maybe(),
          field.type().inner()));
    }
    type.rest().ifPresent(r -> members.add(new Listing.Member("rest", false, r.text())));
    if (members.stream().noneMatch(m -> m.holds().equals("items"))) {
      throw new Unkept("its answer is neither a list of items nor an object with one");
    }
    return Optional.of(new Listing.Wrapper(type.name(), members, result.imports()));
  }

  /** Whether it is a list of the items, or may be one. */
  private static boolean isList(TypeUse use, String item) {
    boolean list = use.kind().equals("list") || use.kind().equals("maybe");
    return list && use.names().equals(Set.of(item)) && !use.inner().equals(item);
  }

  /** What a member of a wrapper says, as far as its name and type tell. */
  private static String holds(TypeDef.Field field, Optional<Listing.Page> page) {
    boolean number = field.type().scalar().startsWith("integer");
    boolean flag = field.type().scalar().equals("boolean");
    List<String> words = Words.of(field.name()).words();
    if (flag && (words.contains("more") || words.contains("next"))) {
      return "more";
    }
    if (!number) {
      return "none";
    }
    for (Map.Entry<String, Function<Listing.Page, Optional<Listing.Bound>>> one : List.of(
        Map.<String, Function<Listing.Page, Optional<Listing.Bound>>>entry(
            "size", Listing.Page::limit),
        Map.<String, Function<Listing.Page, Optional<Listing.Bound>>>entry(
            "page", Listing.Page::number),
        Map.<String, Function<Listing.Page, Optional<Listing.Bound>>>entry(
            "offset", Listing.Page::offset))) {
      Optional<Listing.Bound> bound = page.flatMap(one.getValue());
      if (bound
          .filter(b ->
              b.parameter().equals(field.name()) && b.type().equals(field.type().inner()))
          .isPresent()) {
        return one.getKey();
      }
    }
    if (words.contains("pages")) {
      return "pages";
    }
    return words.contains("total") || words.contains("count") ? "total" : "none";
  }
}
