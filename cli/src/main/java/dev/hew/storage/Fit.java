package dev.hew.storage;

import dev.hew.model.TypeDef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether what is sent can be given back as what is kept, where both travel as JSON: as the same containers of the same
 * kind of thing, and with all that an object shows always.
 */
final class Fit {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}_$]+");

  private final Map<String, TypeDef> types;

  Fit(Map<String, TypeDef> types) {
    this.types = types;
  }

  /** Whether a column takes a value as it is. */
  boolean takes(Value kept, Value sent) {
    if (!kept.kind().equals("json") || !sent.kind().equals("json")) {
      return kept.takes(sent);
    }
    return kept.scalar().equals("any") || fits(kept.type(), sent.type(), new HashSet<>());
  }

  /**
   * @param seen pairs of types that are looked at already, since types may hold themselves; added to
   */
  private boolean fits(String kept, String sent, Set<String> seen) {
    if (kept.equals(sent) || !seen.add(kept + " " + sent)) {
      return true;
    }
    String form = form(kept);
    if (!form.equals(form(sent)) && !form.equals(form(sent).replace("enum ", ""))) {
      return false;
    }
    List<TypeDef> mine = objects(kept);
    List<TypeDef> others = objects(sent);
    for (int i = 0; i < mine.size(); i++) {
      if (!fits(mine.get(i), others.get(i), seen)) {
        return false;
      }
    }
    return true;
  }

  private boolean fits(TypeDef kept, TypeDef sent, Set<String> seen) {
    return kept.fields().stream().filter(f -> !f.writeOnly()).allMatch(field -> {
      Optional<TypeDef.Field> given = sent.fields().stream()
          .filter(f -> f.property().equals(field.property()))
          .findFirst();
      boolean always = given.filter(TypeDef.Field::required).isPresent();
      return (always || !field.required())
          && (given.isEmpty()
              || field.type().scalar().equals("any")
              || fits(field.type().inner(), given.get().type().inner(), seen));
    });
  }

  /** The type as it is written, with {@code *} for each generated object, and what the values are for an enum. */
  private String form(String type) {
    return WORD.matcher(type).replaceAll(word -> {
      TypeDef named = types.get(word.group());
      return Matcher.quoteReplacement(
          named == null
              ? word.group()
              : named.valueType().map(v -> "enum " + v.text()).orElse("*"));
    });
  }

  /** The generated objects that a type mentions, in their order. */
  private List<TypeDef> objects(String type) {
    List<TypeDef> found = new ArrayList<>();
    WORD.matcher(type)
        .results()
        .flatMap(word -> Optional.ofNullable(types.get(word.group())).stream())
        .filter(named -> named.valueType().isEmpty())
        .forEach(found::add);
    return found;
  }
}
