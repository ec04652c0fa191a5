package dev.hew.split.facts;

import dev.hew.code.Reference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Finds which classes of the code base use which others, from what their texts mention. */
final class UseFinder {
  private record Key(String to, Use.Kind kind, String member, String target, boolean repeated) {}

  private final TypeIndex index;
  private final Chain chain;

  UseFinder(TypeIndex index) {
    this.index = index;
    this.chain = new Chain(index);
  }

  /** Every use between two different top-level classes, class by class in the order of the index. */
  List<Use> find() {
    List<Use> uses = new ArrayList<>();
    Map<String, Map<Key, TreeSet<Integer>>> byClass = new LinkedHashMap<>();
    for (TypeIndex.Declared type : index.all()) {
      Map<Key, TreeSet<Integer>> found =
          byClass.computeIfAbsent(type.owner, o -> new LinkedHashMap<>());
      for (Reference reference : type.type.references()) {
        follow(reference, type, found);
      }
    }
    byClass.forEach((owner, found) -> {
      String path = index.named(owner).file.path();
      found.forEach((key, lines) -> uses.add(new Use(
          owner,
          key.to,
          key.kind,
          key.member,
          key.target,
          key.repeated,
          path,
          List.copyOf(lines))));
    });
    return uses;
  }

  private void follow(
      Reference reference, TypeIndex.Declared inside, Map<Key, TreeSet<Integer>> found) {
    if (reference.kind() == Reference.Kind.USE || reference.chain().indexOf('#') > 0) {
      chain.follow(
          reference.chain(),
          inside,
          (type, kind, target) -> note(
              type,
              kind == Use.Kind.CALL && target.equals(Members.CONSTRUCTOR) ? Use.Kind.NEW : kind,
              target,
              reference,
              inside,
              found));
      return;
    }
    TypeIndex.Declared type = index.meaning(TypeUse.base(reference.chain()), inside);
    if (type != null) {
      note(type, Use.Kind.valueOf(reference.kind().name()), "", reference, inside, found);
    }
  }

  private static void note(
      TypeIndex.Declared type,
      Use.Kind kind,
      String target,
      Reference reference,
      TypeIndex.Declared inside,
      Map<Key, TreeSet<Integer>> found) {
    if (type.owner.equals(inside.owner)) {
      return;
    }
    Key key = new Key(type.owner, kind, reference.member(), target, reference.repeated());
    TreeSet<Integer> lines = found.computeIfAbsent(key, k -> new TreeSet<>());
    for (int line : reference.lines()) {
      lines.add(line);
    }
  }
}
