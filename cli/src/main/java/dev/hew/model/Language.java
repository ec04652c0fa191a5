package dev.hew.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a pack's language writes types: the {@code types} table of its {@code pack.yaml}.
 *
 * @param casing how names are written
 * @param scalars by key: {@code string}, {@code string/date-time}, {@code integer/int32}, {@code boolean},
 *     {@code any}, ...; {@code object}, where there, is a JSON object as it was sent; a format that is not in the table falls back to its bare type
 * @param containers by kind: {@code list}, {@code map}, {@code maybe} (a value that may be absent, null or
 *     there); {@code {item}} stands for what is inside
 * @param named how a generated type is imported, {@code {type}} standing for its name; empty when it needs no import
 * @param constraints by name, with {@code {min}}, {@code {max}}, {@code {value}}; a constraint that is not in the table
 *     is not written
 * @param literals how values of a scalar are written, {@code {value}} standing for the bare number; a scalar that is
 *     not in the table is written bare
 * @param reservedConstants names that a constant of an enum may not have
 * @param reservedMembers names that a field, parameter or operation may not have
 * @param reservedTypes names that a type may not have: keywords, and what the templates themselves import
 * @param maxMembers how many members a record may have before it is written as a {@code bean}
 */
public record Language(
    Casing casing,
    Map<String, Entry> scalars,
    Map<String, Entry> containers,
    Optional<String> named,
    Map<String, Entry> constraints,
    Map<String, String> literals,
    Set<String> reservedConstants,
    Set<String> reservedMembers,
    Set<String> reservedTypes,
    int maxMembers) {

  /** A piece of source text with the imports that it needs. */
  public record Entry(String text, List<String> imports) {}

  /** Each one of {@code pascal camel snake kebab constant}. */
  public record Casing(String type, String member, String constant) {}

  static String write(Words words, String casing) {
    return switch (casing) {
      case "pascal" -> words.pascal();
      case "camel" -> words.camel();
      case "snake" -> words.snake();
      case "kebab" -> words.kebab();
      case "constant" -> words.constant();
      default -> throw new IllegalArgumentException("no such casing: " + casing);
    };
  }

  String integer(String number) {
    return literals.getOrDefault("integer", "{value}").replace("{value}", number);
  }

  /** The entry for a type with a format, or for the type alone when the table does not list the format. */
  Entry scalar(String type, Optional<String> format) {
    Entry exact = format.map(f -> scalars.get(type + "/" + f)).orElse(null);
    return exact != null ? exact : scalars.get(type);
  }
}
