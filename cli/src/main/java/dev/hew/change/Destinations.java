package dev.hew.change;

import dev.hew.change.Methods.Method;
import dev.hew.tree.RelPath;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where methods belong whose operation has moved.
 *
 * @param pairs all files; the list may change
 */
record Destinations(List<Pair> pairs, Methods methods) {

  /** The file that has a method now; for one that overrides, the file that implements the interface that has it now. */
  Optional<Integer> of(Pair from, Method method, boolean generated) {
    Optional<RelPath> home = Optional.empty();
    if (!generated) {
      home = pairs.stream()
          .filter(p -> p.wanted().isPresent() && gained(p, method.name()))
          .filter(p -> isOrphaned(from, method))
          .map(p -> p.wanted().get().path())
          .findFirst();
      if (home.isEmpty()) {
        return Optional.empty();
      }
    }
    for (int i = 0; i < pairs.size(); i++) {
      Pair to = pairs.get(i);
      if (to != from && isWritten(to) && template(to).equals(template(from))) {
        boolean fits = generated
            ? gained(to, method.name())
            : mentions(to.wanted().get().content().text(), home.get());
        if (fits) {
          return Optional.of(i);
        }
      }
    }
    return Optional.empty();
  }

  /** Whether hew writes the file: not where it is its owner's, and not where its owner has deleted it. */
  private static boolean isWritten(Pair pair) {
    return pair.wanted().isPresent()
        && !pair.owner().equals("you")
        && (pair.base().isEmpty() || pair.place().isPresent());
  }

  /** Whether an interface that the file implements has lost a method. */
  boolean isOrphaned(Pair from, Method method) {
    return pairs.stream().anyMatch(api -> lost(api, method.name()) && implemented(from, api));
  }

  private boolean implemented(Pair from, Pair api) {
    return mentions(
        from.base().orElseThrow().content().text(), api.base().orElseThrow().path());
  }

  private boolean gained(Pair pair, String name) {
    return pair.wanted().filter(w -> methods.has(w.content(), name)).isPresent()
        && pair.base().filter(b -> methods.has(b.content(), name)).isEmpty();
  }

  private boolean lost(Pair pair, String name) {
    return pair.base().filter(b -> methods.has(b.content(), name)).isPresent()
        && pair.wanted().filter(w -> methods.has(w.content(), name)).isEmpty();
  }

  static boolean mentions(String text, RelPath type) {
    return Pattern.compile("\\b" + type.name().replace(".java", "") + "\\b")
        .matcher(text)
        .find();
  }

  private static String template(Pair pair) {
    String id = pair.id();
    return id.substring(0, Math.max(0, id.indexOf('#')));
  }
}
