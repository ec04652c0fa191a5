package dev.hew.change;

import dev.hew.change.Methods.Method;
import dev.hew.merge.Imports;
import dev.hew.merge.LineEnds;
import dev.hew.merge.Merged;
import dev.hew.merge.Merger;
import dev.hew.merge.Note;
import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Carries what was written for an operation along when the operation goes: into another file when its tag changes, to
 * another name when it is renamed. What moved is read from hew's own texts, last time's and today's; the owner's code
 * then takes the same way, as if it had been there already, and the files are merged as usual.
 */
final class Carried {
  private final Merger merger;
  private final List<Pair> pairs;
  private final FileTree disk;

  /** The owner's files that something was carried out of, with LF. */
  private final Map<RelPath, Content> changed = new HashMap<>();

  private final Map<String, List<Note>> notes = new HashMap<>();
  private final Methods methods;
  private final Destinations destinations;
  private final Map<String, Change.Sides> sides = new HashMap<>();

  private Carried(List<Pair> pairs, FileTree disk, Merger merger) {
    this.pairs = new ArrayList<>(pairs);
    this.disk = disk;
    this.merger = merger;
    this.methods = new Methods(merger);
    this.destinations = new Destinations(this.pairs, methods);
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
    Map<RelPath, Content> files = new LinkedHashMap<>(disk.files());
    changed.forEach((place, text) -> files.compute(place, (p, was) -> LineEnds.like(was, text)));
    return FileTree.of(files);
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
        && !LineEnds.sameText(ours(pair.place().get()), pair.base().get().content());
  }

  /** False for a file that its owner has written in something else than UTF-8: what hew adds would not fit. */
  private boolean isUtf8(Pair pair) {
    return pair.place().filter(place -> !ours(place).isUtf8()).isEmpty();
  }

  /** What an owner's file holds by now, with LF as hew's own texts have it. */
  private Content ours(RelPath place) {
    Content now = changed.get(place);
    return now == null ? LineEnds.lf(disk.get(place).orElseThrow()) : now;
  }

  /** Methods that a renamed operation has given another name to are renamed in what implements them. */
  private void rename(int index) {
    for (Rename rename : renamed(pairs.get(index))) {
      Pair pair = pairs.get(index);
      Content base = pair.base().orElseThrow().content();
      RelPath place = pair.place().orElseThrow();
      Content ours = ours(place);
      String text = rename.in(ours.text());
      if (text.equals(ours.text()) || Methods.hasName(methods.of(base), rename.to())) {
        continue;
      }
      if (!ours.isUtf8()) {
        note(
            pair,
            "`" + rename.from() + "` keeps its name, but its operation is `" + rename.to()
                + "` now: the file is no UTF-8");
        continue;
      }
      changed.put(place, ours.withText(text));
      pairs.set(index, pair.withBase(base.withText(rename.in(base.text()))));
      note(pair, "renamed `" + rename.from() + "` to `" + rename.to() + "`, as the contract did");
    }
  }

  /** The methods that the interfaces of a file have renamed, each one once. */
  private Collection<Rename> renamed(Pair user) {
    Map<String, Rename> renames = new LinkedHashMap<>();
    String ours = ours(user.place().orElseThrow()).text();
    for (Pair api : pairs) {
      if (api != user
          && api.base().isPresent()
          && api.wanted().isPresent()
          && !api.base().get().content().equals(api.wanted().get().content())
          && Destinations.mentions(ours, api.base().get().path())) {
        Map<String, Method> was = methods.of(api.base().get().content());
        Map<String, Method> is = methods.of(api.wanted().get().content());
        was.values().stream()
            .filter(m -> !Methods.hasName(is, m.name()))
            .forEach(old -> is.values().stream()
                .filter(m -> !Methods.hasName(was, m.name()))
                .filter(m -> old.isRenamed(m) || Methods.haveSameRoute(old, was, m, is))
                .findFirst()
                .ifPresent(m -> renames.put(old.name(), new Rename(old.name(), m.name()))));
      }
    }
    return renames.values();
  }

  /** Methods that belong into another file now take the owner's version along. */
  private void moveOut(int index) {
    Pair pair = pairs.get(index);
    RelPath place = pair.place().orElseThrow();
    Map<String, Method> was = methods.of(pair.base().orElseThrow().content());
    Map<String, Method> is = pair.wanted().map(w -> methods.of(w.content())).orElse(Map.of());
    Map<Integer, List<String>> gone = new LinkedHashMap<>();
    for (Method mine : List.copyOf(methods.of(ours(place)).values())) {
      Method old = was.get(mine.key());
      boolean left = old != null && !Methods.hasName(is, mine.name()) && !mine.is(old);
      boolean added = old == null && mine.overrides() && !Methods.hasName(is, mine.name());
      if (left || added) {
        Optional<Integer> to =
            destinations.of(pair, mine, left).filter(i -> isUtf8(pair) && isUtf8(pairs.get(i)));
        if (to.isPresent() && move(index, to.get(), mine, old)) {
          gone.computeIfAbsent(to.get(), t -> new ArrayList<>()).add(mine.text());
        }
        if (to.isEmpty() && destinations.isOrphaned(pair, mine)) {
          note(pair, "`" + mine.name() + "` stays, but its operation is gone");
        }
      }
    }
    takeAlong(index, gone);
  }

  /** What the owner wrote for the methods that have moved, and nothing else uses, follows them. */
  private void takeAlong(int from, Map<Integer, List<String>> moved) {
    Pair source = pairs.get(from);
    RelPath place = source.place().orElseThrow();
    moved.forEach((to, texts) -> {
      Pair target = pairs.get(to);
      Content wanted = target.wanted().orElseThrow().content();
      List<String> others = moved.entrySet().stream()
          .filter(e -> !e.getKey().equals(to))
          .flatMap(e -> e.getValue().stream())
          .toList();
      Content ours = ours(place);
      Helpers.of(
              methods,
              ours,
              source.base().orElseThrow().content(),
              wanted,
              target.place().map(this::ours),
              texts,
              others)
          .ifPresent(helpers -> {
            changed.put(place, without(ours, helpers.left(), source));
            pairs.set(to, target.withWanted(complete(helpers.arrived(), ours)));
            helpers.going().forEach(name -> note(source, "`" + name + "` went along"));
            helpers
                .staying()
                .forEach(name -> note(
                    source,
                    "`" + name + "` stays, and what has gone uses it: bring the two together"));
          });
    });
  }

  /** The owner's file with less in it: hew's own, when nothing but blanks tells them apart. */
  private static Content without(Content ours, String left, Pair pair) {
    String base = pair.base().orElseThrow().content().text();
    boolean same = left.replaceAll("\\s+", "").equals(base.replaceAll("\\s+", ""));
    return ours.withText(same ? base : left);
  }

  private static Content complete(Content arrived, Content source) {
    return arrived.withText(Imports.complete(arrived.text(), List.of(source.text())));
  }

  /** False where the owner's version and hew's of the method itself do not go together. */
  private boolean move(int from, int to, Method mine, Method old) {
    Pair source = pairs.get(from);
    Pair target = pairs.get(to);
    RelPath place = source.place().orElseThrow();
    String ours = ours(place).text();
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
      Method now = methods.of(target.wanted().get().content()).values().stream()
          .filter(m -> m.name().equals(mine.name()))
          .findFirst()
          .orElseThrow();
      Merged merged = merger.merge(place, line(old.text()), line(mine.text()), line(now.text()));
      if (!(merged instanceof Merged.Clean clean)) {
        return false;
      }
      String text = clean.content().text();
      arrived = wanted.replace(now.text().strip(), text.strip());
      left = ours.replace(mine.text(), old.text());
    }
    changed.put(place, without(ours(place), left, source));
    pairs.set(
        to,
        target.withWanted(
            target.wanted().get().content().withText(Imports.complete(arrived, List.of(ours)))));
    note(target, "took `" + mine.name() + "` over from " + place + ", as its operation has moved");
    note(source, "`" + mine.name() + "` is in " + target.wanted().get().path() + " now");
    return true;
  }

  private static Content line(String text) {
    return Content.of(text.strip() + "\n");
  }

  private void note(Pair pair, String text) {
    notes.computeIfAbsent(pair.id(), id -> new ArrayList<>()).add(new Note(text));
  }
}
