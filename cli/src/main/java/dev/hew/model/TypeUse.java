package dev.hew.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A type as it is written where something is declared.
 *
 * @param text the type without constraints, for example {@code List<String>}
 * @param checked the type with the constraints of what it holds, for example {@code List<@Size(max = 5) String>}
 * @param constraints what holds for the value itself, as annotations
 * @param kind {@code scalar list map maybe record enum union any}
 * @param scalar the key in the language's table, for scalars and what a maybe holds; {@code scalars} for a list or map of
 *     scalars; else empty
 * @param imports what {@code text} needs
 * @param checks what {@code checked} and {@code constraints} need beyond that
 * @param names the generated types that it mentions
 */
public record TypeUse(
    String text,
    String checked,
    List<String> constraints,
    String kind,
    String scalar,
    Set<String> imports,
    Set<String> checks,
    Set<String> names) {
  private static final Pattern NO_WORD = Pattern.compile("(?U)\\W+");

  /** All that a declaration of this type imports. */
  Set<String> allImports() {
    Set<String> all = new TreeSet<>(imports);
    all.addAll(checks);
    return all;
  }

  TypeUse withConstraints(List<Language.Entry> more) {
    List<String> all = new ArrayList<>(constraints);
    Set<String> needed = new TreeSet<>(checks);
    for (Language.Entry entry : more) {
      all.add(entry.text());
      needed.addAll(entry.imports());
    }
    return new TypeUse(text, checked, List.copyOf(all), kind, scalar, imports, needed, names);
  }

  TypeUse withFirst(Language.Entry entry) {
    List<String> all = new ArrayList<>(List.of(entry.text()));
    all.addAll(constraints);
    Set<String> needed = new TreeSet<>(checks);
    needed.addAll(entry.imports());
    return new TypeUse(text, checked, List.copyOf(all), kind, scalar, imports, needed, names);
  }

  /** Without one kind of constraint, on the value and on what it holds. */
  TypeUse without(Language.Entry constraint) {
    Set<String> needed = new TreeSet<>(checks);
    constraint.imports().forEach(needed::remove);
    List<String> others =
        constraints.stream().filter(c -> !c.equals(constraint.text())).toList();
    return new TypeUse(
        text,
        checked.replace(constraint.text() + " ", ""),
        others,
        kind,
        scalar,
        imports,
        needed,
        names);
  }

  TypeUse unconstrained() {
    return new TypeUse(text, text, List.of(), kind, scalar, imports, Set.of(), names);
  }

  /** The type with its own constraints in front, as a parameter or the item of a container is declared. */
  public String declared() {
    return constraints.isEmpty() ? checked : String.join(" ", constraints) + " " + checked;
  }

  /**
   * {@link #checked} with marks of where it may break: around what stands in pointed brackets, and behind annotations
   * there.
   *
   * @param open what begins a group that breaks together, {@code close} what ends it
   * @param br where nothing stands if the line goes on
   * @param sp where a space stands then
   */
  public String laid(String open, String br, String sp, String close) {
    if (!checked.contains("<@")) {
      return checked;
    }
    StringBuilder laid = new StringBuilder();
    Deque<Boolean> marked = new ArrayDeque<>();
    int parentheses = 0;
    boolean quoted = false;
    for (int i = 0; i < checked.length(); i++) {
      char c = checked.charAt(i);
      quoted ^= c == '"';
      if (quoted && c == '\\') {
        laid.append(c).append(checked.charAt(++i));
      } else if (quoted) {
        laid.append(c);
      } else if (c == '<') {
        marked.push(checked.startsWith("<@", i));
        laid.append(c).append(marked.peek() ? open + br : "");
      } else if (c == '>') {
        laid.append(marked.pop() ? close : "").append(c);
      } else {
        parentheses += c == '(' ? 1 : c == ')' ? -1 : 0;
        boolean between = c == ' ' && parentheses == 0 && !marked.isEmpty() && marked.peek();
        laid.append(between ? sp : String.valueOf(c));
      }
    }
    return laid.toString();
  }

  /** What a maybe holds, as it is written; the type itself for all others. */
  public String inner() {
    return kind.equals("maybe") ? text.substring(text.indexOf('<') + 1, text.length() - 1) : text;
  }

  /** The type of what a maybe holds; the type itself for all others. */
  public TypeUse held() {
    return kind.equals("maybe")
        ? new TypeUse(inner(), inner(), List.of(), "", scalar, imports, Set.of(), names)
        : this;
  }

  /** Whether a word stands in the type as it is written. */
  boolean mentions(String word) {
    return text.contains(word) && List.of(NO_WORD.split(text)).contains(word);
  }

  public boolean isScalar() {
    return kind.equals("scalar");
  }

  /** Whether it is a JSON object as it was sent. */
  public boolean isSent() {
    return scalar.equals("object");
  }

  public boolean isEnum() {
    return kind.equals("enum");
  }
}
