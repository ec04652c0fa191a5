package dev.hew.lock;

import dev.hew.pack.Layer;
import dev.hew.pack.Provenance;
import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import dev.hew.yaml.JsonWriter;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What hew last wrote into a service: one entry a file, and beside it the bytes themselves by their digest. The bytes
 * are stored as they are, so that git keeps one blob for a file and its base.
 *
 * @param hew the version of hew
 * @param pack what it was made with
 * @param names what generated types are called, by the place of their schema, where the place alone does not say so
 */
public record Lock(
    String hew, Provenance pack, SortedMap<String, String> names, List<Entry> entries) {
  static final int FORMAT = 1;

  /** Where the lock stands in a service. */
  public static final RelPath PATH = RelPath.of(".hew/lock.yaml");

  public Lock {
    names = Collections.unmodifiableSortedMap(new TreeMap<>(names));
    entries = entries.stream().sorted(Comparator.comparing(Entry::id)).toList();
  }

  /**
   * One file.
   *
   * @param id the template and the part of the contract that it was made of; stable when the path changes
   * @param owner {@code hew}, {@code both} or {@code you}
   * @param chosen whether the user said whose it is, and not the pack
   * @param home where hew would have it; empty unless the user has moved it
   * @param away whether the user has deleted it
   * @param content as written
   */
  public record Entry(
      String id,
      RelPath path,
      String owner,
      boolean chosen,
      Optional<RelPath> home,
      boolean away,
      Content content) {

    /** A file as a pack wants it. */
    public Entry(String id, RelPath path, String owner, Content content) {
      this(id, path, owner, false, Optional.empty(), false, content);
    }

    /** The same file with an owner that the user named. */
    public Entry ownedBy(String word) {
      return new Entry(id, path, word, true, home, away, content);
    }

    /** The same file where the user has put it. */
    public Entry movedTo(RelPath place) {
      RelPath wanted = home.orElse(path);
      return new Entry(
          id,
          place,
          owner,
          chosen,
          Optional.of(wanted).filter(w -> !w.equals(place)),
          away,
          content);
    }

    /** The same file, there or deleted by the user. */
    public Entry away(boolean deleted) {
      return new Entry(id, path, owner, chosen, home, deleted, content);
    }

    /** The same file with other bytes. */
    public Entry holding(Content other) {
      return new Entry(id, path, owner, chosen, home, away, other);
    }
  }

  public Optional<Entry> entry(String id) {
    return entries.stream().filter(e -> e.id().equals(id)).findFirst();
  }

  /** The entry of the file at a path. */
  public Optional<Entry> at(RelPath path) {
    return entries.stream().filter(e -> e.path().equals(path)).findFirst();
  }

  /** The same files, one of them with another owner, by the user's word. */
  public Lock owned(RelPath path, String owner) {
    return new Lock(
        hew,
        pack,
        names,
        entries.stream().map(e -> e.path().equals(path) ? e.ownedBy(owner) : e).toList());
  }

  /** The files that it is about, as written. */
  public FileTree written() {
    TreeMap<RelPath, Content> files = new TreeMap<>();
    entries.forEach(e -> files.put(e.path(), e.content()));
    return new FileTree(files);
  }

  /** The lock and the base, as files of the service. */
  public FileTree files() {
    TreeMap<RelPath, Content> files = new TreeMap<>();
    List<String> digests =
        entries.stream().map(entry -> entry.content().sha256()).toList();
    files.put(PATH, Content.of(text(digests)));
    for (int i = 0; i < digests.size(); i++) {
      files.put(base(digests.get(i)), entries.get(i).content().executable(false));
    }
    return new FileTree(files);
  }

  /** Where the lock, the base and the files that it is about are. */
  public Set<RelPath> paths() {
    Set<RelPath> paths = new TreeSet<>(Set.of(PATH));
    for (Entry entry : entries) {
      paths.add(entry.path());
      paths.add(base(entry.content().sha256()));
    }
    return paths;
  }

  /** Where the bytes with a digest are kept. */
  static RelPath base(String digest) {
    return RelPath.of(".hew/base/" + digest.substring(0, 2) + "/" + digest);
  }

  private String text(List<String> digests) {
    StringBuilder out = new StringBuilder();
    out.append(
        "# What hew wrote, with the bytes beside it in base/: keep both in version control.\n");
    out.append("format: ").append(FORMAT).append('\n');
    out.append("hew: ").append(JsonWriter.quoted(hew)).append('\n');
    out.append("pack: ").append(JsonWriter.quoted(pack.name())).append('\n');
    out.append(origin());
    if (!names.isEmpty()) {
      out.append("names:\n");
      names.forEach((place, name) -> out.append("  ")
          .append(JsonWriter.quoted(place))
          .append(": ")
          .append(JsonWriter.quoted(name))
          .append('\n'));
    }
    out.append("files:\n");
    for (int i = 0; i < digests.size(); i++) {
      Entry entry = entries.get(i);
      out.append("- {id: ").append(JsonWriter.quoted(entry.id()));
      out.append(", path: ").append(JsonWriter.quoted(entry.path().value()));
      out.append(", owner: ").append(entry.owner());
      out.append(entry.chosen() ? ", chosen: true" : "");
      entry
          .home()
          .ifPresent(home -> out.append(", home: ").append(JsonWriter.quoted(home.value())));
      out.append(entry.away() ? ", away: true" : "");
      out.append(", sha256: ").append(JsonWriter.quoted(digests.get(i)));
      out.append(", mode: ")
          .append(JsonWriter.quoted(entry.content().executable() ? "755" : "644"))
          .append("}\n");
    }
    return out.toString();
  }

  /** Where the pack is from, and what it consists of; nothing for a stack of hew's own that extends none. */
  private String origin() {
    StringBuilder out = new StringBuilder();
    pack.pin().ifPresent(pin -> {
      out.append("from: {pack: ").append(JsonWriter.quoted(pin.text()));
      pin.commit().ifPresent(c -> out.append(", commit: ").append(JsonWriter.quoted(c)));
      out.append(", sha256: ").append(JsonWriter.quoted(pin.digest())).append("}\n");
    });
    if (!pack.layers().isEmpty()) {
      out.append("layers:\n");
    }
    for (Layer layer : pack.layers()) {
      out.append("- {pack: ").append(JsonWriter.quoted(layer.name()));
      if (!layer.templates().isEmpty()) {
        out.append(", files: [")
            .append(layer.templates().stream()
                .map(JsonWriter::quoted)
                .collect(Collectors.joining(", ")))
            .append(']');
      }
      out.append("}\n");
    }
    return out.toString();
  }
}
