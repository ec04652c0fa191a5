package dev.hew.contract;

import java.util.List;

/**
 * One thing in which two contracts differ.
 *
 * @param subject {@code operation}, {@code schema} or, for all that belongs to neither, {@code contract}
 * @param name method and path of an operation, a schema's name, the contract's title
 * @param place where it stands in the contract that has it, in the newer one if both have it
 * @param details what has changed about it; nothing unless it is {@link Kind#CHANGED}
 */
public record Difference(
    Kind kind, String subject, String name, Place place, List<Detail> details) {

  public Difference {
    details = List.copyOf(details);
  }

  /** What has become of it. */
  public enum Kind {
    ADDED("added"),
    REMOVED("removed"),
    CHANGED("changed");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /**
   * A part that has changed, to be read as "property `name` added".
   *
   * @param part what it is, for example {@code property} or {@code query parameter}; may be empty
   * @param name what it is called in the contract
   * @param what what has become of it
   */
  public record Detail(String part, String name, String what) {
    /** As a piece of a sentence. */
    public String words() {
      return (part.isEmpty() ? "" : part + " ") + "`" + name + "` " + what;
    }
  }
}
