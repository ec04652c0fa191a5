package dev.hew.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hew.cases.Case;
import dev.hew.report.Checked;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SelectionTest {
  private static final List<Case> CASES = Stream.of(
          "getKey.200", "getKey.200.second", "getKey.404", "getkey.404", "other.200")
      .map(id -> new Case(
          id,
          "GET /" + id.substring(0, id.indexOf('.')),
          Case.Kind.SUCCESS,
          Optional.empty(),
          List.of(),
          "#/paths"))
      .toList();

  private static List<String> of(String... words) {
    return Selection.of(CASES, List.of(words)).value().stream().map(Case::id).toList();
  }

  @Test
  void idMeansOneCase() {
    assertEquals(List.of("getKey.200"), of("getKey.200"));
    assertEquals(List.of("getkey.404"), of("getkey.404"));
    assertEquals(List.of("other.200"), of("Other.200"));
  }

  @Test
  void startsOperationsAndPatternsMeanSeveral() {
    assertEquals(List.of("getKey.200", "getKey.200.second"), of("getKey.200*"));
    assertEquals(4, of("getKey").size());
    assertEquals(List.of("other.200"), of("GET /other"));
  }

  @Test
  void hintNamesOperationsOfThisContract() {
    Checked<List<Case>> none = Selection.of(CASES, List.of("nothing-like-it"));
    assertEquals(
        Optional.of("there are cases for `GET /getKey`, `GET /getkey`, `GET /other`; without"
            + " `--only`, `--format json` lists the ids of all"),
        none.diagnostics().get(0).hint());
  }
}
