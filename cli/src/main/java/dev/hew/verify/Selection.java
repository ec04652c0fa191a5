package dev.hew.verify;

import dev.hew.cases.Case;
import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.report.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Chooses the cases that are sent. */
public final class Selection {
  private static final Set<String> HARMLESS = Set.of("GET", "HEAD");

  /** How many operations a hint names. */
  private static final int MOST_NAMED = 3;

  private Selection() {}

  /**
   * The cases that at least one word means, in their order; all of them without a word.
   *
   * @param words each the id of a case, which means that one; or what ids start with up to a dot (an operationId, for
   *     instance), an operation such as {@code GET /pets}, or a pattern for one of these, in which {@code *} stands for
   *     anything
   */
  public static Checked<List<Case>> of(List<Case> cases, List<String> words) {
    List<Diagnostic> unknown = new ArrayList<>();
    Set<Case> chosen = new LinkedHashSet<>();
    for (String word : words) {
      List<Case> found = meant(word, cases);
      if (found.isEmpty()) {
        unknown.add(unknown(word, cases));
      }
      chosen.addAll(found);
    }
    List<Case> selected =
        words.isEmpty() ? cases : cases.stream().filter(chosen::contains).toList();
    return Checked.of(selected, unknown);
  }

  private static List<Case> meant(String word, List<Case> cases) {
    List<Case> exact = cases.stream().filter(one -> one.id().equals(word)).toList();
    List<Case> same = exact.isEmpty()
        ? cases.stream().filter(one -> one.id().equalsIgnoreCase(word)).toList()
        : exact;
    Pattern pattern = pattern(word);
    return same.isEmpty()
        ? cases.stream()
            .filter(one -> names(one).stream().anyMatch(n -> pattern.matcher(n).matches()))
            .toList()
        : same;
  }

  /** All that a case can be called by. */
  static List<String> names(Case one) {
    List<String> names = new ArrayList<>(List.of(one.operation(), one.id()));
    for (int dot = one.id().indexOf('.'); dot >= 0; dot = one.id().indexOf('.', dot + 1)) {
      names.add(one.id().substring(0, dot));
    }
    return names;
  }

  private static Pattern pattern(String word) {
    StringBuilder pattern = new StringBuilder();
    for (String literal : word.split("\\*", -1)) {
      pattern.append(pattern.isEmpty() ? "" : ".*").append(Pattern.quote(literal));
    }
    return Pattern.compile(pattern.toString(), Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  }

  private static Diagnostic unknown(String word, List<Case> cases) {
    Set<String> names = new LinkedHashSet<>();
    cases.forEach(one -> names.addAll(names(one)));
    return Diagnostic.error("case-unknown", "no case and no operation is called `" + word + "`")
        .withHint(Nearest.to(word, names)
            .map(near -> "did you mean `" + near + "`?")
            .orElseGet(() -> known(cases)));
  }

  /** Some words that would have meant something. */
  private static String known(List<Case> cases) {
    List<String> operations = cases.stream().map(Case::operation).distinct().toList();
    if (operations.isEmpty()) {
      return "the contract has no cases: leave `--only` out";
    }
    String some = operations.stream()
        .limit(MOST_NAMED)
        .map(operation -> "`" + operation + "`")
        .collect(Collectors.joining(", "));
    int more = operations.size() - MOST_NAMED;
    return "there are cases for " + some + (more > 0 ? " and " + more + " more" : "")
        + "; without `--only`, `--format json` lists the ids of all";
  }

  /** The case, exempt when it takes a token that a caller cannot make of the one they have. */
  public static Case possible(Case one) {
    boolean lesser = one.kind() == Case.Kind.AUTH
        && one.steps().stream().anyMatch(step -> step.expect().status().equals(List.of("403")));
    return lesser ? exempt(one, "not sent: it takes a token without scopes") : one;
  }

  /** The case, exempt when one of its requests could change something on the server (RFC 9110, section 9.2.1). */
  public static Case harmless(Case one) {
    boolean sent =
        one.steps().stream().allMatch(step -> HARMLESS.contains(step.request().method()));
    return sent ? one : exempt(one, "not sent: only GET and HEAD are, in safe mode");
  }

  private static Case exempt(Case one, String reason) {
    return new Case(
        one.id(), one.operation(), one.kind(), Optional.of(reason), List.of(), one.why());
  }
}
