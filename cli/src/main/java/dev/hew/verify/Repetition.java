package dev.hew.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Knows when enough failures of one kind have been told: a server that is asked without the right credentials, or under
 * the wrong base path, fails every case in the same way. Not safe for threads.
 */
public final class Repetition {
  private static final int ENOUGH = 10;
  private static final int FIRST_ERROR = 400;

  private final Map<Integer, Integer> failuresByStatus = new TreeMap<>();

  /** Counts a failure, and says whether it is worth telling. */
  public boolean isWorthTelling(Finding failure) {
    return failure
        .answer()
        .map(Answer::status)
        .filter(status -> status >= FIRST_ERROR)
        .map(status -> failuresByStatus.merge(status, 1, Integer::sum) <= ENOUGH)
        .orElse(true);
  }

  /** What was not told, a line for each kind. */
  public List<String> untold() {
    List<String> lines = new ArrayList<>();
    failuresByStatus.forEach((status, failures) -> {
      if (failures > ENOUGH) {
        lines.add((failures - ENOUGH) + " more failed cases were answered " + status + cause(status)
            + "; `--format json` and `--report` have all of them");
      }
    });
    return lines;
  }

  private static String cause(int status) {
    return switch (status) {
      case 401, 403 -> " (are `--bearer`, `--basic` and `--api-key` as the server wants them?)";
      case 404 -> " (does URL end where the contract's paths begin?)";
      default -> "";
    };
  }
}
