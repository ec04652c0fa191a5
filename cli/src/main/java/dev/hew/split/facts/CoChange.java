package dev.hew.split.facts;

/**
 * Two classes changed in the same commits.
 *
 * @param from comes before {@code to}
 * @param commits how many commits changed both
 * @param share how many of the commits that changed either changed both, in hundredths
 */
public record CoChange(String from, String to, int commits, int share) {
  /** The share in tenths. */
  public double strength() {
    return share / 10.0;
  }
}
