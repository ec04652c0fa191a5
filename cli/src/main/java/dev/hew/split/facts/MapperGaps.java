package dev.hew.split.facts;

import java.util.List;

/** Tells the statements of mappers from whose text it cannot be seen which tables they touch. */
final class MapperGaps {
  /** What is as short stands for a table of another name. */
  static final int LONGEST_ALIAS = 2;

  private MapperGaps() {}

  /** The statements that touch something of which the table is not known, in their order. */
  static List<Facts.Broken> of(List<XmlFacts.Statement> statements, Tables tables) {
    return statements.stream()
        .filter(statement -> !isUnderstood(statement, tables))
        .map(statement -> new Facts.Broken(
            statement.place(), "no table can be seen in `" + name(statement.id()) + "`"))
        .toList();
  }

  private static boolean isUnderstood(XmlFacts.Statement statement, Tables tables) {
    List<SqlScript.Touch> touches = SqlScript.read(
            statement.sql(), statement.place().path(), statement.place().line())
        .touches();
    return touches.stream()
            .anyMatch(touch -> touch.table().length() > LONGEST_ALIAS
                || tables.known(touch.table()).isPresent())
        || isWithoutTable(SqlTokens.of(statement.sql()));
  }

  /** {@code select last_insert_id()}, {@code select x.nextval from dual}, a definition. */
  private static boolean isWithoutTable(List<SqlTokens.Token> tokens) {
    if (tokens.isEmpty()) {
      return false;
    }
    boolean defines = List.of("create", "alter", "drop").stream()
        .anyMatch(word -> tokens.get(0).is(word));
    boolean asks = tokens.get(0).is("select") || tokens.get(0).is("values");
    boolean included = tokens.stream().noneMatch(token -> token.is("from"))
        && tokens.stream().anyMatch(token -> token.is("?"));
    return defines || (asks && !included && !hasSource(tokens));
  }

  private static boolean hasSource(List<SqlTokens.Token> tokens) {
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (tokens.get(i).is("from") && !tokens.get(i + 1).is("dual")) {
        return true;
      }
    }
    return false;
  }

  private static String name(String id) {
    return id.substring(id.lastIndexOf('.') + 1);
  }
}
