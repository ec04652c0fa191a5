package dev.hew.compiler;

import dev.hew.code.Reference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers references, the same one from several lines as one. */
final class References {
  private record Key(Reference.Kind kind, String chain, String member, boolean repeated) {}

  private final Map<Key, List<Integer>> lines = new LinkedHashMap<>();

  void add(Reference.Kind kind, String chain, String member, boolean repeated, int line) {
    if (!says(chain)) {
      return;
    }
    lines
        .computeIfAbsent(new Key(kind, chain, member, repeated), k -> new ArrayList<>(1))
        .add(line);
  }

  /** Whether a chain can lead to a type of the code base. */
  private static boolean says(String chain) {
    int step = Reference.firstStep(chain);
    if (step >= 0 && chain.indexOf(Reference.STEP) < 0) {
      return false; // nothing is taken here
    }
    String root = step < 0 ? chain : chain.substring(0, step);
    return switch (root) {
      case "?",
          "String",
          "Object",
          "int",
          "long",
          "double",
          "float",
          "boolean",
          "char",
          "byte",
          "short",
          "void",
          "Integer",
          "Long",
          "Double",
          "Boolean",
          "Override",
          "Math",
          "~String",
          "~Math",
          "~System",
          "~Integer",
          "StringBuilder" -> false;
      case "this", "super" -> step >= 0;
      default -> true;
    };
  }

  List<Reference> all() {
    List<Reference> all = new ArrayList<>(lines.size());
    lines.forEach((key, at) -> all.add(new Reference(
        key.kind,
        key.chain,
        key.member,
        key.repeated,
        at.stream().mapToInt(Integer::intValue).sorted().toArray())));
    return all;
  }
}
