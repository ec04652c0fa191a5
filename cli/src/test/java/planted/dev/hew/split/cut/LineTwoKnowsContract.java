package planted.dev.hew.split.cut;

/** Breaks the rule {@code line-two}. */
public final class LineTwoKnowsContract {
  planted.dev.hew.contract.InnocentContract forbidden;
}
