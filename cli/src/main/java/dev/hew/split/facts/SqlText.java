package dev.hew.split.facts;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells statements from prose that begins with the same words: a statement goes on as its grammar has it, and it is not what
 * a log, a button or an exception is given.
 */
public final class SqlText {
  /** What may follow a table and its alias. */
  private static final Set<String> NEXT =
      words(", ; ) ( ? ' where join left right inner outer cross full natural straight_join group "
          + "order having limit offset union intersect except minus for fetch on using window "
          + "tablesample set returning output start connect with when use force ignore partition "
          + "pivot unpivot lateral values value select default overriding option lock cascade "
          + "restart continue into");

  /** Words of a selected item that say nothing against it. */
  private static final Set<String> LINKS =
      words("distinct all new object top unique is not null like between in interval over at time "
          + "zone collate asc desc high_priority sql_calc_found_rows as");

  /** More plain words in a row are a sentence's. */
  private static final int MOST_WORDS = 2;

  /** {@code Delete from cart?} is a question; a parameter stands by itself or behind an operator. */
  private static final Pattern SENTENCE_END = Pattern.compile("[A-Za-z]{2}[.!?]\\s*$");

  /** A first word with a capital, and none of those that follow in a statement with one. */
  private static final Pattern CAPITALISED = Pattern.compile("^\\W*[A-Z][a-z]");

  private static final Pattern CAPITAL_KEYWORD = Pattern.compile(
      "\\W(?:From|FROM|Into|INTO|Set|SET|Where|WHERE|Values|VALUES|Join|JOIN|Select|SELECT|Order|ORDER|Group|GROUP)\\b");

  /** What prose has not: operators, parameters, calls, paths, names of several words, an alias that is selected. */
  private static final Pattern OPERATOR = Pattern.compile(
      "[=<>*]|\\?\\d|\\w\\(|\\s:\\w|\\w\\.\\w|\\w_\\w|[a-z][A-Z]"
          + "|(?i:\\bin\\s*\\(|\\blike\\s|\\bbetween\\s|\\bis\\s+(?:not\\s+)?null|\\bvalues\\b|\\border by\\b"
          + "|\\bgroup by\\b|^\\s*select\\s+(?:distinct\\s+)?(\\w+)\\s+from\\s+\\w+\\s+(?:as\\s+)?\\1\\b)");

  private static final Pattern ASKS = Pattern.compile(
      "(?i)@?(?:.*(?:query|sql|hql|jpql|statement|formula|preparecall).*|execute.*|(?:batch|bulk)?update|select|insert|delete"
          + "|find|iterate|subselect|where|loader|check)");

  private static final Pattern TELLS = Pattern.compile(
      "(?i)log|info|warn|warning|error|debug|trace|fatal|severe|fine[rst]*|print(?:ln|f)?|fail|assert.*|confirm|alert|_t?|tr|t"
          + "|set(?:text|title|label|description|message|tooltip.*|caption|placeholder|summary)|(?:get)?(?:text|message|msg|i18n|label)"
          + "|(?:add|show).*(?:message|error|warning|notification).*|.*(?:exception|error|button|label|menuitem|message|title|description)");

  private SqlText() {}

  private static Set<String> words(String words) {
    return Set.of(words.split(" "));
  }

  /**
   * Whether a text of a source is a statement.
   *
   * @param call what it is an argument of: a method, a type that is made, {@code @} and an annotation, {@code =} and a
   *     variable; empty for nothing
   */
  public static boolean isStatement(String text, String call) {
    boolean asks = ASKS.matcher(call).matches();
    if (!asks && (call.startsWith("@") || TELLS.matcher(call).matches())) {
      return false;
    }
    boolean sentence =
        CAPITALISED.matcher(text).find() && !CAPITAL_KEYWORD.matcher(text).find();
    return isStatement(text) && (asks || !sentence || OPERATOR.matcher(text).find());
  }

  /** Whether a text is built as a statement is; what was no literal in it stands as a question mark. */
  static boolean isStatement(String text) {
    List<SqlTokens.Token> tokens = SqlTokens.of(text);
    int start = 0;
    while (start < tokens.size() && tokens.get(start).is("(")) {
      start++;
    }
    return start < tokens.size()
        && (!SENTENCE_END.matcher(text).find() || OPERATOR.matcher(text).find())
        && new SqlText.Reader(tokens, start + 1).follows(word(tokens.get(start)));
  }

  private static String word(SqlTokens.Token token) {
    return token.text().toLowerCase(Locale.ROOT);
  }

  private static final class Reader {
    private final List<SqlTokens.Token> tokens;
    private int at;

    Reader(List<SqlTokens.Token> tokens, int at) {
      this.tokens = tokens;
      this.at = at;
    }

    /** Whether a statement that begins with this word goes on. */
    boolean follows(String first) {
      return switch (first) {
        case "select" -> select();
        case "from" -> source();
        case "insert", "replace", "merge" -> into();
        case "update" -> update();
        case "delete" -> delete();
        case "truncate" -> takes("table") && target();
        case "with" -> with();
        default -> false;
      };
    }

    private boolean ended() {
      return at >= tokens.size();
    }

    private boolean is(String word) {
      return !ended() && tokens.get(at).is(word);
    }

    private boolean takes(String word) {
      boolean is = is(word);
      at += is ? 1 : 0;
      return is;
    }

    private boolean plain() {
      return !ended() && plain(tokens.get(at));
    }

    private static boolean plain(SqlTokens.Token token) {
      return !token.text().isEmpty()
          && (Character.isLetter(token.text().charAt(0)) || token.text().charAt(0) == '_');
    }

    private boolean has(String word) {
      return tokens.subList(Math.min(at, tokens.size()), tokens.size()).stream()
          .anyMatch(token -> token.is(word));
    }

    /** A name with its schema; a part that was no literal may stand for it. */
    private boolean name() {
      boolean any = false;
      while (plain() || is("?")) {
        at++;
        any = true;
        if (!takes(".")) {
          return any;
        }
      }
      return any;
    }

    /** A table, with an alias or without, and then what may follow. */
    private boolean target() {
      return name() && next();
    }

    private boolean next() {
      if (ended() || NEXT.contains(word(tokens.get(at)))) {
        return true;
      }
      boolean as = takes("as");
      if (as && is("of")) {
        return true;
      }
      if (!plain()) {
        return false;
      }
      at++;
      return ended() || NEXT.contains(word(tokens.get(at)));
    }

    private boolean source() {
      takes("only");
      return !plain() || target();
    }

    private boolean into() {
      for (int words = 0; words < 3 && plain() && !is("into"); words++) {
        at++;
      }
      return takes("into") && target();
    }

    private boolean update() {
      if (!target() || !has("set")) {
        return false;
      }
      while (!takes("set")) {
        at++;
      }
      return ended() || is("?") || has("=");
    }

    /** {@code delete from x}; {@code delete x where}; {@code delete a, b.* from x a join y b}. */
    private boolean delete() {
      if (takes("from")) {
        return source();
      }
      int start = at;
      if (target() && is("where")) {
        return true;
      }
      at = start;
      do {
        if (!name()) {
          return false;
        }
        takes("*");
      } while (takes(","));
      return takes("from") && source() && (has("where") || has("join"));
    }

    /** Its own FROM, or that of a select inside when it has none, or when its brackets do not close. */
    private boolean select() {
      int words = 0;
      int depth = 0;
      int cases = 0;
      boolean inner = false;
      while (!ended()) {
        SqlTokens.Token token = tokens.get(at++);
        String word = word(token);
        depth += word.equals("(") ? 1 : word.equals(")") ? -1 : 0;
        cases += word.equals("case") ? 1 : word.equals("end") ? -1 : 0;
        if (word.equals("from")) {
          if (depth == 0 && cases <= 0) {
            return source();
          }
          inner |= new Reader(tokens, at).source();
        }
        boolean counts = depth == 0
            && cases <= 0
            && plain(token)
            && !word.equals("end")
            && !LINKS.contains(word)
            && !NEXT.contains(word);
        words = counts ? words + 1 : 0;
        if (words > MOST_WORDS) {
          return false;
        }
      }
      return inner;
    }

    /** {@code with x (columns) as (...)}. */
    private boolean with() {
      takes("recursive");
      if (!name() || is("(")) {
        return is("(");
      }
      boolean as = takes("as");
      takes("not");
      takes("materialized");
      return as && (ended() || !plain());
    }
  }
}
