package dev.hew.cases;

import dev.hew.contract.Contract;
import dev.hew.resource.Resources;
import dev.hew.schema.SchemaSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The cases that prove a contract.
 *
 * @param cases by operation in the order of the contract
 * @param schemas what the cases name
 */
public record Cases(List<Case> cases, SchemaSet schemas) {
  private static final Resources NOTHING = new Resources(List.of());

  public Cases {
    cases = List.copyOf(cases);
  }

  /** The cases of a server that keeps nothing. */
  public static Cases of(Contract contract) {
    return ofKnown(contract, NOTHING, 0);
  }

  /**
   * The cases of a server of which nobody says what it keeps: nothing hangs on that, but what is added has keys of its own.
   *
   * @param given how many keys of items count as given already, see {@link Proof#cases}
   */
  public static Cases of(Contract contract, int given) {
    return ofKnown(contract, Resources.of(contract, Map.of()), given);
  }

  private static Cases ofKnown(Contract contract, Resources perhaps, int given) {
    Workshop workshop = Workshop.of(contract);
    Refusals refusals = Refusals.of(contract, workshop);
    return of(contract, NOTHING, perhaps, given, workshop, refusals);
  }

  /**
   * @param kept what the server keeps
   * @param given how many keys of items count as given already, see {@link Proof#cases}
   */
  static Cases of(
      Contract contract, Resources kept, int given, Workshop workshop, Refusals refusals) {
    return of(contract, kept, NOTHING, given, workshop, refusals);
  }

  private static Cases of(
      Contract contract,
      Resources kept,
      Resources perhaps,
      int given,
      Workshop workshop,
      Refusals refusals) {
    List<Case> cases = new CaseBuilder(contract, kept, perhaps, given, workshop, refusals).build();
    return new Cases(cases, workshop.bundle().schemas().closure(named(cases)));
  }

  private static Set<String> named(List<Case> cases) {
    Set<String> names = new HashSet<>();
    for (Case one : cases) {
      for (Case.Step step : one.steps()) {
        step.request().schema().ifPresent(names::add);
        step.request().violates().ifPresent(names::add);
        List<Case.Expect> expects = new ArrayList<>(step.alternatives());
        expects.add(step.expect());
        for (Case.Expect expect : expects) {
          expect.schema().ifPresent(names::add);
          expect.headers().forEach(header -> names.add(header.schema()));
        }
      }
    }
    return names;
  }
}
