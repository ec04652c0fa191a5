package dev.hew.flow;

import dev.hew.change.Change;
import dev.hew.tree.Content;
import java.util.ArrayList;
import java.util.List;

/**
 * A file that conflicts have left marks in, as it is when its owner's side is taken in each of them: what hew changes
 * elsewhere in the file is in it.
 *
 * @param text without the marks
 * @param numbers of its lines in the file with the marks, from 1
 */
record OwnersSide(String text, List<Integer> numbers) {

  OwnersSide {
    numbers = List.copyOf(numbers);
  }

  /** What its owner had where the marks cannot be told from what somebody wrote. */
  static OwnersSide of(Change.Conflict conflict) {
    OwnersSide side = of(conflict.written().text());
    String marked = conflict.written().text();
    long conflicts = marked.lines().filter(OwnersSide::opens).count();
    if (conflicts == conflict.conflicts()) {
      return side;
    }
    String ours = conflict.sides().ours().text();
    List<Integer> numbers = new ArrayList<>();
    for (int line = 1; line <= ours.lines().count(); line++) {
      numbers.add(line);
    }
    return new OwnersSide(ours, numbers);
  }

  static OwnersSide of(String marked) {
    StringBuilder text = new StringBuilder();
    List<Integer> numbers = new ArrayList<>();
    boolean conflict = false;
    boolean other = false;
    int number = 0;
    for (String line : marked.lines().toList()) {
      number++;
      if (!conflict && opens(line)) {
        conflict = true;
      } else if (conflict && line.startsWith(">>>>>>> ")) {
        conflict = false;
        other = false;
      } else if (conflict && (line.startsWith("||||||| ") || line.equals("======="))) {
        other = true;
      } else if (!other) {
        text.append(line).append('\n');
        numbers.add(number);
      }
    }
    return new OwnersSide(text.toString(), numbers);
  }

  private static boolean opens(String line) {
    return line.startsWith("<<<<<<< ");
  }

  Content content() {
    return Content.of(text);
  }
}
