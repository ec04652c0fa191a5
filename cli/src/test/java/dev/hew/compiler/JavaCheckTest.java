package dev.hew.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.report.Source;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JavaCheckTest {
  private static JavaCheck.Findings check(String text) {
    return JavaCheck.of(List.of(new Source("a/A.java", text)));
  }

  @Test
  void errorsHaveAPlace() {
    JavaCheck.Findings findings = check("class A {\n  int a = b;\n}\n");
    assertEquals(Optional.empty(), findings.unknown());
    assertEquals(
        List.of(new JavaCheck.Problem("a/A.java", 2, 11, "cannot find variable b", "class A")),
        findings.problems());
  }

  /** One {@code @Override} is like the other, so that a comparison of two versions would not tell them apart. */
  @Test
  void whatOverridesNothingIsNamed() {
    JavaCheck.Findings findings =
        check("class A {\n  @Override\n  @Deprecated(since = \"b (c\")\n\tpublic void d() {}\n}\n");
    assertEquals(
        List.of(new JavaCheck.Problem(
            "a/A.java",
            4,
            21,
            "method does not override or implement a method from a supertype",
            "")),
        findings.problems());
  }

  @Test
  void aCompilerThatBreaksDownIsNoCompilerThatFindsNothing() {
    int deep = 200_000;
    JavaCheck.Findings findings =
        check("class A {\n  int a = " + "(".repeat(deep) + "1" + ")".repeat(deep) + ";\n}\n");
    assertEquals(List.of(), findings.problems());
    assertTrue(findings.unknown().orElseThrow().contains("broke down"));
  }
}
