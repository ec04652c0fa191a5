package dev.hew.split.facts;

import dev.hew.code.Reference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds which classes of the code base use which others, from what their texts mention. */
final class UseFinder {
  private record Key(String to, Use.Kind kind, String member, String target, boolean repeated) {}

  /** What a chain passes. */
  private record Passed(TypeIndex.Declared type, Use.Kind kind, String target) {}

  private final TypeIndex index;
  private final Chain chain;

  UseFinder(TypeIndex index) {
    this.index = index;
    this.chain = new Chain(index);
  }

  /**
   * Every use between two different top-level classes, and every call of a class on itself, class by class in the order
   * of the index.
   *
   * @param known what was found earlier; empty when nothing was
   * @param changed the files in whose classes uses are others now, or may be
   */
  List<Use> find(List<Use> known, Set<String> changed) {
    Map<String, List<TypeIndex.Declared>> byClass = new LinkedHashMap<>();
    for (TypeIndex.Declared type : index.all()) {
      byClass.computeIfAbsent(type.owner, o -> new ArrayList<>()).add(type);
    }
    if (known.isEmpty()) {
      return List.copyOf(byClass.values()).parallelStream()
          .flatMap(types -> find(types).stream())
          .toList();
    }
    Map<String, List<Use>> before = new HashMap<>();
    known.forEach(
        use -> before.computeIfAbsent(use.from(), c -> new ArrayList<>()).add(use));
    List<Use> uses = new ArrayList<>();
    byClass.forEach((owner, types) -> uses.addAll(
        types.stream().anyMatch(type -> changed.contains(type.file.path()))
            ? find(types)
            : before.getOrDefault(owner, List.of())));
    return uses;
  }

  /** The uses of a class, those of its nested types included. */
  private List<Use> find(List<TypeIndex.Declared> types) {
    Map<Key, List<Integer>> found = new LinkedHashMap<>();
    for (TypeIndex.Declared type : types) {
      Map<String, List<Passed>> followed = new HashMap<>();
      for (Reference reference : type.type.references()) {
        follow(reference, type, followed, found);
      }
    }
    String owner = types.get(0).owner;
    String path = index.named(owner).file.path();
    List<Use> uses = new ArrayList<>(found.size());
    found.forEach((key, lines) -> {
      lines.sort(null);
      uses.add(new Use(
          owner, key.to, key.kind, key.member, key.target, key.repeated, path, List.copyOf(lines)));
    });
    return uses;
  }

  private void follow(
      Reference reference,
      TypeIndex.Declared inside,
      Map<String, List<Passed>> followed,
      Map<Key, List<Integer>> found) {
    if (reference.kind() == Reference.Kind.USE || reference.chain().indexOf('#') > 0) {
      followed
          .computeIfAbsent(reference.chain(), text -> passed(text, inside))
          .forEach(p -> note(p.type, p.kind, p.target, reference, inside, found));
      return;
    }
    TypeIndex.Declared type = index.meaning(TypeUse.base(reference.chain()), inside);
    if (type != null) {
      note(type, Use.Kind.valueOf(reference.kind().name()), "", reference, inside, found);
    }
  }

  private List<Passed> passed(String text, TypeIndex.Declared inside) {
    List<Passed> passed = new ArrayList<>();
    chain.follow(text, inside, (type, kind, target) -> {
      boolean made = kind == Use.Kind.CALL && target.equals(Members.CONSTRUCTOR);
      passed.add(new Passed(type, made ? Use.Kind.NEW : kind, target));
    });
    return passed;
  }

  private static void note(
      TypeIndex.Declared type,
      Use.Kind kind,
      String target,
      Reference reference,
      TypeIndex.Declared inside,
      Map<Key, List<Integer>> found) {
    if (type.owner.equals(inside.owner) && kind != Use.Kind.CALL && kind != Use.Kind.SUPER) {
      return;
    }
    Key key = new Key(type.owner, kind, reference.member(), target, reference.repeated());
    List<Integer> lines = found.computeIfAbsent(key, k -> new ArrayList<>(1));
    for (int line : reference.lines()) {
      lines.add(line);
    }
  }
}
