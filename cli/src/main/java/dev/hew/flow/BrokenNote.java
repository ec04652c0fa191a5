package dev.hew.flow;

import dev.hew.disk.LocalFolder;
import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which lines updates have broken, remembered on this machine together with what hew had written by then. Where it has
 * written something else last, since the update was taken back or another branch is checked out, nothing is known.
 */
final class BrokenNote {
  private static final String NAME = "broken";

  private BrokenNote() {}

  /** The marks that were remembered for what hew wrote last. */
  static Set<String> read(Path folder, FileTree base) throws IOException {
    List<String> lines =
        LocalFolder.noted(folder, NAME).stream().flatMap(String::lines).toList();
    return lines.isEmpty() || !lines.get(0).equals(digest(base))
        ? Set.of()
        : lines.stream().skip(1).collect(Collectors.toSet());
  }

  /** Remembers marks; nothing is written where there is nothing to remember and nothing to forget. */
  static void write(Path folder, FileTree base, Set<String> marks) throws IOException {
    if (!marks.isEmpty() || LocalFolder.noted(folder, NAME).isPresent()) {
      String text = digest(base) + "\n" + String.join("\n", new TreeSet<>(marks));
      LocalFolder.note(folder, NAME, text);
    }
  }

  private static String digest(FileTree base) {
    StringBuilder text = new StringBuilder();
    base.files()
        .forEach((path, content) ->
            text.append(content.sha256()).append(' ').append(path.value()).append('\n'));
    return Content.of(text.toString()).sha256();
  }
}
