package dev.hew.pack;

import java.util.List;
import java.util.Optional;

/**
 * Something that a user can choose about a service.
 *
 * @param type {@code string}, {@code integer}, {@code boolean} or {@code list}
 * @param defaultText the default as text, with {@code [=name]} for the value of an option before it
 * @param allowed the values to choose from; empty when everything goes
 * @param pattern what a text must match as a whole
 * @param help one line for {@code hew stacks}
 * @param fixed whether it is no choice any more: a pack that extends another has taken it away, and it is at its default
 */
public record Option(
    String name,
    String type,
    String defaultText,
    List<String> allowed,
    Optional<String> pattern,
    String help,
    boolean fixed) {

  /** The default as a person would write it: {@code <name>} for another option, {@code <!name>} for its opposite. */
  public String readableDefault() {
    return defaultText.replaceAll("\\[=\\(?(!?\\w+)[^\\]]*]", "<$1>");
  }
}
