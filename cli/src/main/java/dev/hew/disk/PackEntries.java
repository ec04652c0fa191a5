package dev.hew.disk;

import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Collects the files of a pack that others laid out: {@code pack.yaml} and what is in {@code files/} and {@code lib/}, as
 * long as it is plain files of a size that a pack may have. Everything else is not looked at.
 */
public final class PackEntries {
  /** A file larger than this, in bytes, is refused. */
  public static final int LARGEST = 4 << 20;

  /** All files together may not have more bytes than this. */
  private static final long LARGEST_SUM = 32L << 20;

  /** There may not be more files and folders than this. */
  private static final int MOST = 5_000;

  private static final int LONGEST_PATH = 500;

  private final String place;
  private final TreeMap<RelPath, Content> files = new TreeMap<>();
  private final List<Diagnostic> problems = new ArrayList<>();
  private long sum;
  private int seen;

  /**
   * @param place what messages call the pack's folder
   */
  public PackEntries(String place) {
    this.place = place;
  }

  /** Reads a file. */
  @FunctionalInterface
  public interface Bytes {
    /**
     * @param most how many are wanted; one more tells that there are too many
     */
    byte[] read(int most) throws IOException;
  }

  /** Whether a path, from the pack's folder, is that of a part of the pack. */
  public static boolean isPart(String path) {
    return path.equals("pack.yaml")
        || path.equals("files")
        || path.equals("lib")
        || path.startsWith("files/")
        || path.startsWith("lib/");
  }

  /** Counts a folder. Whether there is room for more; after a no, the result is an error. */
  public boolean folder(String path) {
    return counted(path);
  }

  /** Takes a file in. Whether there is room for more; after a no, the result is an error. */
  public boolean file(String path, Bytes content) throws IOException {
    if (!counted(path)) {
      return false;
    }
    byte[] bytes = content.read(LARGEST + 1);
    sum += bytes.length;
    if (bytes.length > LARGEST || sum > LARGEST_SUM) {
      problems.add(Diagnostic.error(
              "pack-too-large",
              bytes.length > LARGEST
                  ? "`" + place + "/" + path + "` has more than " + (LARGEST >> 20) + " MiB"
                  : "the files of `" + place + "` have more than " + (LARGEST_SUM >> 20) + " MiB")
          .withHint("a pack holds templates; leave everything else elsewhere"));
      return false;
    }
    try {
      files.put(RelPath.of(path), Content.of(bytes));
    } catch (IllegalArgumentException e) {
      refuse(path, "has a name that is not one everywhere");
    }
    return true;
  }

  /**
   * Notes what no pack may hold.
   *
   * @param what goes on after the path
   */
  public void refuse(String path, String what) {
    problems.add(Diagnostic.error("pack-entry", "`" + place + "/" + path + "` " + what)
        .withHint("a pack holds plain files and folders only"));
  }

  private boolean counted(String path) {
    seen++;
    if (seen > MOST || path.length() > LONGEST_PATH) {
      problems.add(Diagnostic.error(
              "pack-too-large",
              seen > MOST
                  ? "`" + place + "` has more than " + MOST + " files and folders"
                  : "`" + place + "` has a path of more than " + LONGEST_PATH + " characters")
          .withHint("a pack holds templates; leave everything else elsewhere"));
      return false;
    }
    return true;
  }

  /** The files, or what is wrong with them. */
  public Checked<FileTree> all() {
    return Checked.of(new FileTree(files), problems);
  }
}
