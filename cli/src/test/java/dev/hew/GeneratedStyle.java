package dev.hew;

import dev.hew.tree.RelPath;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What generated files look like, whatever the contract says. */
final class GeneratedStyle {
  private static final int WIDTH = 120;
  private static final Pattern IMPORT = Pattern.compile("import (?:static )?([\\w.$\\P{ASCII}]+);");
  private static final Pattern URL = Pattern.compile("\\S*://\\S*");

  private GeneratedStyle() {}

  /** One line for each violation; the contract itself and what is data for programs may look as they like. */
  static List<String> violations(RelPath path, String text) {
    if (path.value().startsWith("api/")
        || path.value().startsWith("contract/")
        || path.value().startsWith(".hew/")) {
      return List.of();
    }
    List<String> found = new ArrayList<>();
    String[] lines = text.split("\n", -1);
    boolean java = path.value().endsWith(".java");
    for (int i = 0; i < lines.length; i++) {
      String place = path + ":" + (i + 1) + ": ";
      String line = lines[i];
      if (line.indexOf('\t') >= 0 || line.indexOf('\r') >= 0) {
        found.add(place + "tab or carriage return");
      }
      if (!line.isEmpty() && Character.isWhitespace(line.charAt(line.length() - 1))) {
        found.add(place + "trailing space: " + line);
      }
      if (i > 0 && i < lines.length - 1 && line.isBlank() && lines[i - 1].isBlank()) {
        found.add(place + "two blank lines in a row");
      }
      if (java && URL.matcher(line).replaceAll("").length() > WIDTH) {
        found.add(place + line.length() + " columns: " + line);
      }
    }
    if (!text.endsWith("\n") || text.endsWith("\n\n")) {
      found.add(path + ": does not end with one newline");
    }
    if (java) {
      imports(path, text, found);
    }
    return found;
  }

  private static void imports(RelPath path, String text, List<String> found) {
    List<String> names = new ArrayList<>();
    StringBuilder rest = new StringBuilder();
    for (String line : text.split("\n")) {
      Matcher name = IMPORT.matcher(line);
      if (name.matches()) {
        names.add(name.group(1));
      } else {
        rest.append(line).append('\n');
      }
    }
    if (!names.equals(names.stream().distinct().sorted().toList())) {
      found.add(path + ": imports are not sorted: " + names);
    }
    String body = withoutComments(rest.toString());
    for (String name : names) {
      String simple = name.substring(name.lastIndexOf('.') + 1);
      if (!Pattern.compile("(?<![\\p{L}\\p{N}_$])" + Pattern.quote(simple) + "(?![\\p{L}\\p{N}_$])")
          .matcher(body)
          .find()) {
        found.add(path + ": unused import " + name);
      }
    }
  }

  /** A name that only a text or a line comment mentions is not used; documentation comments do use imports. */
  private static String withoutComments(String text) {
    return text.replaceAll("\"(?:[^\"\\\\\n]|\\\\.)*+\"", "\"\"").replaceAll("//[^\n]*", "");
  }
}
