package dev.hew.split.cut;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.report.Source;
import dev.hew.split.facts.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What is frozen, and what is more than that. */
class GrowthTest {
  private static final Tie TAKE = new Tie("p.A", "p.B", "call take");
  private static final Tie GIVE = new Tie("p.A", "p.B", "call give");

  private static Crossing crossing(Tie tie, String member, Integer... lines) {
    return new Crossing(
        tie, member, Arrays.stream(lines).map(line -> new Place("A.java", line)).toList());
  }

  private static Frozen frozen(Crossing... crossings) {
    return Frozen.of(Set.of(), Map.of(), List.of(crossings));
  }

  private static List<String> more(Frozen frozen, Crossing... now) {
    return Growth.of(List.of(now), frozen).more().stream()
        .map(m -> m.place().line() + " " + m.fresh() + " " + m.text())
        .toList();
  }

  @Test
  void sameInOtherLinesAndMethodsIsNotMore() {
    Frozen frozen = frozen(crossing(TAKE, "a/0", 3, 4), crossing(TAKE, "b/0", 9));
    assertEquals(List.of(), more(frozen, crossing(TAKE, "a/0", 7), crossing(TAKE, "c/1", 8, 8)));
  }

  @Test
  void anotherMemberIsNamedWhereItStands() {
    Frozen frozen = frozen(crossing(TAKE, "a/0", 3));
    Growth growth = Growth.of(List.of(crossing(GIVE, "a/0", 3)), frozen);
    assertEquals(
        List.of("`p.A -> p.B`: `call give` in `a/0` is not frozen"),
        growth.more().stream().map(Growth.More::text).toList());
    assertEquals(
        List.of("p.A -> p.B: call take"),
        growth.less().stream().map(Growth.Less::toString).toList());
    assertEquals(growth.less(), growth.mayHaveBeen(growth.more().get(0)));
  }

  @Test
  void oneMoreInAnotherMethodIsTheOneThere() {
    Frozen frozen = frozen(crossing(TAKE, "a/0", 30));
    assertEquals(
        List.of("2 1 `p.A -> p.B`: `call take` in `b/0` is not frozen"),
        more(frozen, crossing(TAKE, "a/0", 30), crossing(TAKE, "b/0", 2)));
  }

  @Test
  void oneMoreBesideEqualOnesCannotBeTold() {
    Frozen frozen = frozen(crossing(TAKE, "a/0", 3));
    assertEquals(
        List.of("3 1 `p.A -> p.B`: `call take` in `a/0` is there twice and frozen once;"
            + " which one is new cannot be told: line 3 (twice)"),
        more(frozen, crossing(TAKE, "a/0", 3, 3)));
    assertEquals(
        List.of("2 2 `p.A -> p.B`: `call take` in `a/0` is there 3 times and frozen once;"
            + " which ones are new cannot be told: lines 2, 3, 5"),
        more(frozen, crossing(TAKE, "a/0", 2, 3, 5)));
  }

  @Test
  void whatMayHaveMovedCannotBeTold() {
    Frozen frozen = frozen(crossing(TAKE, "a/0", 3));
    assertEquals(
        List.of("4 1 `p.A -> p.B`: `call take` is there twice and frozen once;"
            + " which one is new cannot be told: line 4 in `b/0`, line 5 in `c/0`"),
        more(frozen, crossing(TAKE, "b/0", 4), crossing(TAKE, "c/0", 5)));
  }

  @Test
  void whatIsLessIsGone() {
    Frozen frozen = frozen(crossing(TAKE, "a/0", 3, 4, 5), crossing(GIVE, "", 6));
    assertEquals(
        List.of("p.A -> p.B: call give", "p.A -> p.B: call take (2 times)"),
        Growth.of(List.of(crossing(TAKE, "a/0", 3)), frozen).less().stream()
            .map(Growth.Less::toString)
            .toList());
  }

  @Test
  void linesThatNobodyWroteAreNamed() {
    Checked<Frozen> read = read("""
        hewFrozen 3

        p.A -> p.B
          call take in a/0
        <<<<<<< ours
          call take in b/0
        =======
          call take in a/0
        >>>>>>> theirs
        nonsense
          call take
        """);
    assertEquals(
        List.of("5:1", "7:1", "8:3", "9:1", "10:1", "11:3"),
        read.diagnostics().stream()
            .map(d -> d.position().get().line() + ":" + d.position().get().column())
            .toList());
    assertTrue(read.diagnostics().stream().map(Diagnostic::hint).allMatch(h -> h.isPresent()));
  }

  @Test
  void earlierFormIsRefused() {
    Checked<Frozen> read = read("3 reference p.A -> p.B\n");
    assertFalse(read.ok());
    assertEquals(
        "an older hew wrote this, which froze pairs of classes and not what is used",
        read.diagnostics().get(0).message());
  }

  private static Checked<Frozen> read(String text) {
    return Frozen.read(new Source("hew-split.frozen", text));
  }

  /** Whatever tables and modules are called, what is written is read again. */
  @Property(tries = 300)
  void whatIsWrittenIsRead(
      @ForAll("crossings") List<Crossing> crossings, @ForAll("tables") Map<String, String> tables) {
    Map<Tie, Map<String, Crossing>> each = new TreeMap<>();
    crossings.forEach(c -> each.computeIfAbsent(c.tie(), t -> new TreeMap<>()).put(c.member(), c));
    List<Crossing> all = new ArrayList<>();
    each.values().forEach(members -> all.addAll(members.values()));
    Frozen frozen = Frozen.of(Set.of("p.Shared"), tables, all);
    Frozen again = read(frozen.text()).value();
    assertEquals(frozen, again);
    assertEquals(new Growth(List.of(), List.of()), Growth.of(all, again));
  }

  @Provide
  Arbitrary<Map<String, String>> tables() {
    Arbitrary<String> names = Arbitraries.of(
        "orders",
        "log",
        "a: b",
        "a:b",
        "a:",
        "\"q\": x",
        "x -> y",
        "a\nb",
        "Shop Orders",
        "#t",
        "ö");
    Arbitrary<String> modules = Arbitraries.of("", "order", "x: y", "y:", "\"m\"");
    return Arbitraries.maps(names, modules).ofMaxSize(6);
  }

  @Provide
  Arbitrary<List<Crossing>> crossings() {
    Arbitrary<String> names = Arbitraries.of("p.A", "in", "x", "p.T$1");
    Arbitrary<String> to = Arbitraries.of(
        "p.B", "table in in", "table a\nb", "module (2 times)", "no module", "x -> y");
    Arbitrary<String> what =
        Arbitraries.of("call in", "call x", "new", "write by R.in", "query", "extends");
    Arbitrary<String> members = Arbitraries.of("", "in/0", "x/12", "<init>/2");
    return Combinators.combine(names, to, what, members, Arbitraries.integers().between(1, 3))
        .as((from, end, how, member, times) -> new Crossing(
            new Tie(from, end, how), member, Collections.nCopies(times, new Place("A.java", 1))))
        .list()
        .ofMaxSize(20);
  }
}
