package dev.hew.merge;

import dev.hew.code.Outline;
import dev.hew.code.Outline.Part;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the elements of an XML text; those of a Maven build are told apart by their coordinates. */
final class XmlOutline {
  private static final Pattern TAG = Pattern.compile(
      "<!--.*?-->|<!\\[CDATA\\[.*?]]>|<\\?.*?\\?>|<![^>]*>"
          + "|<(/?)([^\\s/>]+)((?:\"[^\"]*\"|'[^']*'|[^>\"'])*?)(/?)>",
      Pattern.DOTALL);

  private final String text;

  private XmlOutline(String text) {
    this.text = text;
  }

  /** Nothing when the tags do not match. */
  static Optional<Outline> of(String source) {
    String text = "\n" + source;
    return new XmlOutline(text).read().map(root -> new Outline(text, root));
  }

  private static final class Element {
    final String tag;
    final int start;
    final int inner;
    int close;
    int end;
    final List<Element> children = new ArrayList<>();

    Element(String tag, int start, int inner) {
      this.tag = tag;
      this.start = start;
      this.inner = inner;
    }
  }

  private Optional<Part> read() {
    Deque<Element> open = new ArrayDeque<>();
    Element root = new Element("", 0, 0);
    open.push(root);
    Matcher tag = TAG.matcher(text);
    while (tag.find()) {
      if (tag.group(2) == null) {
        continue;
      }
      if (tag.group(1).isEmpty()) {
        Element element = new Element(tag.group(2), tag.start(), tag.end());
        open.peek().children.add(element);
        element.close = tag.end();
        element.end = tag.end();
        if (tag.group(4).isEmpty()) {
          open.push(element);
        }
      } else {
        Element element = open.pop();
        if (!element.tag.equals(tag.group(2)) || open.isEmpty()) {
          return Optional.empty();
        }
        element.close = tag.start();
        element.end = tag.end();
      }
    }
    if (open.size() != 1 || root.children.size() != 1) {
      return Optional.empty();
    }
    root.close = text.length();
    List<Part> parts = parts(root);
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(new Part("", "", 0, text.length(), 0, parts.get(0).end(), parts));
  }

  /** The elements in an element, if each has lines of its own and can be told from the others. */
  private List<Part> parts(Element parent) {
    List<Part> parts = new ArrayList<>();
    int at = parent.inner;
    for (Element child : parent.children) {
      int line = text.lastIndexOf('\n', child.start);
      int end = text.indexOf('\n', child.end);
      end = end < 0 ? text.length() : end;
      String rest = text.substring(child.end, end).strip();
      if (line < at
          || !text.substring(line, child.start).isBlank()
          || !rest.isEmpty() && !(rest.startsWith("<!--") && rest.endsWith("-->"))) {
        return List.of();
      }
      parts.add(part(child, at, end));
      at = end;
    }
    return parts.stream().map(Part::key).distinct().count() == parts.size() ? parts : List.of();
  }

  private Part part(Element element, int start, int end) {
    String key = key(element);
    List<Part> parts = parts(element);
    return parts.isEmpty()
        ? Part.leaf(key, key, start, end)
        : new Part(
            key, key, start, end, element.inner, parts.get(parts.size() - 1).end(), parts);
  }

  private String key(Element element) {
    StringBuilder key = new StringBuilder(element.tag);
    for (String name : List.of("groupId", "artifactId", "classifier", "type", "id")) {
      element.children.stream()
          .filter(c ->
              c.tag.equals(name) && !element.tag.equals("project") && !element.tag.equals("parent"))
          .findFirst()
          .ifPresent(c -> key.append(' ').append(text, c.inner, c.close));
    }
    boolean listed = List.of(
            "module", "goal", "include", "exclude", "arg", "annotationProcessorPath")
        .contains(element.tag);
    return listed
        ? key + " " + text.substring(element.inner, element.close).strip()
        : key.toString();
  }
}
