package dev.hew.split.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pages of JSF: they know beans and their own variables, and what these are declared to be. */
final class FacesPages {
  /** A variable of a page of JSF, and what is gone over for it, in either order. */
  private static final Pattern FACES_EACH = Pattern.compile(
      "\\bvar\\s*+=\\s*+\"(\\w++)\"(?:[^<>]{0,400}?\\bvalue\\s*+=\\s*+\"#\\{([\\w.]++)})?+");

  private static final Pattern FACES_EACH_BEFORE = Pattern.compile(
      "\\bvalue\\s*+=\\s*+\"#\\{([\\w.]++)}\"[^<>]{0,400}?\\bvar\\s*+=\\s*+\"(\\w++)\"");

  private static final Pattern WEB_ROOT =
      Pattern.compile("^(?:.*/)?(?:webapp|WebContent|META-INF/resources)(/.*)$");

  private FacesPages() {}

  /** Whether JSF fills it in, whose pages know beans and their own variables and nothing else. */
  static boolean is(OtherFacts.Page page) {
    return page.path().endsWith(".xhtml") && !page.text().contains("th:");
  }

  /** Pages of JSF are requests for the beans that they name; those below {@code WEB-INF} are parts of others. */
  static List<XmlFacts.Route> routes(List<OtherFacts.Page> pages, Beans beans) {
    List<XmlFacts.Route> routes = new ArrayList<>();
    for (OtherFacts.Page page : pages) {
      Matcher root = WEB_ROOT.matcher(page.path());
      if (is(page) && root.matches() && !page.path().contains("/WEB-INF/")) {
        Set<String> seen = new LinkedHashSet<>();
        Templates.expressions(
            page,
            (path, line, form) -> beans
                .before(path)
                .filter(seen::add)
                .flatMap(beans::named)
                .ifPresent(bean -> routes.add(
                    new XmlFacts.Route(bean.owner, root.group(1), new Place(page.path(), line)))));
      }
    }
    return routes;
  }

  /** The variables of a page of JSF; what they are is not known of all. */
  private static void variables(
      OtherFacts.Page page, Beans beans, Members members, Map<String, TypeUse> variables) {
    Matcher after = FACES_EACH.matcher(page.text());
    while (after.find()) {
      variables.put(after.group(1), typed(after.group(2), beans, members, variables));
    }
    Matcher before = FACES_EACH_BEFORE.matcher(page.text());
    while (before.find()) {
      variables.put(before.group(2), typed(before.group(1), beans, members, variables));
    }
  }

  private static TypeUse typed(
      String path, Beans beans, Members members, Map<String, TypeUse> variables) {
    TypeUse type = path == null ? null : faces(path, beans, members, variables, null, null);
    return type == null ? TypeUse.UNKNOWN : type;
  }

  /** Follows a path from a variable or a bean. */
  private static TypeUse faces(
      String path,
      Beans beans,
      Members members,
      Map<String, TypeUse> variables,
      Place place,
      Set<Facts.Reading> readings) {
    int dot = path.indexOf('.');
    String first = dot < 0 ? path : path.substring(0, dot);
    String start = variables.containsKey(first) ? first : beans.before(path).orElse("");
    if (start.isEmpty()) {
      return null;
    }
    TypeUse at = variables.containsKey(start)
        ? variables.get(start)
        : beans
            .named(start)
            .map(bean -> new TypeUse(bean, bean.type.simpleName(), List.of()))
            .orElse(null);
    String rest = path.substring(Math.min(path.length(), start.length() + 1));
    for (String part : rest.isEmpty() ? new String[0] : rest.split("\\.")) {
      at = at == null ? null : Templates.step(at, part, members, place, readings);
    }
    return at;
  }

  /** What a page reads of classes, as far as it is known what its beans and variables are. */
  static List<Facts.Reading> reads(OtherFacts.Page page, TypeIndex index, Beans beans) {
    Map<String, TypeUse> variables = new HashMap<>();
    Members members = new Members(index);
    variables(page, beans, members, variables);
    Set<Facts.Reading> readings = new LinkedHashSet<>();
    Templates.expressions(
        page,
        (path, line, form) ->
            faces(path, beans, members, variables, new Place(page.path(), line), readings));
    return List.copyOf(readings);
  }
}
