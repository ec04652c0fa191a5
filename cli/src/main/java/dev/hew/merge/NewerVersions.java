package dev.hew.merge;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/**
 * Settles lines in which both sides have changed a version and nothing else: the newer one wins, so that a dependency
 * bot and hew can both move it, and neither moves it back.
 *
 * @param notes what was settled, in words
 */
record NewerVersions(String ours, String theirs, List<Note> notes) {
  /** Lines that name a version: a build file's, an image's, an action's. */
  private static final Pattern PLACE = Pattern.compile(
      "(?i:(?<![a-z])versions?(?![a-z]))|[a-z]Version(?![A-Za-z])|(?i:(?<![a-z])image(?![a-z]))"
          + "|^\\s*FROM |[\\w-]+/[\\w./-]+[@:]v?\\d");

  private static final Pattern VERSION =
      Pattern.compile("\\d+(?:\\.\\d+)*(?:[.-](?:[A-Za-z]+\\d*))?");

  static NewerVersions settle(String base, String ours, String theirs) {
    List<String> was = split(base);
    List<String> mine = split(ours);
    List<String> wish = split(theirs);
    int[] inOurs = replaced(base, ours, was.size());
    int[] inTheirs = replaced(base, theirs, was.size());
    List<Note> notes = new ArrayList<>();
    for (int line = 0; line < was.size(); line++) {
      if (inOurs[line] >= 0 && inTheirs[line] >= 0) {
        settle(was.get(line), mine, inOurs[line], wish, inTheirs[line], notes);
      }
    }
    return new NewerVersions(String.join("\n", mine), String.join("\n", wish), notes);
  }

  private static void settle(
      String was, List<String> mine, int atMine, List<String> wish, int atWish, List<Note> notes) {
    String one = mine.get(atMine);
    String other = wish.get(atWish);
    if (one.equals(other) || !PLACE.matcher(was).find()) {
      return;
    }
    String frame = frame(was);
    List<String> left = versions(one);
    List<String> right = versions(other);
    if (!frame.equals(frame(one)) || !frame.equals(frame(other)) || left.size() != right.size()) {
      return;
    }
    int order = 0;
    for (int i = 0; i < left.size() && order == 0; i++) {
      order = compare(left.get(i), right.get(i));
    }
    String newer = order >= 0 ? one : other;
    notes.add(new Note(
        order >= 0
            ? "kept `" + one.strip() + "`, which is newer than hew's `" + other.strip() + "`"
            : "took `" + other.strip() + "`, which is newer than your `" + one.strip() + "`"));
    mine.set(atMine, newer);
    wish.set(atWish, newer);
  }

  private static String frame(String line) {
    return VERSION.matcher(line).replaceAll("0");
  }

  private static List<String> versions(String line) {
    return VERSION
        .matcher(line)
        .results()
        .map(java.util.regex.MatchResult::group)
        .toList();
  }

  /** Number by number; a release is newer than what has the same numbers and a word behind them. */
  static int compare(String one, String other) {
    Matcher left = Pattern.compile("[\\d.]+").matcher(one);
    Matcher right = Pattern.compile("[\\d.]+").matcher(other);
    left.lookingAt();
    right.lookingAt();
    String[] ours = left.group().split("\\.");
    String[] theirs = right.group().split("\\.");
    for (int i = 0; i < Math.max(ours.length, theirs.length); i++) {
      java.math.BigInteger a = new java.math.BigInteger(i < ours.length ? ours[i] : "0");
      java.math.BigInteger b = new java.math.BigInteger(i < theirs.length ? theirs[i] : "0");
      if (a.compareTo(b) != 0) {
        return a.compareTo(b);
      }
    }
    String tail = one.substring(left.end());
    String otherTail = other.substring(right.end());
    return tail.isEmpty() || otherTail.isEmpty()
        ? Boolean.compare(tail.isEmpty(), otherTail.isEmpty())
        : tail.compareTo(otherTail);
  }

  /** For each line of the base the line of the other text that stands in its stead, or -1. */
  private static int[] replaced(String base, String other, int size) {
    int[] lines = new int[size];
    Arrays.fill(lines, -1);
    for (Edit edit : new HistogramDiff().diff(RawTextComparator.DEFAULT, raw(base), raw(other))) {
      if (edit.getLengthA() == edit.getLengthB()) {
        for (int i = 0; i < edit.getLengthA(); i++) {
          lines[edit.getBeginA() + i] = edit.getBeginB() + i;
        }
      }
    }
    return lines;
  }

  private static RawText raw(String text) {
    return new RawText(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> split(String text) {
    return new ArrayList<>(Arrays.asList(text.split("\n", -1)));
  }
}
