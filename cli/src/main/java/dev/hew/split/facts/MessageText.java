package dev.hew.split.facts;

import java.util.regex.Pattern;

/** Texts for {@code MessageFormat}. */
final class MessageText {
  private static final Pattern PUT_IN = Pattern.compile("\\{\\d{1,2}[^{}]{0,40}+}");

  /** What is put in beside a name: a quote, a prefix. */
  private static final Pattern BESIDE_NAME =
      Pattern.compile("\\{\\d{1,2}}(?=\\w)|(?<=\\w)\\{\\d{1,2}}");

  private MessageText() {}

  /**
   * Whether it is one.
   *
   * @param call what the text is given to
   */
  static boolean is(String text, String call) {
    return call.equals("format") && PUT_IN.matcher(text).find();
  }

  /** The text without what is put in beside names, and with a question mark for anything else. */
  static String plain(String text) {
    String names = BESIDE_NAME.matcher(text.replace("''", "'")).replaceAll("");
    return PUT_IN.matcher(names).replaceAll(" ? ");
  }
}
