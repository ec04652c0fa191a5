package dev.hew.merge;

import dev.hew.code.Outline;
import dev.hew.code.Outline.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the keys of a properties text. */
final class PropertiesOutline {
  /** A line that is no comment, with those that a backslash joins to it. */
  private static final Pattern ENTRY = Pattern.compile(
      "\\n[ \\t]*([^\\s#!=:][^\\n=:]*?)[ \\t]*(?:[=:](?:[^\\n\\\\]|\\\\\\n?.)*)?(?=\\n|$)");

  private PropertiesOutline() {}

  static Optional<Outline> of(String source) {
    String text = "\n" + source;
    List<Part> parts = new ArrayList<>();
    Matcher entry = ENTRY.matcher(text);
    int at = 0;
    while (entry.find()) {
      parts.add(Part.leaf(entry.group(1), entry.group(1), at, entry.end()));
      at = entry.end();
    }
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(new Outline(text, new Part("", "", 0, text.length(), 0, at, parts)));
  }
}
