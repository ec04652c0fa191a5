package dev.hew.split.facts;

import dev.hew.code.TypeDeclaration;
import dev.hew.report.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Pages that the server fills in: which classes show them, and which fields of entities they read. */
final class Templates {
  private static final Set<String> ENDINGS = Set.of(
      "jsp",
      "jspf",
      "jspx",
      "tag",
      "xhtml",
      "ftl",
      "ftlh",
      "vm",
      "mustache",
      "hbs",
      "html",
      "peb",
      "jte");
  private static final Pattern EXPRESSION =
      Pattern.compile("[$*#]\\{([^}]{0,1000}+)}|\\{\\{([^}]{0,1000}+)}}");
  private static final Pattern PATH = Pattern.compile("\\b([a-zA-Z_]\\w*+)((?:\\.\\w++)++)");
  private static final Pattern EACH =
      Pattern.compile("th:each\\s*+=\\s*+\"\\s*+(\\w++)[^:\"]*+:\\s*+[$*]\\{([\\w.]++)}"
          + "|<c:forEach[^<>]{0,300}?(?:items\\s*+=\\s*+\"[$#]\\{([\\w.]++)}\"[^<>]{0,300}?var\\s*+=\\s*+\"(\\w++)\""
          + "|var\\s*+=\\s*+\"(\\w++)\"[^<>]{0,300}?items\\s*+=\\s*+\"[$#]\\{([\\w.]++)}\")"
          + "|#list\\s++([\\w.]++)\\s++as\\s++(\\w++)");
  private static final Pattern OBJECT = Pattern.compile(
      "th:object\\s*=\\s*\"\\$\\{(\\w+)}\"|modelAttribute\\s*=\\s*\"(\\w+)\"|commandName\\s*=\\s*\"(\\w+)\"");

  private static final Pattern VIEW = Pattern.compile("/?[\\w-]++(?:[/.][\\w-]++)*+");

  /** What calls are called that show the page which they are given. */
  private static final Pattern SHOWS =
      Pattern.compile("(?i)view|forward|include|template|dispatcher|resolution");

  /** What only a server fills in; {@code ${...}} is JavaScript's, too. */
  private static final Pattern SERVER_ONLY =
      Pattern.compile("<[#%@]|[*#]\\{[^}]{1,200}+}|\\{\\{[#>&^/]");

  /** What a library in the browser fills in. */
  private static final Pattern BROWSER =
      Pattern.compile("\\s(?:data-)?(?:ng-[a-z]|v-(?:if|for|model|bind|on|show)\\b|\\*ng[A-Z])");

  private static final Pattern STATIC = Pattern.compile("(?:^|/)(?:static|public)/");

  private final List<OtherFacts.Page> pages = new ArrayList<>();

  static boolean isTemplate(String path) {
    return ENDINGS.contains(path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
  }

  void add(Source file) {
    if (isBrowsers(file)) {
      return;
    }
    boolean fills = EXPRESSION.matcher(file.text()).find();
    pages.add(new OtherFacts.Page(file.name(), fills ? file.text() : ""));
  }

  /** Whether a page comes as it is, and the browser fills it in from what a REST API answers. */
  private static boolean isBrowsers(Source file) {
    boolean html = file.name().toLowerCase(Locale.ROOT).endsWith(".html");
    boolean plain = html
        && (STATIC.matcher(file.name()).find() || BROWSER.matcher(file.text()).find());
    return plain
        && !file.text().contains("th:")
        && !SERVER_ONLY.matcher(file.text()).find();
  }

  /** Is told of each path in an expression. */
  interface Told {
    void path(String path, int line, boolean form);
  }

  static void expressions(OtherFacts.Page page, Told told) {
    int line = 1;
    int at = 0;
    Matcher expression = EXPRESSION.matcher(page.text());
    while (expression.find()) {
      while (at < expression.start()) {
        line += page.text().charAt(at++) == '\n' ? 1 : 0;
      }
      String inside = expression.group(1) == null ? expression.group(2) : expression.group(1);
      Matcher path = PATH.matcher(inside);
      while (path.find()) {
        told.path(path.group(), line, false);
      }
      if (page.text().charAt(expression.start()) == '*') {
        told.path(inside, line, true);
      }
    }
  }

  void addAll(List<OtherFacts.Page> more) {
    pages.addAll(more);
  }

  List<OtherFacts.Page> pages() {
    return pages;
  }

  /** The templates that read an entity or are shown by a class. */
  List<Facts.Template> of(TypeIndex index, List<ClassFact> classes, Beans beans) {
    if (pages.isEmpty()) {
      return List.of();
    }
    Map<String, TypeIndex.Declared> byVariable = new HashMap<>();
    for (ClassFact fact : classes) {
      if (!fact.test() && (fact.entity().isPresent() || fact.kind().equals("class"))) {
        String variable = Beans.decapitalized(fact.simpleName(), 0);
        boolean stored = fact.entity().isPresent();
        if (stored || !byVariable.containsKey(variable)) {
          byVariable.put(variable, index.named(fact.name()));
        }
      }
    }
    Set<String> values = classes.stream()
        .filter(Templates::isValue)
        .map(ClassFact::name)
        .collect(Collectors.toSet());
    Map<String, Set<String>> viewers = viewers(index, values);
    List<Facts.Template> templates = new ArrayList<>();
    for (OtherFacts.Page page : pages) {
      List<Facts.Reading> reads = FacesPages.is(page)
          ? FacesPages.reads(page, index, beans)
          : reads(page, index, byVariable);
      Set<String> views = new TreeSet<>();
      viewers.forEach((view, names) -> {
        if (isView(page.path(), view)) {
          views.addAll(names);
        }
      });
      if (!reads.isEmpty() || !views.isEmpty()) {
        templates.add(new Facts.Template(page.path(), List.copyOf(views), reads));
      }
    }
    return templates;
  }

  /** A value's texts are its own: what it returns names no page. */
  private static boolean isValue(ClassFact fact) {
    return fact.data()
        || fact.entity().isPresent()
        || fact.roles().contains(ClassFact.Role.EMBEDDED);
  }

  /**
   * Views that classes name, by what methods return and by texts given to calls that show something.
   *
   * @param values classes that show nothing
   */
  private static Map<String, Set<String>> viewers(TypeIndex index, Set<String> values) {
    Map<String, Set<String>> viewers = new TreeMap<>();
    Constants constants = new Constants(index);
    for (TypeIndex.Declared declared : index.all()) {
      if (TestCode.isTest(declared.file) || values.contains(declared.owner)) {
        continue;
      }
      for (TypeDeclaration.Method method : declared.type.methods()) {
        if (method.type().equals("String") || method.type().endsWith("ModelAndView")) {
          method.returned().forEach(r -> note(constants.value(r, declared), declared, viewers));
        }
      }
      for (TypeDeclaration.Text text : declared.type.texts()) {
        if (SHOWS.matcher(text.call()).find()) {
          note(text.value(), declared, viewers);
        }
      }
    }
    return viewers;
  }

  private static void note(
      String view, TypeIndex.Declared declared, Map<String, Set<String>> viewers) {
    if (VIEW.matcher(view).matches() && view.length() > 2) {
      viewers
          .computeIfAbsent(view.replaceFirst("^/", ""), v -> new TreeSet<>())
          .add(declared.owner);
    }
  }

  private static boolean isView(String path, String view) {
    int dot = path.lastIndexOf('.');
    String without = dot < 0 ? path : path.substring(0, dot);
    return ("/" + without).endsWith("/" + view) || ("/" + path).endsWith("/" + view);
  }

  private static List<Facts.Reading> reads(
      OtherFacts.Page page, TypeIndex index, Map<String, TypeIndex.Declared> byVariable) {
    Map<String, TypeUse> variables = new HashMap<>();
    Members members = new Members(index);
    Matcher each = EACH.matcher(page.text());
    while (each.find()) {
      String variable = first(each, 1, 4, 5, 8);
      String path = first(each, 2, 3, 6, 7);
      TypeUse type = follow(path, variables, byVariable, members, null, null);
      if (type != null) {
        variables.put(variable, type);
      }
    }
    Matcher object = OBJECT.matcher(page.text());
    TypeIndex.Declared form = object.find() ? byVariable.get(first(object, 1, 2, 3)) : null;
    Set<Facts.Reading> readings = new LinkedHashSet<>();
    expressions(page, (path, line, ofForm) -> {
      Place place = new Place(page.path(), line);
      if (!ofForm) {
        follow(path, variables, byVariable, members, place, readings);
      } else if (form != null) {
        TypeUse self = new TypeUse(form, form.type.simpleName(), List.of());
        step(self, path.strip().replaceFirst("[^\\w].*", ""), members, place, readings);
      }
    });
    return List.copyOf(readings);
  }

  private static TypeUse follow(
      String path,
      Map<String, TypeUse> variables,
      Map<String, TypeIndex.Declared> byVariable,
      Members members,
      Place place,
      Set<Facts.Reading> readings) {
    String[] parts = path.split("\\.");
    TypeUse at = variables.get(parts[0]);
    if (at == null) {
      TypeIndex.Declared declared = byVariable.get(parts[0]);
      at = declared == null ? null : new TypeUse(declared, declared.type.simpleName(), List.of());
    }
    for (int i = 1; i < parts.length && at != null; i++) {
      at = step(at, parts[i], members, place, readings);
    }
    return at;
  }

  /** A property of a type, or of what it holds; reading it is noted. */
  static TypeUse step(
      TypeUse on, String name, Members members, Place place, Set<Facts.Reading> readings) {
    TypeUse owner = on;
    while (owner.declared() == null && owner.arguments().size() == 1) {
      owner = owner.arguments().get(0);
    }
    if (owner.declared() == null || name.isEmpty()) {
      return null;
    }
    Members.Found field = members.field(owner, name);
    String getter = "get" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    Members.Found found = field != null ? field : members.method(owner, getter, 0);
    if (found == null) {
      return null;
    }
    if (readings != null) {
      readings.add(new Facts.Reading(owner.declared().owner, name, place));
    }
    return found.result();
  }

  private static String first(Matcher matcher, int... groups) {
    for (int group : groups) {
      if (matcher.group(group) != null) {
        return matcher.group(group);
      }
    }
    return "";
  }
}
