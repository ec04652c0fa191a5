package dev.hew.lock;

import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import dev.hew.yaml.JsonWriter;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

/**
 * What hew last wrote into a service: one entry a file, and beside it the bytes themselves by their digest. The bytes
 * are stored as they are, so that git keeps one blob for a file and its base.
 *
 * @param hew the version of hew
 * @param pack the pack's name and version, for example {@code spring-boot@1}
 */
public record Lock(String hew, String pack, List<Entry> entries) {
  private static final int FORMAT = 1;

  public Lock {
    entries = entries.stream().sorted(Comparator.comparing(Entry::id)).toList();
  }

  /**
   * One file.
   *
   * @param id the template and the part of the contract that it was made of; stable when the path changes
   * @param owner {@code hew}, {@code both} or {@code you}
   * @param content as written
   */
  public record Entry(String id, RelPath path, String owner, Content content) {}

  /** The lock and the base, as files of the service. */
  public FileTree files() {
    TreeMap<RelPath, Content> files = new TreeMap<>();
    List<String> digests =
        entries.stream().map(entry -> sha256(entry.content())).toList();
    files.put(RelPath.of(".hew/lock.yaml"), Content.of(text(digests)));
    for (int i = 0; i < digests.size(); i++) {
      files.put(base(digests.get(i)), entries.get(i).content().executable(false));
    }
    return new FileTree(files);
  }

  /** Where the bytes with a digest are kept. */
  private static RelPath base(String digest) {
    return RelPath.of(".hew/base/" + digest.substring(0, 2) + "/" + digest);
  }

  private static String sha256(Content content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content.bytes()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private String text(List<String> digests) {
    StringBuilder out = new StringBuilder();
    out.append(
        "# What hew wrote, with the bytes beside it in base/: keep both in version control.\n");
    out.append("format: ").append(FORMAT).append('\n');
    out.append("hew: ").append(JsonWriter.quoted(hew)).append('\n');
    out.append("pack: ").append(JsonWriter.quoted(pack)).append('\n');
    out.append("files:\n");
    for (int i = 0; i < digests.size(); i++) {
      Entry entry = entries.get(i);
      out.append("- {id: ").append(JsonWriter.quoted(entry.id()));
      out.append(", path: ").append(JsonWriter.quoted(entry.path().value()));
      out.append(", owner: ").append(entry.owner());
      out.append(", sha256: ").append(JsonWriter.quoted(digests.get(i)));
      out.append(", mode: ")
          .append(JsonWriter.quoted(entry.content().executable() ? "755" : "644"))
          .append("}\n");
    }
    return out.toString();
  }
}
