package dev.hew.split.graph;

import dev.hew.report.Position;
import java.util.List;
import java.util.Optional;

/**
 * Names classes: {@code *} stands for any part of a name, {@code **} for any number of packages. A pattern without a dot
 * is about simple names; a package's own name means all classes below it.
 *
 * @param below whether classes below a package of this name are meant too
 * @param place where it is written; empty when in no file
 */
public record ClassPattern(
    String text, Wildcards qualified, boolean below, Optional<Position> place) {

  public static ClassPattern of(String text) {
    return of(text, Optional.empty());
  }

  /** A pattern that is written in a file. */
  public static ClassPattern of(String text, Position place) {
    return of(text, Optional.of(place));
  }

  private static ClassPattern of(String text, Optional<Position> place) {
    String last = text.substring(text.lastIndexOf('.') + 1);
    boolean isPackage =
        text.contains(".") && !last.isEmpty() && (Character.isLowerCase(last.charAt(0)));
    return new ClassPattern(text, Wildcards.of(text, isPackage), isPackage, place);
  }

  /** Whether the pattern names a class. */
  public boolean matches(String className) {
    if (text.indexOf('*') >= 0) {
      return qualified.matches(className);
    }
    return isNameOf(className)
        || (below
            && className.length() > text.length()
            && className.charAt(text.length()) == '.'
            && className.startsWith(text));
  }

  /** Whether the pattern is a class's own name, qualified or simple. */
  public boolean isNameOf(String className) {
    return className.equals(text)
        || (text.indexOf('.') < 0
            && className.length() > text.length()
            && className.charAt(className.length() - text.length() - 1) == '.'
            && className.endsWith(text));
  }

  /** Whether any of the patterns names a class. */
  public static boolean any(List<ClassPattern> patterns, String className) {
    return patterns.stream().anyMatch(p -> p.matches(className));
  }
}
