package dev.hew.flow;

import dev.hew.pack.Wanted;
import dev.hew.render.Layout;
import dev.hew.tree.Content;
import dev.hew.tree.RelPath;
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
    List<Page> pages = files.stream().map(f -> new Page(f, f.content().text())).toList();
    Map<Boolean, List<Page>> marked =
        pages.stream().collect(Collectors.partitioningBy(Page::isMarked));
    if (marked.get(true).isEmpty()) {
      return files;
    }
    Map<String, String> found = new HashMap<>();
    return pages.stream()
        .map(page -> page.isMarked() ? filledIn(page, marked.get(false), found) : page.file())
        .toList();
  }

  /** A file with its text. */
  private record Page(Wanted file, String text) {
    boolean isMarked() {
      return text.contains(Layout.WHERE_OPEN);
    }
  }

  private static Wanted filledIn(Page page, List<Page> others, Map<String, String> found) {
    Wanted file = page.file();
    StringBuilder out = new StringBuilder();
    Matcher matcher = MARK.matcher(page.text());
    while (matcher.find()) {
      String place = found.computeIfAbsent(matcher.group(1), text -> link(text, others));
      matcher.appendReplacement(out, Matcher.quoteReplacement(place));
    }
    Content content = Content.of(matcher.appendTail(out).toString());
    return new Wanted(
        file.id(), file.path(), file.owner(), content.executable(file.content().executable()));
  }

  private static String link(String text, List<Page> pages) {
    for (Page page : pages) {
      int at = page.text().indexOf(text);
      if (at >= 0) {
        long line = page.text().substring(0, at).chars().filter(c -> c == '\n').count() + 1;
        RelPath path = page.file().path();
        return "[" + path.name() + ":" + line + "](" + path + "#L" + line + ")";
      }
    }
    return "";
  }
}
