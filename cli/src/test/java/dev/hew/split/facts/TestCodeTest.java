package dev.hew.split.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What folders say of code. */
class TestCodeTest {
  @Test
  void aBuildModuleOfTestsIsTestCodeWhateverItsSourceSets() {
    List<String> tests = List.of(
        "test-suite/api/src/main/java/p/A.java",
        "integration-tests/src/main/java/p/A.java",
        "tests/src/main/java/p/A.java",
        "core/src/test/java/p/A.java",
        "core/src/integrationTest/java/p/A.java",
        "test/p/A.java");
    List<String> code = List.of(
        "core/src/main/java/p/test/A.java",
        "core/src/main/java/p/tests/A.java",
        "contest/src/main/java/p/A.java",
        "test-api/src/main/java/p/A.java",
        "lab-test/src/main/java/p/A.java");
    assertEquals(tests, tests.stream().filter(TestCode::isTest).toList());
    assertEquals(List.of(), code.stream().filter(TestCode::isTest).toList());
  }
}
