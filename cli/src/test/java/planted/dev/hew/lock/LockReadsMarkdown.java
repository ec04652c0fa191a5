package planted.dev.hew.lock;

/** Breaks the rule {@code door-markdown}. */
public final class LockReadsMarkdown {
  org.commonmark.node.Node forbidden;
}
