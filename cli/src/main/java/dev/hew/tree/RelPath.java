package dev.hew.tree;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * A relative path with {@code /} between its parts and no {@code .}, {@code ..} or empty part, so that it can never
 * leave the folder that it is resolved against.
 */
public record RelPath(String value) implements Comparable<RelPath> {

  /**
   * @throws IllegalArgumentException when the path is empty, absolute, or holds a part or character that is unsafe on
   *     one of the systems hew runs on
   */
  public RelPath {
    int start = 0;
    for (int end = 0; end <= value.length(); end++) {
      char c = end == value.length() ? '/' : value.charAt(end);
      if (c == '/') {
        if (isStep(value, start, end)) {
          throw new IllegalArgumentException("not a plain relative path: `" + value + "`");
        }
        start = end + 1;
      } else if (c < ' ' || c == '\\' || c == ':' || c == 0x7f) {
        throw new IllegalArgumentException("unsafe character in path: `" + value + "`");
      }
    }
  }

  /** Whether a part is empty, {@code .} or {@code ..}. */
  private static boolean isStep(String value, int start, int end) {
    return switch (end - start) {
      case 0 -> true;
      case 1, 2 -> value.charAt(start) == '.' && value.charAt(end - 1) == '.';
      default -> false;
    };
  }

  public static RelPath of(String value) {
    return new RelPath(value);
  }

  /** The last part. */
  public String name() {
    return value.substring(value.lastIndexOf('/') + 1);
  }

  /** Everything before the last part, empty at the top. */
  public String folder() {
    int slash = value.lastIndexOf('/');
    return slash < 0 ? "" : value.substring(0, slash);
  }

  /** Whether a part of the path is called so, in whatever case. */
  public boolean hasPart(String name) {
    return List.of(value.split("/")).stream().anyMatch(name::equalsIgnoreCase);
  }

  /**
   * The path that a relative reference leads to from this file's folder.
   *
   * @throws IllegalArgumentException when it leads out of the root
   */
  public RelPath resolve(String reference) {
    Deque<String> parts = new ArrayDeque<>();
    String joined = folder().isEmpty() ? reference : folder() + "/" + reference;
    for (String part : joined.split("/", -1)) {
      switch (part) {
        case "", "." -> {}
        case ".." -> {
          if (parts.pollLast() == null) {
            throw new IllegalArgumentException("leads out of the root: `" + reference + "`");
          }
        }
        default -> parts.addLast(part);
      }
    }
    return new RelPath(String.join("/", parts));
  }

  @Override
  public int compareTo(RelPath other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
