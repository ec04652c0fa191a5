package planted.dev.hew.contract;

/** Breaks the rule {@code mood} by a method that falls back to the default locale. */
public final class ContractTakesLocale {
  String forbidden(String text) {
    return text.toLowerCase();
  }
}
