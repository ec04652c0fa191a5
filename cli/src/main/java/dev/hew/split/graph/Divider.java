package dev.hew.split.graph;

import dev.hew.split.facts.ClassFact;
import dev.hew.split.facts.Facts;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Divides a code base into modules: concepts with doors of their own are the cores, the other classes join by
 * modularity, and what is entangled becomes one. Asked for a number of modules, it joins what is bound most, class by
 * class, until so many are left.
 */
public final class Divider {
  /** How much may be between two modules beside what is inside both before they are one. */
  private static final double ENTANGLED = 0.25;

  private static final double RESOLUTION = 1.0;

  /** How the two are varied to see how sure a class's place is. */
  private static final double[] SWEEP = {0.5, 0.65, 0.8, 1.0, 1.25, 1.6, 2.0};

  private Divider() {}

  /**
   * The modules of a code base.
   *
   * @param modules how many are wanted; 0 for as many as there seem to be
   */
  public static Partition divide(Facts facts, Constraints constraints, int modules) {
    List<ClassFact> classes = facts.classes().stream().filter(c -> !c.test()).toList();
    Concepts concepts = Concepts.of(facts, classes);
    Map<String, String> shared = Kernel.of(facts, classes, concepts, constraints);
    List<ClassFact> placed =
        classes.stream().filter(c -> !shared.containsKey(c.name())).toList();
    ClassGraph graph = ClassGraph.of(facts, placed, concepts);
    Network network = graph.network();
    int[] cores = new Capabilities(graph, network, concepts, placed).groups();
    int[] pins = Pins.of(graph.names(), constraints, cores);
    int[] group = modules == 0
        ? divide(network, cores, pins, 1)
        : new Merging(network, alone(pins), pins).mergeTo(modules);
    List<int[]> sweep = Arrays.stream(SWEEP)
        .parallel()
        .mapToObj(factor -> divide(network, cores, pins, factor))
        .toList();
    return new Assembly(facts, graph, network, concepts, constraints, group, sweep)
        .partition(shared);
  }

  private static int[] divide(Network network, int[] cores, int[] pins, double factor) {
    int[] start = new int[cores.length];
    int free = Arrays.stream(cores).max().orElse(0) + 1;
    Arrays.setAll(start, node -> cores[node] < 0 ? free + node : cores[node]);
    int[] grown = Louvain.communities(network, start, cores, RESOLUTION * factor);
    return new Merging(network, grown, pins).merge(ENTANGLED * factor);
  }

  /** Every class by itself, those of one pin together. */
  private static int[] alone(int[] pins) {
    int[] start = new int[pins.length];
    int free = Arrays.stream(pins).max().orElse(0) + 1;
    Arrays.setAll(start, node -> pins[node] < 0 ? free + node : pins[node]);
    return start;
  }
}
