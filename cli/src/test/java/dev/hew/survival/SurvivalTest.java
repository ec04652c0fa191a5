package dev.hew.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.survival.Account.Fate;
import dev.hew.survival.Survival.Run;
import dev.hew.survival.Survival.Start;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A fixed sample of the edit-survival benchmark. */
class SurvivalTest {
  private static final int EVERY = 4;

  @Test
  void noEditedLineIsLost() throws IOException {
    List<Run> runs = new ArrayList<>();
    List<ContractChange> changes = ContractChange.all();
    List<UserEdit> edits = UserEdit.all();
    for (Start start : Survival.starts().subList(0, 1)) {
      for (int c = 0; c < changes.size(); c++) {
        int number = c;
        Survival.step(start, changes.get(c), 1).ifPresent(step -> {
          for (int e = number % EVERY; e < edits.size(); e += EVERY) {
            Survival.run(step, edits.get(e), number + e, Optional.empty()).ifPresent(runs::add);
          }
        });
      }
    }
    List<String> lost =
        runs.stream().flatMap(r -> r.account().losses().stream()).toList();
    assertEquals(List.of(), lost);
    assertTrue(runs.size() >= 150, () -> runs.size() + " runs");
    List<Run> apart = runs.stream().filter(r -> !r.account().overlapping()).toList();
    double smooth = SurvivalTable.percent(apart, r -> r.fate() != Fate.CONFLICTED);
    assertTrue(smooth >= 90, () -> smooth + " % of edits apart from hew's merge without conflict");
  }
}
