package dev.hew.storage;

import dev.hew.model.Words;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Hands out names for tables and columns: unique in one scope, no words of SQL, as short as PostgreSQL demands. */
final class Identifiers {
  /** PostgreSQL cuts at 63 bytes; an index has the name of its table and column with something after them. */
  private static final int LONGEST = 50;

  /** What PostgreSQL reserves in some place, and the columns that every table has. */
  private static final Set<String> RESERVED = Set.of(
      ("all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate collation"
              + " column concurrently constraint create cross current_catalog current_date current_role current_schema"
              + " current_time current_timestamp current_user default deferrable desc distinct do else end except false"
              + " fetch for foreign freeze from full grant group having ilike in initially inner intersect into is isnull"
              + " join lateral leading left like limit localtime localtimestamp natural not notnull null offset on only or"
              + " order outer overlaps placing primary references returning right select session_user similar some"
              + " symmetric system_user table tablesample then to trailing true union unique user using variadic verbose"
              + " when where window with between bigint bit boolean char character coalesce dec decimal exists extract"
              + " float greatest grouping inout int integer interval json json_array json_arrayagg json_exists json_object"
              + " json_objectagg json_query json_scalar json_serialize json_table json_value least merge_action national"
              + " nchar none normalize nullif numeric out overlay position precision real row setof smallint substring time"
              + " timestamp treat trim values varchar xmlattributes xmlconcat xmlelement xmlexists xmlforest xmlnamespaces"
              + " xmlparse xmlpi xmlroot xmlserialize xmltable tableoid xmin cmin xmax cmax ctid oid")
          .split(" "));

  private final Set<String> taken = new HashSet<>();
  private final String unlike;

  /**
   * @param unlike what is added to a word of SQL
   */
  Identifiers(String unlike) {
    this.unlike = unlike;
  }

  /** Whether another has the name that these words would have alone. */
  boolean isTaken(Words words, String fallback) {
    return taken.contains(stem(words, fallback).toLowerCase(Locale.ROOT));
  }

  private String stem(Words words, String fallback) {
    Words chosen = words.isEmpty() ? Words.of(fallback) : words;
    String plain = cut(chosen.snake());
    if (!Character.isLetter(plain.codePointAt(0))) {
      plain = cut(Words.of(fallback).plus(chosen).snake());
    }
    return RESERVED.contains(plain) ? plain + unlike : plain;
  }

  String take(Words words, String fallback) {
    String stem = stem(words, fallback);
    String name = stem;
    for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
      name = stem + "_" + i;
    }
    return name;
  }

  /** The first of two names, or the second where that is taken. */
  String takeOneOf(String wish, String otherwise) {
    return take(Words.of(taken.contains(wish) ? otherwise : wish), wish);
  }

  void reserve(List<String> names) {
    taken.addAll(names);
  }

  private static String cut(String name) {
    String kept = name;
    while (kept.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
      kept = kept.substring(0, kept.offsetByCodePoints(kept.length(), -1));
    }
    int end = kept.length();
    while (end > 0 && kept.charAt(end - 1) == '_') {
      end--;
    }
    return kept.substring(0, end);
  }
}
