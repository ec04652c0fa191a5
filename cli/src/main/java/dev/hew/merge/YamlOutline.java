package dev.hew.merge;

import dev.hew.code.Outline;
import dev.hew.code.Outline.Part;
import dev.hew.report.Source;
import dev.hew.yaml.Node;
import dev.hew.yaml.NodeReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the keys of a YAML text, level by level, and the items of its lists. */
final class YamlOutline {
  private final String text;
  private final List<String> lines;
  private final List<Integer> breaks = new ArrayList<>();

  private YamlOutline(String source) {
    this.text = "\n" + source;
    this.lines = source.lines().toList();
    for (int at = 0; at >= 0; at = text.indexOf('\n', at + 1)) {
      breaks.add(at);
    }
    breaks.add(text.length());
  }

  /** Nothing when the text is no YAML, or nothing but a value. */
  static Optional<Outline> of(String source) {
    NodeReader.Attempt attempt = NodeReader.attempt(new Source("merged.yaml", source));
    return attempt
        .node()
        .filter(node -> attempt.diagnostics().isEmpty())
        .filter(node -> !children(node).isEmpty() && !source.contains("\n---"))
        .map(node -> {
          YamlOutline outline = new YamlOutline(source);
          List<Part> parts = outline.parts(children(node), 0, outline.lines.size());
          int outer = parts.isEmpty() ? 0 : parts.get(parts.size() - 1).end();
          return new Outline(
              outline.text, new Part("", "", 0, outline.text.length(), 0, outer, parts));
        });
  }

  /** A key or an item. */
  private record Child(String key, int line, int column, Node value) {}

  private static List<Child> children(Node node) {
    List<Child> children = new ArrayList<>();
    for (Node.Entry entry : node.entries()) {
      children.add(new Child(
          entry.key(), entry.keyPosition().line(), entry.keyPosition().column(), entry.value()));
    }
    for (Node item : node.items()) {
      children.add(new Child(
          "- " + identity(item), item.position().line(), item.position().column(), item));
    }
    return children;
  }

  /** What tells an item from others, whatever version it names. */
  private static String identity(Node item) {
    if (item instanceof Node.Scalar scalar) {
      return scalar.raw();
    }
    for (String key : List.of("id", "name", "uses", "run", "image", "url")) {
      Optional<String> value = item.get(key).flatMap(Node::string);
      if (value.isPresent()) {
        return key + " " + value.get().replaceAll("@.*", "");
      }
    }
    return item.entries().isEmpty() ? "" : item.entries().get(0).key();
  }

  /**
   * @param after the line before the first
   * @param last the last line that can belong to one of them
   */
  private List<Part> parts(List<Child> children, int after, int last) {
    List<Part> parts = new ArrayList<>();
    int at = breaks.get(after);
    for (int i = 0; i < children.size(); i++) {
      Child child = children.get(i);
      int end = i + 1 < children.size() ? children.get(i + 1).line() - 1 : last;
      end = withoutComments(end, child.line(), child.column(), i + 1 == children.size());
      Part part = part(child, at, end);
      parts.add(part);
      at = part.end();
    }
    return parts;
  }

  /** Comments and blank lines below belong to what follows, unless they are indented like what is inside. */
  private int withoutComments(int end, int first, int column, boolean isLast) {
    int line = end;
    while (line > first) {
      String text = lines.get(line - 1);
      int indent = text.length() - text.stripLeading().length();
      boolean outside = isLast ? indent + 1 < column : indent + 1 <= column;
      if (!text.isBlank() && !(text.strip().startsWith("#") && outside)) {
        break;
      }
      line--;
    }
    return line;
  }

  private Part part(Child child, int start, int lastLine) {
    int end = breaks.get(lastLine);
    List<Child> inside = children(child.value());
    boolean block = !child.key().startsWith("- ")
        && !inside.isEmpty()
        && inside.get(0).line() > child.line()
        && inside.stream().map(Child::line).distinct().count() == inside.size()
        && inside.stream().map(Child::key).distinct().count() == inside.size();
    if (!block) {
      return Part.leaf(child.key(), child.key(), start, end);
    }
    List<Part> parts = parts(inside, child.line(), lastLine);
    int outer = parts.get(parts.size() - 1).end();
    return new Part(child.key(), child.key(), start, end, breaks.get(child.line()), outer, parts);
  }
}
