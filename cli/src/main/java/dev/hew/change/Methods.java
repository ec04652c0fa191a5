package dev.hew.change;

import dev.hew.code.Outline;
import dev.hew.code.Outline.Part;
import dev.hew.merge.Merger;
import dev.hew.tree.Content;
import dev.hew.tree.RelPath;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The methods of Java files, each file parsed once. */
final class Methods {
  private static final RelPath JAVA = RelPath.of("A.java");

  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\n]*");
  private static final Pattern ANNOTATION = Pattern.compile("@(\\w+)(?:\\([^\")]*(\"[^\"]*\")?)?");

  private final Merger merger;
  private final Map<Content, Map<String, Method>> known = new HashMap<>();

  Methods(Merger merger) {
    this.merger = merger;
  }

  /** A method of a file's main type. */
  record Method(String key, String name, String text, boolean overrides) {
    boolean is(Method other) {
      return text.strip().equals(other.text.strip());
    }

    /** Whether the other one differs in its name alone. */
    boolean isRenamed(Method other) {
      return text.replaceAll("\\b" + name + "\\b", other.name).equals(other.text);
    }

    /** The annotations of the method itself, each with the first text in it: what it answers, where it answers requests. */
    private List<String> route() {
      String bare = COMMENT.matcher(text).replaceAll("");
      Matcher declared = Pattern.compile("\\b" + name + "\\s*\\(").matcher(bare);
      return ANNOTATION
          .matcher(declared.find() ? bare.substring(0, declared.start()) : "")
          .results()
          .filter(annotation -> !annotation.group(1).equals("Deprecated"))
          .map(annotation -> annotation.group(1) + " " + annotation.group(2))
          .toList();
    }
  }

  /** The parts of a file, if it is Java. */
  Optional<Outline> outline(Content content) {
    return merger.parts(JAVA, content);
  }

  /** The members of a file's main type. */
  static List<Part> members(Outline outline) {
    return outline.root().parts().stream()
        .filter(part -> part.key().equals("type"))
        .flatMap(part -> part.parts().stream())
        .toList();
  }

  /** The methods of a file's main type by their keys; constructors are none. */
  Map<String, Method> of(Content content) {
    return known.computeIfAbsent(content, c -> {
      Map<String, Method> methods = new LinkedHashMap<>();
      outline(c)
          .ifPresent(outline -> members(outline).stream()
              .filter(part -> part.name().startsWith("method ") && !part.name().contains("<init>"))
              .forEach(part -> methods.put(part.key(), method(outline, part))));
      return methods;
    });
  }

  /** Parsed only where the text has the name at all. */
  boolean has(Content content, String name) {
    return content.text().contains(name + "(") && hasName(of(content), name);
  }

  static boolean hasName(Map<String, Method> methods, String name) {
    return methods.values().stream().anyMatch(m -> m.name().equals(name));
  }

  /** Whether two methods of two versions of an interface answer the same requests, and no other method of them does. */
  static boolean haveSameRoute(
      Method old, Map<String, Method> was, Method now, Map<String, Method> is) {
    List<String> route = old.route();
    return !route.isEmpty()
        && route.equals(now.route())
        && was.values().stream().filter(m -> m.route().equals(route)).count() == 1
        && is.values().stream().filter(m -> m.route().equals(route)).count() == 1;
  }

  private static Method method(Outline outline, Part part) {
    String text = outline.of(part);
    return new Method(
        part.key(), part.name().substring("method ".length()), text, text.contains("@Override"));
  }
}
