package dev.hew.flow;

import dev.hew.disk.SourceTree;
import dev.hew.report.Diagnostic;
import dev.hew.report.Position;
import dev.hew.split.cut.Growth;
import dev.hew.split.facts.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds in the text of a line what crosses a seam there, so that a message points at it. */
final class SeamPlaces {
  private final Path top;
  private final Map<String, List<String>> texts = new HashMap<>();

  SeamPlaces(Path top) {
    this.top = top;
  }

  /** An error at the first place of what there is more of; at the line's first word when the name is not on it. */
  Diagnostic error(Growth.More more) {
    Place place = more.place();
    List<String> lines = texts.computeIfAbsent(place.path(), this::lines);
    String line = place.line() <= lines.size() ? lines.get(place.line() - 1) : "";
    Matcher word =
        Pattern.compile("\\b" + Pattern.quote(more.tie().word()) + "\\b").matcher(line);
    String text = line.strip();
    boolean found = word.find();
    int column = found ? word.start() : Math.max(0, line.indexOf(text));
    return Diagnostic.error(
            "split-seam-crossed", new Position(place.path(), place.line(), column + 1), more.text())
        .withLength(found ? word.group().length() : Math.max(1, text.length()));
  }

  /** None of a file that is gone since, or that nobody may read. */
  private List<String> lines(String path) {
    try {
      return SourceTree.read(top, path, CodeBase.LARGEST)
          .source()
          .text()
          .lines()
          .toList();
    } catch (IOException gone) {
      return List.of();
    }
  }
}
