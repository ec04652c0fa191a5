package dev.hew.split.facts;

import java.util.List;

/** Goes through the words and signs of SQL, one after the other. */
abstract class SqlCursor {
  final List<SqlTokens.Token> tokens;
  private final String path;
  private final int firstLine;

  /** Where the next word or sign is. */
  int at;

  /**
   * @param firstLine the line of the file that the text starts on
   */
  SqlCursor(List<SqlTokens.Token> tokens, String path, int firstLine) {
    this.tokens = tokens;
    this.path = path;
    this.firstLine = firstLine;
  }

  /** What stands after this word; goes on behind it. */
  final String next() {
    at++;
    return at < tokens.size() ? tokens.get(at++).text() : "";
  }

  /** Goes on behind those of these words that stand here in this order. */
  final void skip(String... words) {
    for (String word : words) {
      at += word(word) ? 1 : 0;
    }
  }

  /** A name, of {@code schema.name} the last part; empty when there is none, which is left where it is. */
  final String name() {
    String name = "";
    while (at < tokens.size() && isName(tokens.get(at).text())) {
      name = tokens.get(at++).text();
      if (!word(".")) {
        return name;
      }
      at++;
    }
    return name;
  }

  private static boolean isName(String text) {
    return !text.isEmpty() && (Character.isLetter(text.charAt(0)) || text.charAt(0) == '_');
  }

  /** Whether this word or sign is next. */
  final boolean word(String word) {
    return at < tokens.size() && tokens.get(at).is(word);
  }

  /** The line of the text that is reached. */
  final int line() {
    return at < tokens.size() ? tokens.get(at).line() : 1;
  }

  /** A line of the text, in its file. */
  final Place place(int line) {
    return new Place(path, firstLine + line - 1);
  }
}
