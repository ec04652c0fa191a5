package dev.hew.split.cut;

/**
 * The cost of a cut as one number, to rank cuts by: what a person has to decide weighs most, what a tool can rewrite
 * weighs least. The table is printed in {@code docs/split.md}.
 */
public final class Price {
  private static final double CALL = 0.5;
  private static final double MENTION = 0.2;
  private static final double ASSOCIATION = 5;
  private static final double FOREIGN_KEY = 3;
  private static final double CONTESTED = 8;
  private static final double FOREIGN_READ = 3;
  private static final double TRANSACTION = 10;
  private static final double TEMPLATE = 2;
  private static final double LOOP = 4;
  private static final double COCHANGE = 0.5;

  private Price() {}

  /** The cost of a cut, at least 0. */
  public static int of(Cut cut) {
    double cost = CALL * (cut.callsIn().size() + cut.callsOut().size())
        + CALL * Math.sqrt(Cut.count(cut.callsIn()) + Cut.count(cut.callsOut()))
        + MENTION * cut.mentions().size()
        + ASSOCIATION * cut.associations().size()
        + FOREIGN_KEY * cut.foreignKeys().size()
        + CONTESTED * cut.contested().size()
        + FOREIGN_READ * cut.foreignReads().size()
        + TRANSACTION * cut.transactions().size()
        + TEMPLATE * cut.templates().size()
        + LOOP * cut.loops().size()
        + COCHANGE * cut.cochange().size();
    return (int) Math.round(cost);
  }

  /** The cost in a word. */
  public static Difficulty difficulty(Cut cut) {
    int cost = of(cut);
    boolean clean = cut.associations().isEmpty()
        && cut.foreignKeys().isEmpty()
        && cut.contested().isEmpty()
        && cut.transactions().isEmpty();
    if (cost <= 10 && clean) {
      return Difficulty.EASY;
    }
    if (cost <= 50) {
      return Difficulty.MODERATE;
    }
    return cost <= 150 ? Difficulty.HARD : Difficulty.VERY_HARD;
  }

  /** How hard a cut is. */
  public enum Difficulty {
    /** Nothing of the database is cut, hardly any code. */
    EASY("easy"),
    /** A few associations or keys become ids; days. */
    MODERATE("moderate"),
    /** Many places on both sides; needs a plan. */
    HARD("hard"),
    /** Both sides are one thing today. */
    VERY_HARD("very hard");

    private final String word;

    Difficulty(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }
}
