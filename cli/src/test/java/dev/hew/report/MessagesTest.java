package dev.hew.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every code that hew reports has a section of its own in {@code docs/messages.md}, and every section a code. */
class MessagesTest {
  private static final Pattern CODE = Pattern.compile(
      "(?:\\b(?:error|warning|warn|errorAtKey|warnAtKey)\\(|\\bSYNTAX =)\\s*\"([a-z][a-z0-9]*(?:-[a-z0-9]+)+)\"");
  private static final Pattern LAUNCHER_CODE = Pattern.compile("\\bfail ([a-z]+(?:-[a-z]+)+) ");
  private static final Pattern SECTION = Pattern.compile("(?m)^### (\\S+)$");

  @Test
  void everyCodeHasItsSection() throws IOException {
    Set<String> used = new TreeSet<>();
    try (Stream<Path> all = Files.walk(Path.of("src/main/java"))) {
      for (Path file : all.filter(p -> p.toString().endsWith(".java")).toList()) {
        used.addAll(found(CODE, Files.readString(file)));
      }
    }
    for (String launcher : List.of("../hew", "src/main/dist/bin/hew")) {
      List<String> codes = found(LAUNCHER_CODE, Files.readString(Path.of(launcher)));
      assertTrue(codes.size() > 2, "the codes are no longer found in " + launcher);
      used.addAll(codes);
    }
    List<String> sections = found(SECTION, Files.readString(Path.of("../docs/messages.md")));
    assertTrue(used.size() > 50, "the codes are no longer found in the sources");
    assertEquals(String.join("\n", used), String.join("\n", new TreeSet<>(sections)));
    assertEquals(sections.size(), Set.copyOf(sections).size(), "a section stands twice");
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult m) -> m.group(1)).toList();
  }
}
