package dev.hew.split.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class WildcardsTest {
  @Test
  void starsStandForNamesAndPackages() {
    assertTrue(Wildcards.of("org.acme.**.Visit*", false).matches("org.acme.VisitDesk"));
    assertTrue(Wildcards.of("org.acme.**.Visit*", false).matches("org.acme.a.b.Visit"));
    assertFalse(Wildcards.of("org.acme.*.Visit", false).matches("org.acme.a.b.Visit"));
    assertTrue(Wildcards.of("Visit*", false).matches("org.acme.VisitDesk"));
    assertTrue(Wildcards.of("org.*me", true).matches("org.acme.pets.Pet"));
    assertFalse(Wildcards.of("org.*me", true).matches("org.acmepets.Pet"));
  }

  /** As a regular expression says it, which takes longer for each star. */
  @RepeatedTest(40)
  void agreesWithRegularExpressions(RepetitionInfo info) {
    Random random = new Random(info.getCurrentRepetition());
    List<String> pieces = List.of("a", "b", ".", "*", "**", "**.", "ab");
    for (int i = 0; i < 50; i++) {
      String pattern = text(random, pieces, 6);
      boolean below = random.nextBoolean();
      Pattern regex = regex(pattern, below);
      for (int j = 0; j < 50; j++) {
        String name = text(random, List.of("a", "b", ".", "ab", ".a"), 8);
        assertEquals(
            regex.matcher(name).matches(),
            Wildcards.of(pattern, below).matches(name),
            pattern + " " + below + " " + name);
      }
    }
  }

  /** A pattern of a file that anybody may propose must not hang a build. */
  @Test
  void manyStarsEnd() {
    String name = "a.".repeat(400) + "B";
    String pattern = "**.".repeat(200) + "q";
    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> assertFalse(Wildcards.of(pattern, false).matches(name)));
  }

  private static Pattern regex(String text, boolean below) {
    StringBuilder regex = new StringBuilder(text.contains(".") ? "" : "(.*\\.)?");
    Matcher piece = Pattern.compile("\\*\\*\\.|\\*\\*|\\*|.").matcher(text);
    while (piece.find()) {
      regex.append(
          switch (piece.group()) {
            case "**." -> "(.*\\.)?";
            case "**" -> ".*";
            case "*" -> "[^.]*";
            default -> Pattern.quote(piece.group());
          });
    }
    return Pattern.compile(regex + (below ? "(\\..*)?" : ""));
  }

  private static String text(Random random, List<String> pieces, int most) {
    return IntStream.range(0, random.nextInt(most) + 1)
        .mapToObj(i -> pieces.get(random.nextInt(pieces.size())))
        .collect(Collectors.joining());
  }
}
