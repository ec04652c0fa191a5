package dev.hew.survival;

import dev.hew.change.Change;
import dev.hew.change.Changes;
import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/**
 * Says of each line that somebody added, changed or removed what became of it.
 *
 * @param lines how many lines came to which end
 * @param losses the lost ones, with their files
 * @param overlapping whether hew changes a line that was edited too, blanks aside
 * @param touched whether hew changes a file that was edited
 */
record Account(
    Map<Fate, Integer> lines, List<String> losses, boolean overlapping, boolean touched) {

  enum Fate {
    /** It is there, and hew had nothing new for its file. */
    KEPT,
    /** It is there, beside what is new. */
    MERGED,
    /** Only its blanks were edited, and hew has changed or removed the line; or a newer version won, and was reported. */
    REPLACED,
    /** Its file is no longer wanted: it stays where it was, and is reported. */
    LEFT,
    /** It is shown between markers. */
    CONFLICTED,
    LOST
  }

  /** One file that was edited: as it was, as it is, as hew wants it, and what came of it. */
  private record File(RelPath path, String base, String ours, String wanted) {}

  static Account of(FileTree base, FileTree edited, FileTree wanted, Changes changes) {
    FileTree after = changes.after();
    Map<Fate, Integer> lines = new EnumMap<>(Fate.class);
    List<String> losses = new ArrayList<>();
    boolean overlapping = false;
    boolean touched = false;
    for (File file : files(base, edited, wanted, changes)) {
      overlapping |= overlap(file);
      touched |= !file.base.equals(file.wanted);
      Result result = Result.of(file.path, after, wanted);
      String notes = changes.all().stream()
          .filter(c -> c.path().equals(file.path))
          .map(c -> c instanceof Change.Merge merge ? merge.notes().toString() : "")
          .collect(Collectors.joining());
      Map<String, Integer> was = counts(file.base);
      Map<String, Integer> is = counts(file.ours);
      Map<String, Integer> wish = counts(file.wanted);
      Set<String> all = new HashSet<>(was.keySet());
      all.addAll(is.keySet());
      for (String line : all) {
        int before = was.getOrDefault(line, 0);
        int now = is.getOrDefault(line, 0);
        int hew = wish.getOrDefault(line, 0);
        Fate fate = null;
        if (now > before) {
          int needed = now - Math.max(0, before - hew);
          fate = result.plain(line) >= needed
              ? file.base.equals(file.wanted) ? Fate.KEPT : Fate.MERGED
              : result.all(line) >= needed ? Fate.CONFLICTED : replaced(file, line, notes);
        } else if (now < before && (after.get(file.path).isPresent() || now > 0)) {
          fate = result.plain(line) <= now + Math.max(0, hew - before)
              ? file.base.equals(file.wanted) ? Fate.KEPT : Fate.MERGED
              : result.marked() ? Fate.CONFLICTED : notes.isEmpty() ? Fate.LOST : Fate.REPLACED;
        }
        if (fate != null) {
          lines.merge(fate, 1, Integer::sum);
          if (fate == Fate.LOST) {
            losses.add(file.path + ": " + (now > before ? "+" : "-") + line);
          }
        }
      }
    }
    for (RelPath path : base.files().keySet()) {
      if (edited.get(path).isEmpty()) {
        boolean away = after.get(path).isEmpty() || changes.conflicts();
        lines.merge(away ? Fate.KEPT : Fate.LOST, 1, Integer::sum);
        if (!away) {
          losses.add(path + ": deleted, and there again");
        }
      }
    }
    return new Account(lines, losses, overlapping, touched);
  }

  private static Fate replaced(File file, String line, String notes) {
    String bare = line.replaceAll("\\s", "");
    int was = bare(file.base, bare);
    boolean blanks = was > 0 && bare(file.wanted, bare) < was;
    return blanks || !notes.isEmpty() ? Fate.REPLACED : Fate.LOST;
  }

  private static int bare(String text, String bare) {
    return (int) text.lines().filter(l -> l.replaceAll("\\s", "").equals(bare)).count();
  }

  private static List<File> files(
      FileTree base, FileTree edited, FileTree wanted, Changes changes) {
    List<File> files = new ArrayList<>();
    List<RelPath> gone =
        base.files().keySet().stream().filter(p -> edited.get(p).isEmpty()).toList();
    edited.files().forEach((path, content) -> {
      RelPath before = base.get(path).isEmpty() && gone.size() == 1 ? gone.get(0) : path;
      String was = base.get(before).map(Content::text).orElse("");
      if (!was.equals(content.text())) {
        // where it lies now, if it moved
        Change change = changes.all().stream()
            .filter(c -> c.former().filter(path::equals).isPresent() || c.path().equals(path))
            .findFirst()
            .orElse(null);
        RelPath now = change == null ? path : change.path();
        String wish =
            wanted.get(now).or(() -> wanted.get(before)).map(Content::text).orElse("");
        files.add(new File(now, was, content.text(), wish));
      }
    });
    return files;
  }

  /** Whether a line of the base was edited on both sides; that blanks alone changed is no edit here. */
  private static boolean overlap(File file) {
    RawText base = raw(file.base);
    Set<Integer> ours = changed(base, raw(file.ours));
    ours.retainAll(changed(base, raw(file.wanted)));
    return !ours.isEmpty();
  }

  private static RawText raw(String text) {
    return new RawText(Content.of(text).bytes());
  }

  private static Set<Integer> changed(RawText base, RawText other) {
    Set<Integer> lines = new HashSet<>();
    for (Edit edit : new HistogramDiff().diff(RawTextComparator.WS_IGNORE_ALL, base, other)) {
      for (int line = edit.getBeginA(); line < edit.getEndA(); line++) {
        if (base.getString(line).chars().anyMatch(Character::isLetterOrDigit)) {
          lines.add(line);
        }
      }
    }
    return lines;
  }

  /** Lines that say something, and how often they stand there. */
  private static Map<String, Integer> counts(String text) {
    Map<String, Integer> counts = new HashMap<>();
    text.lines()
        .filter(l -> l.chars().anyMatch(Character::isLetterOrDigit))
        .forEach(l -> counts.merge(l, 1, Integer::sum));
    return counts;
  }

  /** The lines of what came of a file, and of other files that hold more than hew wants: a member may have moved. */
  private record Result(
      Map<String, Integer> plainLines, Map<String, Integer> allLines, boolean marked) {
    static Result of(RelPath path, FileTree after, FileTree wanted) {
      StringBuilder plain = new StringBuilder();
      String whole = after.get(path).map(Content::text).orElse("");
      boolean marked = false;
      boolean inside = false;
      for (String line : whole.lines().toList()) {
        inside |= line.startsWith("<<<<<<< ");
        marked |= inside;
        plain.append(inside ? "" : line + "\n");
        inside &= !line.startsWith(">>>>>>> ");
      }
      Map<String, Integer> plainLines = counts(plain.toString());
      Map<String, Integer> allLines = counts(whole);
      after.files().forEach((other, content) -> {
        if (!other.equals(path) && other.value().endsWith(".java")) {
          String wish = wanted.get(other).map(Content::text).orElse("");
          if (!wish.equals(content.text())) {
            Map<String, Integer> theirs = counts(wish);
            counts(content.text()).forEach((line, n) -> {
              int more = n - theirs.getOrDefault(line, 0);
              if (more > 0) {
                plainLines.merge(line, more, Integer::sum);
                allLines.merge(line, more, Integer::sum);
              }
            });
          }
        }
      });
      return new Result(plainLines, allLines, marked);
    }

    int plain(String line) {
      return plainLines.getOrDefault(line, 0);
    }

    int all(String line) {
      return allLines.getOrDefault(line, 0);
    }
  }
}
