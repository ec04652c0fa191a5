package dev.hew;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each rule of the house finds the violation planted for it below {@code planted.dev.hew}, and nothing else there. */
class ArchitectureRulesCatchTest {
  /** The planted class that a line of a violation report starts from. */
  private static final Pattern CULPRIT =
      Pattern.compile("planted\\.dev\\.hew\\.(?:[a-z]+\\.)*([A-Z]\\w+)");

  @TestFactory
  Stream<DynamicTest> ruleCatchesWhatWasPlanted() {
    JavaClasses planted = new ClassFileImporter().importPackages("planted.dev.hew");
    Map<String, ArchRule> rules = new ArchitectureRules("planted.dev.hew").all();
    assertEquals(culprits().keySet(), rules.keySet(), "each rule has a planted violation");
    return rules.entrySet().stream()
        .map(rule -> DynamicTest.dynamicTest(
            rule.getKey(),
            () -> assertEquals(culprits().get(rule.getKey()), caught(rule.getValue(), planted))));
  }

  @Test
  void packageWithoutSentenceIsCaught(@TempDir Path sources) throws IOException {
    write(sources.resolve("good/package-info.java"), "/** Good. */\npackage good;\n");
    write(sources.resolve("good/A.java"), "package good;\n");
    write(sources.resolve("mute/package-info.java"), "package mute;\n");
    write(sources.resolve("missing/B.java"), "package missing;\n");
    assertEquals(
        List.of(Path.of("missing"), Path.of("mute")),
        ArchitectureRules.unexplainedPackages(sources));
  }

  private static Map<String, Set<String>> culprits() {
    Map<String, Set<String>> planted = new HashMap<>();
    planted.put("words", Set.of("WordsKnowLine"));
    planted.put("lines", Set.of("LineKnowsFlow"));
    planted.put("edges", Set.of("EdgeKnowsRule"));
    planted.put("edges-callers", Set.of("CommandTouchesDisk"));
    planted.put("flow", Set.of("FlowKnowsCommand"));
    planted.put("shell", Set.of("CommandKnowsMain"));
    planted.put("line-one", Set.of("LineOneKnowsSplit"));
    planted.put("line-two", Set.of("LineTwoKnowsContract"));
    planted.put("door-picocli", Set.of("FlowParsesArguments"));
    planted.put("door-freemarker", Set.of("ModelKnowsTemplates"));
    planted.put("door-yaml", Set.of("SpecParsesYaml"));
    planted.put("door-jackson", Set.of("LockParsesJson"));
    planted.put("door-schema", Set.of("CasesValidate"));
    planted.put("door-markdown", Set.of("LockReadsMarkdown"));
    planted.put("door-merge", Set.of("ChangeComparesLines"));
    planted.put("door-git", Set.of("MergeOpensRepository"));
    planted.put("door-compiler", Set.of("FactsKnowCompiler"));
    planted.put("cycles", Set.of("PackInCircle", "RenderInCircle"));
    planted.put("world", Set.of("ContractReadsFile"));
    planted.put("mood", Set.of("CasesThrowDice", "ContractTakesLocale", "FlowReadsClock"));
    planted.put("output", Set.of("CommandExits", "FlowPrints"));
    return planted;
  }

  private static Set<String> caught(ArchRule rule, JavaClasses classes) {
    Set<String> culprits = new TreeSet<>();
    for (String report : rule.evaluate(classes).getFailureReport().getDetails()) {
      for (String line : report.split("\n")) {
        Matcher culprit = CULPRIT.matcher(line);
        if (culprit.find()) {
          culprits.add(culprit.group(1));
        }
      }
    }
    return culprits;
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
