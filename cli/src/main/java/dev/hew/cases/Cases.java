package dev.hew.cases;

import dev.hew.contract.Contract;
import dev.hew.resource.Resources;
import dev.hew.schema.SchemaSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The cases that prove a contract.
 *
 * @param cases by operation in the order of the contract
 * @param schemas what the cases name
 */
public record Cases(List<Case> cases, SchemaSet schemas) {
  public Cases {
    cases = List.copyOf(cases);
  }

  /** The cases of a server that keeps nothing. */
  public static Cases of(Contract contract) {
    Workshop workshop = Workshop.of(contract);
    return of(contract, new Resources(List.of()), 0, workshop, Refusals.of(contract, workshop));
  }

  /**
   * @param kept what the server keeps
   * @param given how many keys of items count as given already, see {@link Proof#cases}
   */
  static Cases of(
      Contract contract, Resources kept, int given, Workshop workshop, Refusals refusals) {
    List<Case> cases = new CaseBuilder(contract, kept, given, workshop, refusals).build();
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
