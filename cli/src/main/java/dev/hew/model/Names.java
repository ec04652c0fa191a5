package dev.hew.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Hands out names that are unique in one scope, differ in more than case (files on some systems do not tell case
 * apart), are no reserved words, and can start an identifier.
 */
final class Names {
  private static final int LONGEST = 44;
  private final String casing;
  private final Set<String> reserved;
  private final Set<String> taken = new HashSet<>();

  Names(String casing, Set<String> reserved) {
    this.casing = casing;
    this.reserved = reserved;
  }

  /**
   * A free name made of the words.
   *
   * @param fallback what to call it when there are no words
   */
  String take(Words words, String fallback) {
    return take(words, fallback, name -> true);
  }

  /** A free name made of the words that is fit for the purpose. */
  String take(Words words, String fallback, Predicate<String> fit) {
    String stem = stem(words, fallback);
    String name = stem;
    for (int i = 2; !fit.test(name) || !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
      name = stem + i;
    }
    return name;
  }

  /** The name that the words make, if it is free and fit for the purpose. */
  Optional<String> takeIf(Words words, String fallback, Predicate<String> fit) {
    String name = stem(words, fallback);
    return fit.test(name) && taken.add(name.toLowerCase(Locale.ROOT))
        ? Optional.of(name)
        : Optional.empty();
  }

  private String stem(Words words, String fallback) {
    Words chosen = words.isEmpty() ? Words.of(fallback) : words;
    chosen = shortened(chosen);
    String plain = cut(Language.write(chosen, casing));
    if (!Character.isJavaIdentifierStart(plain.codePointAt(0))) {
      chosen = shortened(Words.of(fallback).plus(chosen));
      plain = cut(Language.write(chosen, casing));
    }
    return reserved.contains(plain)
        ? Language.write(chosen.plus(Words.of("value")), casing)
        : plain;
  }

  /** Withdraws a name that is used by something which is not handed out here. */
  void reserve(String name) {
    taken.add(name.toLowerCase(Locale.ROOT));
  }

  /** As many words as there is room for: what stands in the middle of a long name says least. */
  private Words shortened(Words words) {
    List<String> kept = new ArrayList<>(words.words());
    while (kept.size() > 1 && Language.write(new Words(kept), casing).length() > LONGEST) {
      kept.remove(kept.size() / 2);
    }
    return new Words(kept);
  }

  private static String cut(String name) {
    return name.codePointCount(0, name.length()) <= LONGEST
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LONGEST)).replaceAll("_+$", "");
  }
}
