package dev.hew.flow;

import dev.hew.pack.Wanted;
import dev.hew.render.Layout;
import dev.hew.tree.Content;
import dev.hew.tree.RelPath;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lets a generated file say where in another one a text stands: {@code [=whereOpen]text[=whereClose]}. */
final class Locations {
  private static final Pattern MARK =
      Pattern.compile(Layout.WHERE_OPEN + "([^" + Layout.WHERE_CLOSE + "]*)" + Layout.WHERE_CLOSE);

  private Locations() {}

  /** A file with its text. */
  private record Page(Wanted file, String text) {
    boolean isMarked() {
      return text.contains(Layout.WHERE_OPEN);
    }
  }

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
    Set<String> texts = marked.get(true).stream()
        .flatMap(page -> MARK.matcher(page.text()).results())
        .map(mark -> mark.group(1))
        .collect(Collectors.toCollection(LinkedHashSet::new));
    if (texts.isEmpty()) {
      return files;
    }
    Map<String, String> links = links(texts, marked.get(false));
    return pages.stream()
        .map(page -> page.isMarked() ? filledIn(page, links) : page.file())
        .toList();
  }

  private static Wanted filledIn(Page page, Map<String, String> links) {
    Wanted file = page.file();
    String text = MARK.matcher(page.text())
        .replaceAll(mark -> Matcher.quoteReplacement(links.getOrDefault(mark.group(1), "")));
    Content content = Content.of(text).executable(file.content().executable());
    return new Wanted(file.id(), file.path(), file.owner(), content);
  }

  /** Where each text stands first. Of texts that start alike, each page is searched once, for how they all start. */
  private static Map<String, String> links(Set<String> texts, List<Page> pages) {
    Map<String, String> links = new HashMap<>();
    texts.stream()
        .collect(Collectors.groupingBy(text -> text.substring(0, Math.min(1, text.length()))))
        .values()
        .forEach(alike -> links.putAll(linksOfAlike(alike, pages)));
    return links;
  }

  private static Map<String, String> linksOfAlike(List<String> texts, List<Page> pages) {
    Map<String, String> links = new HashMap<>();
    String start = texts.stream().reduce(Locations::commonStart).orElse("");
    Set<String> sought = new LinkedHashSet<>(texts);
    for (Page page : pages) {
      int at = page.text().indexOf(start);
      while (at >= 0 && at < page.text().length() && !sought.isEmpty()) {
        int here = at;
        sought.removeIf(text -> {
          boolean found = page.text().startsWith(text, here);
          if (found) {
            links.put(text, link(page, here));
          }
          return found;
        });
        at = page.text().indexOf(start, at + 1);
      }
    }
    return links;
  }

  private static String commonStart(String a, String b) {
    int end = 0;
    while (end < a.length() && end < b.length() && a.charAt(end) == b.charAt(end)) {
      end++;
    }
    return a.substring(0, end);
  }

  private static String link(Page page, int at) {
    long line = page.text().substring(0, at).chars().filter(c -> c == '\n').count() + 1;
    RelPath path = page.file().path();
    return "[" + path.name() + ":" + line + "](" + path + "#L" + line + ")";
  }
}
