package dev.hew.split.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.code.SourceFile;
import dev.hew.compiler.JavaParser;
import dev.hew.report.Source;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MemberNamesTest {
  private static final String BEFORE =
      "package p; import q.B; class A<T> extends C { int a; B b; A() {} B get(int i) { return b; } }";

  private static SourceFile parsed(String text) {
    return JavaParser.parse(List.of(new Source("p/A.java", text))).get(0);
  }

  private static Optional<Set<String>> changed(String from, String to) {
    return MemberNames.changed(parsed(BEFORE), parsed(BEFORE.replace(from, to)));
  }

  @Test
  void whatStandsInABodyIsNoChangeToOthers() {
    assertEquals(Optional.of(Set.of()), changed("return b;", "D.go(); return b;"));
    assertEquals(Optional.of(Set.of()), changed("import q.B;", "import q.B; import q.E;"));
  }

  @Test
  void aMemberThatCameWentOrBecameAnotherIsNamed() {
    assertEquals(Optional.of(Set.of("more")), changed("int a;", "int a; void more() {}"));
    assertEquals(Optional.of(Set.of("a")), changed("int a;", ""));
    assertEquals(Optional.of(Set.of("a")), changed("int a", "static final int a = 1"));
    assertEquals(Optional.of(Set.of("get")), changed("int i", "int i, int j"));
    assertEquals(Optional.of(Set.of("A#<init>", "<init>")), changed("A()", "A(int i)"));
  }

  @Test
  void aNameThatMeansAnotherTypeChangesTheMembersThatMentionIt() {
    assertEquals(Optional.of(Set.of("b", "get")), changed("import q.B;", "import r.B;"));
  }

  @Test
  void moreThanMembersIsNotTold() {
    assertEquals(Optional.empty(), changed("extends C", "extends D"));
    assertEquals(Optional.empty(), changed("import q.B;", "import q.B; import q.C;"));
    assertEquals(Optional.empty(), changed("import q.B;", "import q.B; import q.*;"));
    assertEquals(Optional.empty(), changed("<T>", "<T, B>"));
    assertEquals(Optional.empty(), changed("int a;", "int a; class D {}"));
    assertEquals(Optional.empty(), changed("package p", "package q"));
  }

  @Test
  void aFileAsksForWhatItCallsWhatItMakesAndTheFieldsBehindIt() {
    int[] asked = MemberNames.asked(
        parsed(
            "package p; class Z extends Y { void m(A a) { a.getHeld().go(); new B(1); flag++; super.x(); } }"));
    for (String name : List.of("getHeld", "held", "go", "B#<init>", "flag", "x")) {
      assertTrue(Arrays.binarySearch(asked, name.hashCode()) >= 0, name);
    }
    for (String name : List.of("A#<init>", "B", "m", "<init>")) {
      assertFalse(Arrays.binarySearch(asked, name.hashCode()) >= 0, name);
    }
  }
}
