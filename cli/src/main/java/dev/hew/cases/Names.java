package dev.hew.cases;

import dev.hew.contract.Contract;
import dev.hew.contract.Operation;
import dev.hew.contract.Place;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Names that are safe in ids and references, made from where things stand. */
final class Names {
  private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9._-]+");
  private static final Pattern ENDS = Pattern.compile("^-+|-+$");

  private Names() {}

  /** A name for each operation: its operationId where there is one, else method and path; never the same twice. */
  static Map<Place, String> operations(Contract contract) {
    Map<Place, String> names = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    for (Operation operation : contract.operations()) {
      String wish = operation
          .operationId()
          .map(Names::safe)
          .filter(name -> !name.isEmpty())
          .orElseGet(() -> safe(
              operation.method().toLowerCase(Locale.ROOT) + operation.path().text()));
      names.put(operation.place(), unique(wish, taken));
    }
    return names;
  }

  /** Letters, digits, dots, dashes and underscores of a text; a dash for everything between. */
  static String safe(String text) {
    if (isSafe(text)) {
      return text; // as most are
    }
    return ENDS.matcher(UNSAFE.matcher(text).replaceAll("-")).replaceAll("");
  }

  private static boolean isSafe(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean inside = c >= 'a' && c <= 'z'
          || c >= 'A' && c <= 'Z'
          || c >= '0' && c <= '9'
          || c == '.'
          || c == '_'
          || c == '-' && i > 0 && i + 1 < text.length();
      if (!inside) {
        return false;
      }
    }
    return true;
  }

  /** The wish, or the wish with the first free number. */
  static String unique(String wish, Set<String> taken) {
    String name = wish.isEmpty() ? "schema" : wish;
    for (int i = 2; !taken.add(name); i++) {
      name = (wish.isEmpty() ? "schema" : wish) + "-" + i;
    }
    return name;
  }
}
