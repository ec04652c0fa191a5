package dev.hew.split.facts;

import dev.hew.code.Annotation;
import dev.hew.code.SourceFile;
import dev.hew.code.TypeDeclaration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces the name of a constant by its value. */
final class Constants {
  private static final Pattern NAME = Pattern.compile("([\\w.]+\\.)?[A-Z][A-Z0-9_]*");

  /** Sums of sums are not followed deeper; broken ones go in circles. */
  private static final int DEEPEST = 8;

  /** As long as texts in Java are kept. */
  private static final int LONGEST = 8000;

  private final TypeIndex index;

  Constants(TypeIndex index) {
    this.index = index;
  }

  /**
   * The value of the constant that a text names inside a type, and of those in a sum; the text itself when it names none,
   * {@code " ? "} for a name in a sum that is none.
   */
  String value(String text, TypeIndex.Declared inside) {
    return NAME.matcher(text).matches()
        ? named(text, inside, 1).orElse(text)
        : terms(text, inside, 0);
  }

  /** What a field is given: a literal, whatever it looks like, or a sum with names. */
  private String terms(String text, TypeIndex.Declared inside, int depth) {
    return text.indexOf(Annotation.NAME_STARTS) >= 0 ? sum(text, inside, depth) : text;
  }

  /** Cut when it is too long, which makes every sum that it is part of too long at once. */
  private String sum(String text, TypeIndex.Declared inside, int depth) {
    StringBuilder sum = new StringBuilder();
    Matcher name = Annotation.NAME_IN_SUM.matcher(text);
    int at = 0;
    while (sum.length() < LONGEST && name.find()) {
      sum.append(text, at, name.start());
      sum.append(depth < DEEPEST ? named(name.group(1), inside, depth + 1).orElse(" ? ") : " ? ");
      at = name.end();
    }
    return sum.length() < LONGEST ? sum.append(text, at, text.length()).toString() : sum.toString();
  }

  private Optional<String> named(String path, TypeIndex.Declared inside, int depth) {
    int dot = path.lastIndexOf('.');
    TypeIndex.Declared owner = dot < 0 ? inside : index.meaning(path.substring(0, dot), inside);
    String name = path.substring(dot + 1);
    for (TypeIndex.Declared one = owner; one != null; one = dot < 0 ? index.around(one) : null) {
      Optional<String> own = own(name, one, depth);
      if (own.isPresent()) {
        return own;
      }
    }
    return dot < 0 ? imported(name, inside, depth) : Optional.empty();
  }

  /** That of a field, own or inherited from a class or interface of the code base. */
  private Optional<String> own(String name, TypeIndex.Declared owner, int depth) {
    Set<TypeIndex.Declared> seen = new HashSet<>(Set.of(owner));
    Deque<TypeIndex.Declared> next = new ArrayDeque<>(seen);
    while (!next.isEmpty()) {
      TypeIndex.Declared one = next.remove();
      for (TypeDeclaration.Field field : one.type.fields()) {
        if (field.name().equals(name) && !field.constant().isEmpty()) {
          return Optional.of(terms(field.constant(), one, depth));
        }
      }
      for (TypeUse above : index.supertypes(one)) {
        if (above.declared() != null && seen.add(above.declared())) {
          next.add(above.declared());
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> imported(String name, TypeIndex.Declared inside, int depth) {
    for (SourceFile.Import one : inside.file.imports()) {
      if (one.isStatic() && (one.onDemand() || one.name().endsWith("." + name))) {
        TypeIndex.Declared owner = index.named(
            one.onDemand()
                ? one.name()
                : one.name().substring(0, one.name().length() - name.length() - 1));
        Optional<String> found =
            owner == null || owner == inside ? Optional.empty() : own(name, owner, depth);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }
}
