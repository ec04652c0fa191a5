package dev.hew.storage;

import dev.hew.model.TypeDef;
import dev.hew.model.Words;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an item is called: as its path calls it where its type has the same word, without what only says which package the
 * type is from or what it is used for. {@code DishGet} below {@code /dishes} is a dish.
 */
final class ItemNoun {
  /** Words that names of types end in and that say nothing of what is kept. */
  private static final Set<String> OF_TYPES =
      Set.of("response", "dto", "entity", "model", "schema", "vm", "output", "out", "read");

  /** Words in front that say no more. */
  private static final Set<String> IN_FRONT = Set.of("dto", "get", "response");

  private final TypeDef item;
  private final Words last;

  /**
   * @param path the resource's
   */
  ItemNoun(TypeDef item, String path) {
    this.item = item;
    this.last = Words.of(path.substring(path.lastIndexOf('/') + 1));
  }

  /** The type's name without the word that only says where the type is used. */
  Words ofType() {
    return withoutEnding(Words.of(item.name()));
  }

  /** What messages call an item. */
  Words words() {
    Words schema = schema();
    List<String> words = schema.words();
    for (List<String> noun : singulars()) {
      for (int i = words.size() - noun.size(); i >= 0; i--) {
        if (words.subList(i, i + noun.size()).equals(noun)) {
          int start = i > 0 && IN_FRONT.contains(words.get(0)) ? 1 : 0;
          return new Words(words.subList(start, i + noun.size()));
        }
      }
    }
    return withoutEnding(schema);
  }

  /** The name of the schema without its package, such as {@code dto.} of {@code dto.Brand}. */
  private Words schema() {
    String name = item.pointer().substring(item.pointer().lastIndexOf('/') + 1);
    Words own = Words.of(name.substring(name.lastIndexOf('.') + 1));
    Words type = Words.of(item.name());
    boolean ends = name.contains(".") && !own.isEmpty() && type.flat().endsWith(own.flat());
    return ends ? own : type;
  }

  /** What the path may call one item; which plural is of which word is for the type's name to say. */
  private List<List<String>> singulars() {
    if (last.isEmpty()) {
      return List.of();
    }
    List<String> before = last.words().subList(0, last.words().size() - 1);
    String plural = last.words().get(last.words().size() - 1);
    return Stream.of(
            plural,
            without(plural, "s", ""),
            without(plural, "es", ""),
            without(plural, "ies", "y"))
        .distinct()
        .map(word -> Stream.concat(before.stream(), Stream.of(word)).toList())
        .toList();
  }

  private static String without(String word, String ending, String instead) {
    return word.endsWith(ending) && word.length() > ending.length()
        ? word.substring(0, word.length() - ending.length()) + instead
        : word;
  }

  private static Words withoutEnding(Words name) {
    List<String> words = name.words();
    int last = words.size() - 1;
    return last > 0 && OF_TYPES.contains(words.get(last))
        ? new Words(words.subList(0, last))
        : name;
  }
}
