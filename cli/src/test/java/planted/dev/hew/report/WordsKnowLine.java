package planted.dev.hew.report;

/** Breaks the rule {@code words}. */
public final class WordsKnowLine {
  planted.dev.hew.contract.InnocentContract forbidden;
}
