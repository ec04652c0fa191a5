package dev.hew.change;

import dev.hew.code.Outline;
import dev.hew.code.Outline.Part;
import dev.hew.tree.Content;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Methods, fields and types that an owner added to a file, and that methods which have moved out of it use: those that
 * nothing else uses go along.
 *
 * @param left the file without what goes
 * @param arrived the other file, as hew wants it, with what goes
 * @param going the names of what goes
 * @param staying the names of what is used and stays all the same: other code uses it too, or the other file has
 *     something of that name
 */
record Helpers(String left, Content arrived, Set<String> going, Set<String> staying) {

  /**
   * @param methods knows the parts of files
   * @param source the owner's file, without what has moved
   * @param base what hew last wrote of it
   * @param target the other file as hew wants it, with what has moved
   * @param there the other file as it lies there, if it does
   * @param moved the methods that have moved into the other file
   * @param others what has moved elsewhere
   */
  static Optional<Helpers> of(
      Methods methods,
      Content source,
      Content base,
      Content target,
      Optional<Content> there,
      List<String> moved,
      List<String> others) {
    Optional<Outline> mine = methods.outline(source);
    Optional<Outline> home = methods.outline(target);
    Optional<Outline> was = methods.outline(base);
    if (mine.isEmpty() || was.isEmpty() || home.isEmpty()) {
      return Optional.empty();
    }
    Set<String> hews =
        Methods.members(was.get()).stream().map(Part::key).collect(Collectors.toSet());
    Map<Part, String> added = new LinkedHashMap<>();
    Methods.members(mine.get()).stream()
        .filter(part -> !hews.contains(part.key()) && !name(part).equals("<init>"))
        .forEach(part -> added.put(part, mine.get().of(part)));
    Set<Part> used = used(added, moved);
    Set<String> taken = new HashSet<>();
    Methods.members(home.get()).forEach(part -> taken.add(name(part)));
    there
        .flatMap(methods::outline)
        .ifPresent(o -> Methods.members(o).forEach(part -> taken.add(name(part))));
    Set<Part> going = new LinkedHashSet<>(used);
    going.removeIf(part -> taken.contains(name(part)));
    while (going.removeIf(part -> isUsedBeside(mine.get(), going, added, part, others))) {
      // what stays may use something else, which then stays too
    }
    String left = without(mine.get(), going);
    return Optional.of(new Helpers(
        left,
        target.withText(with(home.get(), going, added)),
        names(going),
        names(used.stream().filter(part -> !going.contains(part)).toList())));
  }

  private static Set<String> names(Iterable<Part> parts) {
    Set<String> names = new LinkedHashSet<>();
    parts.forEach(part -> names.add(name(part)));
    return names;
  }

  private static String name(Part part) {
    return part.name().substring(part.name().indexOf(' ') + 1);
  }

  private static boolean mentions(String text, Part part) {
    return Pattern.compile("(?<![\\w$])" + Pattern.quote(name(part)) + "(?![\\w$])")
        .matcher(text)
        .find();
  }

  /** What texts use, and what that uses in turn. */
  private static Set<Part> used(Map<Part, String> added, List<String> texts) {
    Set<Part> used = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(texts);
    while (!open.isEmpty()) {
      String text = open.pop();
      added.forEach((part, own) -> {
        if (mentions(text, part) && used.add(part)) {
          open.push(own);
        }
      });
    }
    return added.keySet().stream()
        .filter(used::contains)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static boolean isUsedBeside(
      Outline source, Set<Part> going, Map<Part, String> added, Part part, List<String> others) {
    Set<Part> without = new HashSet<>(going);
    without.add(part);
    return mentions(without(source, without), part) || used(added, others).contains(part);
  }

  private static String without(Outline source, Set<Part> parts) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    for (Part part : Methods.members(source)) {
      if (parts.contains(part)) {
        text.append(source.text(), at, part.start());
        at = part.end();
      }
    }
    return text.append(source.text().substring(at)).substring(1);
  }

  /** Fields come first in a type, all else comes last. */
  private static String with(Outline target, Set<Part> going, Map<Part, String> added) {
    Part type = target.root().parts().stream()
        .filter(part -> part.key().equals("type"))
        .findFirst()
        .orElseThrow();
    List<String> fields = new ArrayList<>();
    List<String> rest = new ArrayList<>();
    for (Part part : going) {
      boolean field = part.name().startsWith("field ");
      (field ? fields : rest).add("\n" + added.get(part).replaceFirst("^\n+", ""));
    }
    String text = target.text();
    String body = text.substring(type.inner(), type.outer());
    boolean crowded = !fields.isEmpty() && !body.isEmpty() && !body.startsWith("\n\n");
    String head = text.substring(0, type.inner()) + String.join("", fields) + (crowded ? "\n" : "");
    String tail = text.substring(type.outer());
    StringBuilder out = new StringBuilder(head).append(body);
    rest.forEach(member ->
        out.append(body.isBlank() && out.length() == head.length() ? "" : "\n").append(member));
    boolean closes = !going.isEmpty() && tail.startsWith("}");
    return out.append(closes ? "\n" : "").append(tail).substring(1);
  }
}
