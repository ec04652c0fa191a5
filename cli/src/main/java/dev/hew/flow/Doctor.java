package dev.hew.flow;

import dev.hew.pack.Pack;
import dev.hew.program.Programs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks for what hew and its services need on this machine. */
public final class Doctor {
  private static final int OLDEST_JAVA = 17;

  private Doctor() {}

  /**
   * @param needed whether the main job cannot be done without it
   */
  public record Finding(String name, boolean found, boolean needed, String detail) {}

  /**
   * @param stacks what services are to be made with
   * @param path the folders that programs are looked for in, as in the environment
   * @param java the feature version of the Java that hew runs on
   */
  public static List<Finding> examine(List<Pack> stacks, String path, int java) {
    List<Finding> findings = new ArrayList<>();
    findings.add(new Finding(
        "java",
        java >= OLDEST_JAVA,
        true,
        "hew runs on " + java + ", needs " + OLDEST_JAVA + " or newer"));
    stacks.stream()
        .flatMap(stack -> stack.needs().entrySet().stream())
        .map(need -> program(need.getKey(), path, true, need.getValue()))
        .distinct()
        .forEach(findings::add);
    findings.add(program("git", path, false, "hew itself does not need it; you will"));
    return findings;
  }

  private static Finding program(String name, String path, boolean needed, String what) {
    Optional<Path> found = Programs.find(name, path);
    return new Finding(
        name, found.isPresent(), needed, found.map(f -> f + ", " + what).orElse(what));
  }
}
