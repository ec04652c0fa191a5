package dev.hew.split.graph;

import java.util.List;
import java.util.Map;

/**
 * A code base divided into modules.
 *
 * @param modules largest first
 * @param shared classes that belong to no module, with the reason
 * @param unattached classes that nothing binds to any module
 */
public record Partition(List<Module> modules, Map<String, String> shared, List<String> unattached) {

  public Partition {
    modules = List.copyOf(modules);
    unattached = List.copyOf(unattached);
  }

  /**
   * A module.
   *
   * @param name after what it is about
   * @param members sorted by name
   * @param tables what it owns, sorted
   */
  public record Module(String name, List<Member> members, List<String> tables) {
    public Module {
      members = List.copyOf(members);
      tables = List.copyOf(tables);
    }

    /** The classes' names. */
    public List<String> classes() {
      return members.stream().map(Member::name).toList();
    }
  }

  /**
   * A class in its module.
   *
   * @param confidence in hundredths: how often it stays with its module when the resolution varies
   * @param other the module that binds it most beside its own; empty when none does
   * @param pull in hundredths: how much of what binds it to any module binds it to its own
   */
  public record Member(String name, int confidence, String other, int pull) {}
}
