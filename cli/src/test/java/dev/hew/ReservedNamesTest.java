package dev.hew;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.hew.flow.Stacks;
import dev.hew.tree.Content;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A contract's schema must not take the name of a type that the Java templates import. */
class ReservedNamesTest {
  private static final Pattern IMPORTED = Pattern.compile(
      "(?:import |'|\\.)(?:[a-z]\\w*\\.)+([A-Z]\\w*)[;']|(?:web|json) \\+ '([A-Z]\\w*)'");

  @Test
  void reservesEveryTypeThatATemplateImports() {
    var pack = Stacks.named("spring-boot").value();
    Set<String> missing = new TreeSet<>();
    List<Content> templates = pack.files().files().entrySet().stream()
        .filter(file -> file.getKey().value().startsWith("src/main/java/"))
        .map(java.util.Map.Entry::getValue)
        .toList();
    assertFalse(templates.isEmpty());
    for (Content template : templates) {
      Matcher matcher = IMPORTED.matcher(template.text());
      while (matcher.find()) {
        missing.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
      }
    }
    assertFalse(missing.isEmpty());
    missing.removeAll(pack.language().reservedTypes());
    assertEquals(Set.of(), missing);
  }
}
