package dev.hew.split.cut;

import dev.hew.split.facts.ClassFact;
import dev.hew.split.facts.Facts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the price of every cut through a code base asks for, found out once. */
public final class PricingBase {
  final Facts facts;
  final CallGraph calls;
  final Ends ends;
  final Requests requests;
  final List<Writing> writings = new ArrayList<>();
  final List<ClassFact.Association> associations;
  final Map<String, ClassFact> classes = new HashMap<>();

  /** A transaction that writes more than one table. */
  record Writing(String type, ClassFact.Transaction transaction, Set<String> tables) {}

  /** That of a code base. */
  public PricingBase(Facts facts) {
    this.facts = facts;
    this.calls = new CallGraph(facts);
    this.ends = new Ends(facts.uses());
    this.requests = new Requests(facts, calls);
    this.associations = facts.classes().stream()
        .flatMap(c -> c.entity().stream())
        .flatMap(e -> e.associations().stream())
        .toList();
    facts.classes().forEach(this::note);
  }

  private void note(ClassFact fact) {
    classes.put(fact.name(), fact);
    for (ClassFact.Transaction transaction : fact.transactions()) {
      if (!fact.test() && !transaction.readOnly() && !transaction.member().equals("*")) {
        Set<String> tables = calls.reached(fact.name(), transaction.member()).written();
        if (tables.size() > 1) {
          writings.add(new Writing(fact.name(), transaction, tables));
        }
      }
    }
  }
}
