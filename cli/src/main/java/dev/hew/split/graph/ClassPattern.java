package dev.hew.split.graph;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Names classes: {@code *} stands for any part of a name, {@code **} for any number of packages. A pattern without a dot
 * is about simple names; a package's own name means all classes below it.
 */
public record ClassPattern(String text, Pattern qualified) {

  public static ClassPattern of(String text) {
    StringBuilder regex = new StringBuilder(text.contains(".") ? "" : "(.*\\.)?");
    for (int i = 0; i < text.length(); i++) {
      if (text.startsWith("**.", i)) {
        regex.append("(.*\\.)?");
        i += 2;
      } else if (text.startsWith("**", i)) {
        regex.append(".*");
        i++;
      } else if (text.charAt(i) == '*') {
        regex.append("[^.]*");
      } else {
        regex.append(Pattern.quote(text.substring(i, i + 1)));
      }
    }
    String last = text.substring(text.lastIndexOf('.') + 1);
    boolean isPackage =
        text.contains(".") && !last.isEmpty() && (Character.isLowerCase(last.charAt(0)));
    return new ClassPattern(text, Pattern.compile(regex + (isPackage ? "(\\..*)?" : "")));
  }

  /** Whether the pattern names a class. */
  public boolean matches(String className) {
    return qualified.matcher(className).matches();
  }

  /** Whether any of the patterns names a class. */
  public static boolean any(List<ClassPattern> patterns, String className) {
    return patterns.stream().anyMatch(p -> p.matches(className));
  }
}
