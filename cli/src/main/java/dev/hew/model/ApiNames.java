package dev.hew.model;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names groups of operations. A group's classes are called by its name and what they are, such as {@code PetsApi} and
 * {@code PetsController}: no word that says so stands in the name itself, and none of the classes may be called like a
 * type.
 */
final class ApiNames {
  /** What classes of a group are, in templates. */
  private static final List<String> CLASSES = List.of("Api", "Controller");

  /** Words at the end of a tag that say that it is a group of operations. */
  private static final Set<String> KINDS =
      Set.of("api", "apis", "controller", "controllers", "endpoint", "endpoints");

  /** Such words, in a tag that is the name of a class; in prose they may be what the operations are about. */
  private static final Set<String> KINDS_OF_CLASSES = Set.of("resource", "service");

  /** What tells a group from another, or from a type. */
  private static final Words OPERATIONS = new Words(List.of("operations"));

  private static final Pattern BLANK = Pattern.compile("\\s");

  private final String service;
  private final Names names;
  private final Set<String> types;
  private final Map<String, String> known;

  /**
   * @param service what a group without a tag is called by
   * @param types names that no class may have
   * @param known what groups are called already, by their pointer
   */
  ApiNames(String service, Language language, Set<String> types, Map<String, String> known) {
    this.service = service;
    this.names = new Names(language.casing().type(), Set.of());
    this.types = new HashSet<>(types);
    this.types.addAll(language.reservedTypes());
    this.known = known;
  }

  /** Withdraws the names that some groups, given by their pointers, have already. */
  void keep(Set<String> pointers) {
    pointers.forEach(pointer -> kept(pointer).ifPresent(names::reserve));
  }

  private Optional<String> kept(String pointer) {
    return Optional.ofNullable(known.get(pointer)).filter(this::fits);
  }

  /** The name of the group of a tag: what it is called already, or one that nobody has. */
  String take(String tag, String pointer) {
    return kept(pointer).orElseGet(() -> {
      Words words = Words.of(tag);
      Words all = words.isEmpty() ? Words.of(service) : words;
      Words bare = bare(all, BLANK.matcher(tag).find());
      return List.of(bare, bare.plus(OPERATIONS), all).stream()
          .flatMap(w -> names.takeIf(w, "api", this::fits).stream())
          .findFirst()
          .orElseGet(() -> names.take(all.plus(OPERATIONS), "api", this::fits));
    });
  }

  private boolean fits(String name) {
    return CLASSES.stream().noneMatch(kind -> types.contains(name + kind));
  }

  /** The words without those that say that it is a group of operations; one always stays. */
  private static Words bare(Words words, boolean prose) {
    List<String> left = words.words();
    while (left.size() > 1 && isKind(left, prose)) {
      boolean rest = left.size() > 2 && left.get(left.size() - 2).equals("rest");
      left = left.subList(0, left.size() - (rest ? 2 : 1));
    }
    return new Words(left);
  }

  private static boolean isKind(List<String> words, boolean prose) {
    String last = words.get(words.size() - 1);
    return KINDS.contains(last) || !prose && KINDS_OF_CLASSES.contains(last);
  }
}
