package dev.hew.flow;

import dev.hew.pack.Wanted;
import dev.hew.render.Layout;
import dev.hew.tree.Content;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lets a generated file say where in another one a text stands: {@code [=whereOpen]text[=whereClose]}. */
final class Locations {
  private static final Pattern MARK =
      Pattern.compile(Layout.WHERE_OPEN + "([^" + Layout.WHERE_CLOSE + "]*)" + Layout.WHERE_CLOSE);

  private Locations() {}

  /**
   * The files with every mark replaced by a Markdown link to the first line that holds the text; by nothing when there
   * is none.
   *
   * @param files what was made of templates, which alone can hold marks
   */
  static List<Wanted> filledIn(List<Wanted> files) {
    Map<Boolean, List<Wanted>> marked = files.stream()
        .collect(Collectors.partitioningBy(f -> f.content().text().contains(Layout.WHERE_OPEN)));
    if (marked.get(true).isEmpty()) {
      return files;
    }
    Map<String, String> found = new HashMap<>();
    return files.stream()
        .map(file ->
            marked.get(true).contains(file) ? filledIn(file, marked.get(false), found) : file)
        .toList();
  }

  private static Wanted filledIn(Wanted file, List<Wanted> others, Map<String, String> found) {
    StringBuilder out = new StringBuilder();
    Matcher matcher = MARK.matcher(file.content().text());
    while (matcher.find()) {
      String place = found.computeIfAbsent(matcher.group(1), text -> link(text, others));
      matcher.appendReplacement(out, Matcher.quoteReplacement(place));
    }
    Content content = Content.of(matcher.appendTail(out).toString());
    return new Wanted(
        file.id(), file.path(), file.owner(), content.executable(file.content().executable()));
  }

  private static String link(String text, List<Wanted> files) {
    for (Wanted file : files) {
      String content = file.content().text();
      int at = content.indexOf(text);
      if (at >= 0) {
        long line = content.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
        return "[" + file.path().name() + ":" + line + "](" + file.path() + "#L" + line + ")";
      }
    }
    return "";
  }
}
