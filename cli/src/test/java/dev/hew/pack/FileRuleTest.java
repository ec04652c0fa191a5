package dev.hew.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A pattern stands for the paths that the same regular expression stands for, and takes no longer when it is hostile. */
class FileRuleTest {
  private static final Pattern STARS = Pattern.compile("\\*\\*|\\*|[^*]+");

  @Test
  void patternIsARegularExpression() {
    for (String pattern : words("a/*", 5)) {
      Pattern expression = Pattern.compile(expression(pattern));
      for (String path : words("ab/", 4)) {
        assertEquals(
            expression.matcher(path).matches(),
            FileRule.matches(pattern, path),
            pattern + " and " + path);
      }
    }
  }

  /** All texts of so many of these characters, or fewer. */
  private static List<String> words(String characters, int longest) {
    List<String> words = new ArrayList<>(List.of(""));
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (word.length() < longest) {
        characters.chars().forEach(c -> words.add(word + (char) c));
      }
    }
    return words;
  }

  private static String expression(String pattern) {
    Matcher part = STARS.matcher(pattern);
    StringBuilder expression = new StringBuilder();
    while (part.find()) {
      expression.append(
          switch (part.group()) {
            case "**" -> ".*";
            case "*" -> "[^/]*";
            default -> Pattern.quote(part.group());
          });
    }
    return expression.toString();
  }

  @Test
  void manyStarsEnd() {
    String pattern = "**a".repeat(200) + "b";
    assertTimeoutPreemptively(
        Duration.ofMinutes(1), () -> assertFalse(FileRule.matches(pattern, "a".repeat(500))));
  }
}
