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

  /** They speak of no type of the contract, so that a schema may well be called {@code User}. */
  private static final Set<String> WITHOUT_CONTRACT_TYPES = Set.of(
      "ApiKeyFilter.java.ftl",
      "BodyLimit.java.ftl",
      "ContractSchemas.java.ftl",
      "DocsConfiguration.java.ftl",
      "ErrorHandler.java.ftl",
      "FormBodyFilter.java.ftl",
      "HealthCheck.java.ftl",
      "JsonConfiguration.java.ftl",
      "JsonPatches.java.ftl",
      "JsonPointers.java.ftl",
      "PartsSchema.java.ftl",
      "PlainTexts.java.ftl",
      "ProblemReport.java.ftl",
      "Refusals.java.ftl",
      "Replies.java.ftl",
      "SecurityConfiguration.java.ftl",
      "ServerConfiguration.java.ftl",
      "StrictNulls.java.ftl");

  @Test
  void reservesEveryTypeThatATemplateImports() {
    var pack = Stacks.named("spring-boot").value();
    Set<String> missing = new TreeSet<>();
    List<Content> templates = pack.files().files().entrySet().stream()
        .filter(file -> file.getKey().value().startsWith("src/main/java/"))
        .filter(file -> WITHOUT_CONTRACT_TYPES.stream().noneMatch(file.getKey().value()::endsWith))
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
