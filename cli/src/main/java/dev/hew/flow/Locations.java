package dev.hew.flow;

import dev.hew.pack.Wanted;
import dev.hew.render.Layout;
import dev.hew.tree.Content;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lets a generated file say where in another one a text stands: {@code [=whereOpen]text[=whereClose]}. */
final class Locations {
  private static final Pattern MARK =
      Pattern.compile(Layout.WHERE_OPEN + "([^" + Layout.WHERE_CLOSE + "]*)" + Layout.WHERE_CLOSE);

  private Locations() {}

  /** The files with every mark replaced by a Markdown link to the first line that holds the text. */
  static List<Wanted> filledIn(List<Wanted> files) {
    Map<String, String> found = new HashMap<>();
    return files.stream().map(file -> filledIn(file, files, found)).toList();
  }

  private static Wanted filledIn(Wanted file, List<Wanted> all, Map<String, String> found) {
    String text = file.content().text();
    if (!text.contains(Layout.WHERE_OPEN)) {
      return file;
    }
    if (found.isEmpty()) {
      index(all, found);
    }
    StringBuilder out = new StringBuilder();
    Matcher matcher = MARK.matcher(text);
    while (matcher.find()) {
      String place = found.getOrDefault(matcher.group(1), "");
      matcher.appendReplacement(out, Matcher.quoteReplacement(place));
    }
    String done = matcher.appendTail(out).toString();
    return new Wanted(
        file.id(),
        file.path(),
        file.owner(),
        Content.of(done).executable(file.content().executable()));
  }

  private static void index(List<Wanted> all, Map<String, String> found) {
    Pattern stub = Pattern.compile("\\bStub\\.answer\\([^)]*\\)");
    for (Wanted file : all) {
      if (file.content().text().contains(Layout.WHERE_OPEN)) {
        continue;
      }
      String[] lines = file.content().text().split("\n", -1);
      for (int i = 0; i < lines.length; i++) {
        Matcher matcher = stub.matcher(lines[i]);
        while (matcher.find()) {
          String path = file.path().value();
          String name = path.substring(path.lastIndexOf('/') + 1);
          found.putIfAbsent(
              matcher.group(), "[" + name + ":" + (i + 1) + "](" + path + "#L" + (i + 1) + ")");
        }
      }
    }
  }
}
