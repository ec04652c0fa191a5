package dev.hew.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.hew.code.SourceFile;
import dev.hew.report.Source;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Texts on which the compiler breaks down. Isolated, since the error stream is one for all. */
@Isolated
class JavaParserTest {
  private static final String DEEP =
      "class A { int x = " + "(".repeat(100_000) + "1" + ")".repeat(100_000) + "; }";

  @Test
  void aBreakdownIsNotPrinted() {
    PrintStream before = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    List<SourceFile> parsed = new ArrayList<>();
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      assertEquals(Optional.empty(), JavaParser.tree(DEEP, (unit, positions) -> "read"));
      parsed.addAll(JavaParser.parse(
          List.of(new Source("A.java", DEEP), new Source("B.java", "class B {}"))));
    } finally {
      System.setErr(before);
    }
    assertEquals(1, parsed.get(0).flaws().size());
    assertEquals(List.of(), parsed.get(1).flaws());
    assertFalse(
        printed.toString(StandardCharsets.UTF_8).contains("com.sun.tools.javac"),
        "the compiler's stack trace");
  }

  @Test
  void whateverBreaksDownLeavesNoTree() {
    for (Throwable failure : List.of(
        new IllegalStateException("javac"),
        new AssertionError("javac"),
        new StackOverflowError())) {
      assertEquals(Optional.empty(), JavaParser.tree("class A {}", (unit, positions) -> {
        if (failure instanceof Error error) {
          throw error;
        }
        throw (RuntimeException) failure;
      }));
    }
  }
}
