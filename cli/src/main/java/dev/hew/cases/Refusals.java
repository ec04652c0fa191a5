package dev.hew.cases;

import dev.hew.contract.Contract;
import dev.hew.contract.Operation;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The requests that a contract forbids. Nearly all of them are the same whatever the service keeps. */
final class Refusals {
  private final Negatives negatives;
  private final Map<Operation, Known> known = new IdentityHashMap<>();

  /**
   * @param draft the right request that the wrong ones were made of
   * @param first whether no operation before it has the same path
   */
  private record Known(Draft draft, boolean first, List<Negatives.Negative> found) {}

  private Refusals(Negatives negatives) {
    this.negatives = negatives;
  }

  static Refusals of(Contract contract, Workshop workshop) {
    Drafts drafts = new Drafts(contract, workshop);
    Negatives negatives = new Negatives(contract, workshop, new Expectations(workshop.bundle()));
    Refusals refusals = new Refusals(negatives);
    Set<String> paths = new HashSet<>();
    for (Operation operation : contract.operations()) {
      if (drafts.impossible(operation).isEmpty() && !AuthCases.isShut(operation, contract)) {
        Draft draft = Drafts.accepting(operation, drafts.draft(operation));
        boolean first = paths.add(operation.path().text());
        refusals.known.put(
            operation, new Known(draft, first, negatives.of(operation, draft, first)));
      }
    }
    return refusals;
  }

  /**
   * Those of an operation that can be called.
   *
   * @param draft a right request that takes every answer; its body may be of what is kept
   */
  List<Negatives.Negative> of(Operation operation, Draft draft) {
    Known before = known.get(operation);
    return draft.body().equals(before.draft().body())
        ? before.found()
        : negatives.of(operation, draft, before.first());
  }
}
