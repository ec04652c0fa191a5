package dev.hew.split.facts;

import dev.hew.code.SourceFile;
import dev.hew.code.TypeDeclaration;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells test code and generated code from the rest, by folder, imports and marks. */
final class TestCode {
  private static final Set<String> GENERATED_FOLDERS =
      Set.of("generated", "generated-sources", "src-gen", "gen");

  /** What folders of build modules are named that hold nothing but tests, whatever their source sets. */
  private static final Pattern TEST_MODULE = Pattern.compile(
      "test|(.*-)?tests|(.*-)?test-?suites?|(.*-)?(integration|functional|acceptance|system|smoke|e2e|load|performance)-test");

  private TestCode() {}

  static boolean isTest(SourceFile file) {
    return isTest(file.path())
        || (file.imports().stream()
                .anyMatch(
                    i -> i.name().startsWith("org.junit.") || i.name().startsWith("org.testng."))
            && !file.path().contains("src/main/"));
  }

  /** Whether a file stands in a folder for tests. */
  static boolean isTest(String path) {
    String all = path.toLowerCase(Locale.ROOT);
    if (!all.contains("test") && !all.contains("src/it/")) {
      return false; // asked of every class, several times
    }
    String before = "";
    boolean inSources = false;
    for (String part : path.split("/")) {
      String name = part.toLowerCase(Locale.ROOT);
      boolean module =
          !inSources && path.contains("/src/") && TEST_MODULE.matcher(name).matches();
      if (module) {
        return true;
      }
      inSources |= name.equals("src");
      boolean sourceSet = before.equals("src")
          && (name.startsWith("test") || name.endsWith("test") || name.equals("it"));
      if (sourceSet || name.equals("test") || name.equals("tests")) {
        // a package called `test` below src/main is code like any other
        return !path.contains("src/main/");
      }
      before = name;
    }
    return false;
  }

  static boolean isGenerated(SourceFile file, TypeDeclaration type) {
    if (type.annotation("Generated").isPresent()) {
      return true;
    }
    for (String part : file.path().split("/")) {
      if (GENERATED_FOLDERS.contains(part)) {
        return true;
      }
    }
    return false;
  }
}
