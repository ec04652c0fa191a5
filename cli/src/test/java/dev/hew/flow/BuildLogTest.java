package dev.hew.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hew.report.Diagnostic;
import dev.hew.report.Position;
import java.util.List;
import org.junit.jupiter.api.Test;

class BuildLogTest {
  private static List<String> errors(String log) {
    return BuildLog.errors(log.lines().toList()).stream()
        .map(d -> d.position().map(Position::toString).orElse("-") + " " + d.message())
        .toList();
  }

  @Test
  void whatDoesNotCompileHasItsPlace() {
    assertEquals(
        List.of(
            "src/main/java/a/B.java:12:34 `cannot find symbol; symbol: method note(); location: class a.Order`",
            "src/main/java/a/C.java:3:1 `';' expected`"),
        errors("""
            [INFO] Compiling 40 source files
            [ERROR] COMPILATION ERROR :\s
            [ERROR] /tmp/s/.hew/local/scratch/src/main/java/a/B.java:[12,34] cannot find symbol
            [ERROR]   symbol:   method note()
            [ERROR]   location: class a.Order
            [ERROR] /tmp/s/.hew/local/scratch/src/main/java/a/C.java:[3,1] ';' expected
            [INFO] BUILD FAILURE
            [ERROR] Failed to execute goal org.apache.maven.plugins:maven-compiler-plugin: Compilation failure
            [ERROR] /tmp/s/.hew/local/scratch/src/main/java/a/B.java:[12,34] cannot find symbol
            [ERROR]   symbol:   method note()
            [ERROR] -> [Help 1]
            """));
  }

  @Test
  void aTestThatFailsIsNamed() {
    assertEquals(
        List.of("- `ContractTest.prove:112 getNote/success: 500 instead of 200`"), errors("""
            [INFO] Running ContractTest
            [ERROR] Failures:\s
            [ERROR]   ContractTest.prove:112 getNote/success: 500 instead of 200
            [ERROR] Tests run: 3, Failures: 1, Errors: 0, Skipped: 0
            """));
  }

  @Test
  void whatLooksLikeNoErrorEndsWithItsLastLine() {
    assertEquals(List.of("- `broken`"), errors("hello\nbroken\n\n"));
    assertEquals(List.of(), errors(""));
  }

  @Test
  void noMoreThanAFew() {
    StringBuilder log = new StringBuilder();
    for (int i = 1; i <= 40; i++) {
      log.append("src/A.java:").append(i).append(": error: wrong ").append(i).append('\n');
    }
    List<Diagnostic> found = BuildLog.errors(log.toString().lines().toList());
    assertEquals(5, found.size());
    assertEquals(new Position("src/A.java", 1, 1), found.get(0).position().orElseThrow());
  }
}
