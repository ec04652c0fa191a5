package planted.dev.hew.cases;

/** Breaks the rule {@code mood} by a type. */
public final class CasesThrowDice {
  java.util.Random forbidden;
}
