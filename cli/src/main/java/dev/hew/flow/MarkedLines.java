package dev.hew.flow;

import java.util.ArrayList;
import java.util.List;

/** Where the owner's lines stand in a file that conflicts have left marks in. */
final class MarkedLines {
  private MarkedLines() {}

  /**
   * The number of a line of the owner's, from 1, in the text with marks; what it is in the owner's where the text with
   * marks does not have it.
   *
   * @param line its number in the owner's text, from 1
   */
  static int of(String marked, String ours, int line) {
    List<String> lines = ours.lines().toList();
    String text = lines.get(line - 1);
    int nth = (int) lines.subList(0, line - 1).stream().filter(text::equals).count();
    List<Integer> places = places(marked, text);
    return nth < places.size() ? places.get(nth) : line;
  }

  /** Beside conflicts and between the marks of the owner's part. */
  private static List<Integer> places(String marked, String text) {
    List<Integer> places = new ArrayList<>();
    boolean conflict = false;
    boolean other = false;
    int number = 0;
    for (String line : marked.lines().toList()) {
      number++;
      if (line.startsWith("<<<<<<< ")) {
        conflict = true;
      } else if (line.startsWith(">>>>>>> ")) {
        conflict = false;
        other = false;
      } else if (conflict && (line.startsWith("||||||| ") || line.equals("======="))) {
        other = true;
      } else if (!other && line.equals(text)) {
        places.add(number);
      }
    }
    return places;
  }
}
