package dev.hew.split.graph;

import dev.hew.split.facts.ClassFact;
import dev.hew.split.facts.Facts;
import dev.hew.split.facts.Parts;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Divides a code base into modules: concepts with doors of their own are the cores, the other classes join by
 * modularity, and what is entangled becomes one. Asked for fewer, it joins these modules, asked for more, the cores and
 * classes, pair by pair by the same modularity, until so many are left.
 */
public final class Divider {
  /** How much may be between two modules beside what is inside both before they are one. */
  private static final double ENTANGLED = 0.25;

  private static final double RESOLUTION = 1.0;

  /** How the two are varied to see how sure a class's place is. */
  private static final double[] SWEEP = {0.5, 0.65, 0.8, 1.0, 1.25, 1.6, 2.0};

  private static final int UNVARIED = 3;

  private Divider() {}

  /**
   * The modules of a code base.
   *
   * @param parts of the same facts
   * @param modules how many are wanted; 0 for as many as there seem to be
   */
  public static Partition divide(Facts facts, Parts parts, Constraints constraints, int modules) {
    List<ClassFact> classes = facts.classes().stream().filter(c -> !c.test()).toList();
    Concepts concepts = Concepts.of(facts, classes);
    Map<String, String> shared = Kernel.of(facts, classes, concepts, constraints, parts);
    List<ClassFact> placed =
        classes.stream().filter(c -> !shared.containsKey(c.name())).toList();
    ClassGraph graph = ClassGraph.of(facts, placed, concepts, parts);
    Network network = graph.network();
    int[] cores = new Capabilities(facts, graph, network, concepts, placed).groups();
    Pins.Held held = Pins.of(graph.names(), constraints, parts, cores);
    List<int[]> sweep = Arrays.stream(SWEEP)
        .parallel()
        .mapToObj(factor -> divide(network, cores, held, factor))
        .toList();
    int[] group = sweep.get(UNVARIED);
    int found = modules(group);
    if (modules > 0 && modules != found) {
      int[] start = modules < found ? group : cores(cores);
      group = new Merging(network, start, held.pins()).mergeTo(modules);
    }
    return new Assembly(facts, graph, network, concepts, constraints, group, sweep)
        .partition(shared);
  }

  private static int[] divide(Network network, int[] cores, Pins.Held held, double factor) {
    int[] grown = held.led(Louvain.communities(network, cores(cores), cores, RESOLUTION * factor));
    return new Merging(network, grown, held.pins()).merge(ENTANGLED * factor);
  }

  /** How many groups have more than one class. */
  private static int modules(int[] group) {
    return (int) Arrays.stream(group)
        .boxed()
        .collect(Collectors.groupingBy(g -> g, Collectors.counting()))
        .values()
        .stream()
        .filter(size -> size > 1)
        .count();
  }

  /** Those of one core together, every other class by itself. */
  private static int[] cores(int[] cores) {
    int[] start = new int[cores.length];
    int free = Arrays.stream(cores).max().orElse(0) + 1;
    Arrays.setAll(start, node -> cores[node] < 0 ? free + node : cores[node]);
    return start;
  }
}
