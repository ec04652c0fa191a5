package dev.hew.cases;

import java.util.Locale;

/** Recognises the credentials that cases carry in the place of real ones: user, password, token and key are {@code hew}. */
public final class Dummies {
  private static final String WORD = "hew";
  private static final String BASIC = "Basic aGV3Omhldw==";

  private Dummies() {}

  /** Whether a header's or a parameter's value is a dummy that a server can only take on trust. */
  public static boolean is(String value) {
    return value.equals(WORD)
        || value.equals(BASIC)
        || value.matches("[^ ]+ " + WORD)
        || value.toLowerCase(Locale.ROOT).startsWith("digest username=\"" + WORD + "\"");
  }
}
