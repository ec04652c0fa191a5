package dev.hew.model;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

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
    Words chosen = words.isEmpty() ? Words.of(fallback) : words;
    String plain = shortened(Language.write(chosen, casing));
    if (!Character.isJavaIdentifierStart(plain.codePointAt(0))) {
      plain = shortened(Language.write(Words.of(fallback).plus(chosen), casing));
    }
    String stem =
        reserved.contains(plain) ? Language.write(chosen.plus(Words.of("value")), casing) : plain;
    String name = stem;
    for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
      name = stem + i;
    }
    return name;
  }

  /** Withdraws a name that is used by something which is not handed out here. */
  void reserve(String name) {
    taken.add(name.toLowerCase(Locale.ROOT));
  }

  private static String shortened(String name) {
    if (name.codePointCount(0, name.length()) <= LONGEST) {
      return name;
    }
    String head = name.substring(0, name.offsetByCodePoints(0, LONGEST));
    return head.replaceAll("_+$", "");
  }
}
