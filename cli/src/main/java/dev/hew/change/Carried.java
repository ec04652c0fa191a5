package dev.hew.change;

import dev.hew.code.Outline;
import dev.hew.code.Outline.Part;
import dev.hew.lock.Lock;
import dev.hew.merge.Imports;
import dev.hew.merge.Merged;
import dev.hew.merge.Merger;
import dev.hew.merge.Note;
import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Carries what was written for an operation along when the operation goes: into another file when its tag changes, to
 * another name when it is renamed. What moved is read from hew's own texts, last time's and today's; the owner's code
 * then takes the same way, as if it had been there already, and the files are merged as usual.
 */
final class Carried {
  private final Merger merger;
  private final List<Pair> pairs;
  private final Map<RelPath, Content> disk;
  private final Map<String, List<Note>> notes = new HashMap<>();
  private final Map<Content, Map<String, Method>> known = new HashMap<>();
  private final Map<String, Change.Sides> sides = new HashMap<>();

  /** A method of a file's main type. */
  private record Method(String key, String name, String text, boolean overrides) {
    boolean is(Method other) {
      return text.strip().equals(other.text.strip());
    }
  }

  private Carried(List<Pair> pairs, FileTree disk, Merger merger) {
    this.pairs = new ArrayList<>(pairs);
    this.disk = new LinkedHashMap<>(disk.files());
    this.merger = merger;
    for (Pair pair : pairs) {
      if (pair.base().isPresent() && pair.wanted().isPresent() && pair.place().isPresent()) {
        sides.put(
            pair.id(),
            new Change.Sides(
                Optional.of(pair.base().get().content()),
                disk.get(pair.place().get()).orElseThrow(),
                pair.wanted().get().content()));
      }
    }
  }

  static Carried of(List<Pair> pairs, FileTree disk, Merger merger) {
    Carried carried = new Carried(pairs, disk, merger);
    for (int i = 0; i < pairs.size(); i++) {
      if (carried.isEdited(carried.pairs.get(i))) {
        carried.rename(i);
        carried.moveOut(i);
      }
    }
    return carried;
  }

  List<Pair> pairs() {
    return List.copyOf(pairs);
  }

  /** The files as they would be, had the owner known. */
  FileTree disk() {
    return FileTree.of(disk);
  }

  /** The versions of a file that is there and wanted, as they were before anything was carried. */
  Change.Sides sides(Pair pair) {
    return sides.get(pair.id());
  }

  /** What was done to a file, by its id. */
  List<Note> notes(String id) {
    return notes.getOrDefault(id, List.of());
  }

  private boolean isEdited(Pair pair) {
    return pair.base().isPresent()
        && pair.place().filter(p -> p.name().endsWith(".java")).isPresent()
        && !pair.owner().equals("you")
        && !disk.get(pair.place().get()).equals(pair.base().get().content());
  }

  /** Methods that a renamed operation has given another name to are renamed in what implements them. */
  private void rename(int index) {
    for (Map.Entry<String, String> renamed : renamed(pairs.get(index)).entrySet()) {
      Pair pair = pairs.get(index);
      Lock.Entry base = pair.base().orElseThrow();
      Pattern use = Pattern.compile("\\b" + renamed.getKey() + "(?=\\()");
      RelPath place = pair.place().orElseThrow();
      Content ours = disk.get(place);
      if (!use.matcher(ours.text()).find()
          || methods(base.content()).values().stream()
              .anyMatch(m -> m.name().equals(renamed.getValue()))) {
        continue;
      }
      disk.put(place, replaced(ours, use, renamed.getValue()));
      pairs.set(index, pair.withBase(replaced(base.content(), use, renamed.getValue())));
      note(
          pair,
          "renamed `" + renamed.getKey() + "` to `" + renamed.getValue()
              + "`, as the contract did");
    }
  }

  /** Old and new names of the methods that the interfaces of a file have renamed. */
  private Map<String, String> renamed(Pair user) {
    Map<String, String> names = new LinkedHashMap<>();
    String ours = disk.get(user.place().orElseThrow()).text();
    for (Pair api : pairs) {
      if (api != user
          && api.base().isPresent()
          && api.wanted().isPresent()
          && !api.base().get().content().equals(api.wanted().get().content())
          && mentions(ours, api.base().get().path())) {
        Map<String, Method> was = methods(api.base().get().content());
        Map<String, Method> is = methods(api.wanted().get().content());
        was.values().stream()
            .filter(m -> !hasName(is, m.name()))
            .forEach(old -> is.values().stream()
                .filter(m -> !hasName(was, m.name()))
                .filter(m ->
                    old.text().replaceAll("\\b" + old.name() + "\\b", m.name()).equals(m.text()))
                .findFirst()
                .ifPresent(m -> names.put(old.name(), m.name())));
      }
    }
    return names;
  }

  /** Methods that belong into another file now take the owner's version along. */
  private void moveOut(int index) {
    Pair pair = pairs.get(index);
    RelPath place = pair.place().orElseThrow();
    Map<String, Method> was = methods(pair.base().orElseThrow().content());
    Map<String, Method> is = pair.wanted().map(w -> methods(w.content())).orElse(Map.of());
    for (Method mine : List.copyOf(methods(disk.get(place)).values())) {
      Method old = was.get(mine.key());
      boolean left = old != null && !hasName(is, mine.name()) && !mine.is(old);
      boolean added = old == null && mine.overrides() && !hasName(is, mine.name());
      if (left || added) {
        Optional<Integer> to = destination(pair, mine, left);
        to.ifPresent(t -> move(index, t, mine, old));
        if (to.isEmpty() && added && isOrphaned(pair, mine)) {
          note(pair, "`" + mine.name() + "` stays, but its operation is gone");
        }
      }
    }
  }

  /** The file that has a method now; for one that overrides, the file that implements the interface that has it now. */
  private Optional<Integer> destination(Pair from, Method method, boolean generated) {
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
      if (to != from
          && to.wanted().isPresent()
          && template(to).equals(template(from))
          && !to.owner().equals("you")) {
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

  /** Whether an interface that the file implements has lost a method. */
  private boolean isOrphaned(Pair from, Method method) {
    return pairs.stream().anyMatch(api -> lost(api, method.name()) && implemented(from, api));
  }

  private boolean implemented(Pair from, Pair api) {
    return mentions(
        from.base().orElseThrow().content().text(), api.base().orElseThrow().path());
  }

  private boolean gained(Pair pair, String name) {
    return pair.wanted().filter(w -> has(w.content(), name)).isPresent()
        && pair.base().filter(b -> has(b.content(), name)).isEmpty();
  }

  /** Parsed only where the text has the name at all. */
  private boolean has(Content content, String name) {
    return content.text().contains(name + "(") && hasName(methods(content), name);
  }

  private boolean lost(Pair pair, String name) {
    return pair.base().filter(b -> has(b.content(), name)).isPresent()
        && pair.wanted().filter(w -> has(w.content(), name)).isEmpty();
  }

  private void move(int from, int to, Method mine, Method old) {
    Pair source = pairs.get(from);
    Pair target = pairs.get(to);
    RelPath place = source.place().orElseThrow();
    String ours = disk.get(place).text();
    String wanted = target.wanted().orElseThrow().content().text();
    String arrived;
    String left;
    if (old == null) {
      int end = wanted.lastIndexOf('}');
      String before = wanted.substring(0, end).stripTrailing();
      arrived = before + (before.endsWith("{") ? "" : "\n") + mine.text().replaceFirst("^\n+", "\n")
          + "\n}\n";
      left = ours.replace(mine.text(), "");
    } else {
      Method now = methods(target.wanted().get().content()).values().stream()
          .filter(m -> m.name().equals(mine.name()))
          .findFirst()
          .orElseThrow();
      Merged merged = merger.merge(place, line(old.text()), line(mine.text()), line(now.text()));
      if (!(merged instanceof Merged.Clean clean)) {
        return;
      }
      String text = clean.content().text();
      arrived = wanted.replace(now.text().strip(), text.strip());
      left = ours.replace(mine.text(), old.text());
    }
    disk.put(place, disk.get(place).withText(left));
    pairs.set(
        to,
        target.withWanted(
            target.wanted().get().content().withText(Imports.complete(arrived, List.of(ours)))));
    note(target, "took `" + mine.name() + "` over from " + place + ", as its operation has moved");
    note(source, "`" + mine.name() + "` is in " + target.wanted().get().path() + " now");
  }

  private static Content line(String text) {
    return Content.of(text.strip() + "\n");
  }

  private void note(Pair pair, String text) {
    notes.computeIfAbsent(pair.id(), id -> new ArrayList<>()).add(new Note(text));
  }

  private static Content replaced(Content content, Pattern what, String with) {
    return content.withText(
        what.matcher(content.text()).replaceAll(Matcher.quoteReplacement(with)));
  }

  private static boolean hasName(Map<String, Method> methods, String name) {
    return methods.values().stream().anyMatch(m -> m.name().equals(name));
  }

  private static boolean mentions(String text, RelPath type) {
    return Pattern.compile("\\b" + type.name().replace(".java", "") + "\\b")
        .matcher(text)
        .find();
  }

  private static String template(Pair pair) {
    String id = pair.id();
    return id.substring(0, Math.max(0, id.indexOf('#')));
  }

  private Map<String, Method> methods(Content content) {
    return known.computeIfAbsent(content, c -> {
      Map<String, Method> methods = new LinkedHashMap<>();
      merger
          .parts(RelPath.of("A.java"), c)
          .ifPresent(outline -> outline.root().parts().stream()
              .filter(part -> part.key().equals("type"))
              .flatMap(part -> part.parts().stream())
              .filter(part -> part.name().startsWith("method ") && !part.name().contains("<init>"))
              .forEach(part -> methods.put(part.key(), method(outline, part))));
      return methods;
    });
  }

  private static Method method(Outline outline, Part part) {
    String text = outline.of(part);
    return new Method(
        part.key(), part.name().substring("method ".length()), text, text.contains("@Override"));
  }
}
