package dev.hew.merge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts the imports of a merged Java file right: one that hew no longer needs stays as long as the owner's code uses it,
 * and one that the owner took out comes back when hew's new code uses it.
 */
public final class Imports {
  private static final Pattern LINE =
      Pattern.compile("(?m)^import (?:static )?[\\w.]+\\.(\\w+);[^\\n]*\\n");

  /** What names nothing: strings and comments. */
  private static final Pattern SILENT =
      Pattern.compile("\"(?:[^\"\\\\\n]|\\\\.)*\"|/\\*.*?\\*/|//[^\n]*", Pattern.DOTALL);

  private Imports() {}

  /**
   * The merged text with the imports that it needs.
   *
   * @param sources where they may come from
   */
  public static String complete(String merged, List<String> sources) {
    Set<String> present = lines(merged);
    Set<String> names = new LinkedHashSet<>();
    present.forEach(line -> names.add(name(line)));
    String body = SILENT.matcher(LINE.matcher(merged).replaceAll("")).replaceAll("");
    List<String> missing = new ArrayList<>();
    for (String source : sources) {
      for (String line : lines(source)) {
        boolean used =
            Pattern.compile("(?<![.\\w])" + name(line) + "\\b").matcher(body).find();
        if (used && names.add(name(line)) && !declares(body, name(line))) {
          missing.add(line);
        }
      }
    }
    String text = merged;
    for (String line : missing) {
      text = with(text, line);
    }
    return text;
  }

  private static boolean declares(String body, String name) {
    return Pattern.compile("\\b(?:class|interface|record|enum) " + name + "\\b")
        .matcher(body)
        .find();
  }

  /** In front of the first import that is behind it in the alphabet, else behind the last. */
  private static String with(String text, String line) {
    Matcher matcher = LINE.matcher(text);
    int at = -1;
    while (matcher.find()) {
      if (matcher.group().compareTo(line) > 0) {
        return text.substring(0, matcher.start()) + line + text.substring(matcher.start());
      }
      at = matcher.end();
    }
    if (at >= 0) {
      return text.substring(0, at) + line + text.substring(at);
    }
    Matcher head = Pattern.compile("(?m)^package [^;]*;[^\\n]*\\n").matcher(text);
    int start = head.find() ? head.end() : 0;
    return text.substring(0, start) + (start > 0 ? "\n" : "") + line + text.substring(start);
  }

  private static Set<String> lines(String text) {
    Set<String> lines = new LinkedHashSet<>();
    LINE.matcher(text).results().forEach(m -> lines.add(m.group()));
    return lines;
  }

  private static String name(String line) {
    Matcher matcher = LINE.matcher(line);
    return matcher.find() ? matcher.group(1) : "";
  }
}
