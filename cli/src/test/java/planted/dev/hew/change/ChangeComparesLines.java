package planted.dev.hew.change;

/** Breaks the rule {@code door-merge}. */
public final class ChangeComparesLines {
  org.eclipse.jgit.diff.RawText forbidden;
}
