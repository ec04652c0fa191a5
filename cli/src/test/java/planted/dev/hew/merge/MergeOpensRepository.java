package planted.dev.hew.merge;

/** Breaks the rule {@code door-git}. */
public final class MergeOpensRepository {
  org.eclipse.jgit.lib.Repository forbidden;
}
