package dev.hew.yaml;

import dev.hew.report.Diagnostic;
import dev.hew.report.Position;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts nodes together from events. It keeps its own stack, so that deep nesting cannot overflow Java's, and counts
 * depth and nodes as if every alias were written out.
 */
final class NodeStack {
  static final int MOST_NODES = 5_000_000;
  static final int DEEPEST = 500;

  /** So many values may be written as aliases, and ten times what is written out besides. */
  private static final int ALIASED_FREELY = 50_000;

  private static final int ALIASED_TIMES = 10;

  /** A finished node with the number of nodes in it and the levels below it, aliases written out. */
  private record Built(Node node, long size, int height) {}

  private final Deque<Frame> open = new ArrayDeque<>();
  private final Map<String, Built> anchors = new HashMap<>();
  private final List<Diagnostic> problems = new ArrayList<>();
  /** What reads JSON refuses longer names, and Java has no longer constants. */
  private static final int LONGEST_KEY = 10_000;

  private long nodes;
  private long aliased;
  private Node root;

  private static final class Frame {
    final boolean mapping;
    final Position position;
    final String anchor;
    final List<Node.Entry> entries = new ArrayList<>();
    final Map<String, Position> keys = new HashMap<>();
    final List<Node> items = new ArrayList<>();
    final List<Node> merged = new ArrayList<>();
    String key;
    Position keyPosition;
    boolean mergeKey;
    long size = 1;
    int height = 1;

    Frame(boolean mapping, Position position, String anchor) {
      this.mapping = mapping;
      this.position = position;
      this.anchor = anchor;
    }
  }

  /** Whether the next scalar is a key. */
  boolean wantsKey() {
    return !open.isEmpty() && open.peek().mapping && open.peek().key == null;
  }

  /**
   * @param anchor the name that aliases call the node by, or {@code null}
   */
  void open(boolean mapping, Position position, String anchor) {
    if (wantsKey()) {
      throw new Refusal(Diagnostic.error(
              "yaml-key", position, "a key is a mapping or a list, but only text can be a key")
          .withHint("if this should be a template variable, put it in quotes"));
    }
    count(1, position);
    deepEnough(open.size() + 1, position);
    if (anchor != null) {
      anchors.remove(anchor);
    }
    open.push(new Frame(mapping, position, anchor));
  }

  void key(String key, Position position, boolean mergeKey) {
    if (key.length() > LONGEST_KEY) {
      throw new Refusal(
          Diagnostic.error("yaml-long-key", position, "the key is longer than 10,000 characters")
              .withHint("a key is a name; a text belongs in a value"));
    }
    Frame frame = open.peek();
    frame.key = key;
    frame.keyPosition = position;
    frame.mergeKey = mergeKey;
  }

  void scalar(Node.Scalar scalar, String anchor) {
    count(1, scalar.position());
    add(new Built(scalar, 1, 1), anchor);
  }

  /** The node that an alias stands for, shared, not copied. */
  void alias(String name, Position position) {
    Built target = anchors.get(name);
    if (target == null) {
      boolean inside = open.stream().anyMatch(frame -> name.equals(frame.anchor));
      throw new Refusal((inside
              ? Diagnostic.error(
                      "yaml-alias-circle",
                      position,
                      "alias `*" + name + "` stands inside its own anchor")
                  .withHint("use `$ref` for what refers to itself")
              : Diagnostic.error(
                      "yaml-unknown-alias",
                      position,
                      "alias `*" + name + "` has no anchor before it")
                  .withHint(
                      "name what it stands for with `&" + name + "`, or put the text in quotes"))
          .withLength(name.length() + 1));
    }
    if (wantsKey()) {
      if (!(target.node() instanceof Node.Scalar scalar)) {
        throw new Refusal(Diagnostic.error(
                "yaml-key", position, "alias `*" + name + "` is a key but stands for no text")
            .withHint("write the key out"));
      }
      key(scalar.raw(), position, false);
      return;
    }
    count(target.size(), position);
    aliased += target.size();
    if (aliased > ALIASED_FREELY + ALIASED_TIMES * (nodes - aliased)) {
      throw new Refusal(Diagnostic.error(
              "yaml-aliases",
              position,
              "aliases make this document many times as large as it is written")
          .withHint("write it out, or use `$ref`, which repeats nothing")
          .withLength(name.length() + 1));
    }
    deepEnough(open.size() + target.height(), position);
    add(target, null);
  }

  void close() {
    Frame frame = open.pop();
    Node node;
    if (frame.mapping) {
      mergeInto(frame);
      node = new Node.Mapping(frame.entries, frame.position);
    } else {
      node = new Node.Sequence(frame.items, frame.position);
    }
    add(new Built(node, frame.size, frame.height), frame.anchor);
  }

  boolean isComplete() {
    return root != null;
  }

  Node root() {
    return root;
  }

  List<Diagnostic> problems() {
    return problems;
  }

  void report(Diagnostic diagnostic) {
    problems.add(diagnostic);
  }

  private void add(Built built, String anchor) {
    if (anchor != null) {
      anchors.put(anchor, built);
    }
    Frame parent = open.peek();
    if (parent == null) {
      root = built.node();
      return;
    }
    parent.size += built.size();
    parent.height = Math.max(parent.height, built.height() + 1);
    if (!parent.mapping) {
      parent.items.add(built.node());
      return;
    }
    String key = parent.key;
    parent.key = null;
    if (parent.mergeKey) {
      parent.merged.add(built.node());
    } else if (parent.keys.putIfAbsent(key, parent.keyPosition) == null) {
      parent.entries.add(new Node.Entry(key, parent.keyPosition, built.node()));
    } else {
      duplicate(parent, key);
    }
  }

  private void duplicate(Frame frame, String key) {
    int first = frame.keys.get(key).line();
    problems.add(Diagnostic.error(
            "yaml-duplicate-key",
            frame.keyPosition,
            "key `" + key + "` stands twice in the same mapping, first in line " + first)
        .withLength(key.length())
        .withHint("keep one of them"));
  }

  /** YAML 1.1's merge keys, which many specs use: a mapping's own keys win, then the first merged mapping. */
  private void mergeInto(Frame frame) {
    List<Node> sources = new ArrayList<>();
    for (Node node : frame.merged) {
      if (node instanceof Node.Sequence list) {
        sources.addAll(list.items());
      } else {
        sources.add(node);
      }
    }
    for (Node source : sources) {
      if (!(source instanceof Node.Mapping)) {
        problems.add(
            Diagnostic.error("yaml-merge", source.position(), "`<<` can only merge a mapping")
                .withHint("give it an alias to a mapping, or a list of such aliases"));
      }
      for (Node.Entry entry : source.entries()) {
        if (frame.keys.putIfAbsent(entry.key(), entry.keyPosition()) == null) {
          frame.entries.add(entry);
        }
      }
    }
  }

  private void count(long more, Position position) {
    nodes += more;
    if (nodes > MOST_NODES) {
      throw new Refusal(Diagnostic.error(
              "yaml-too-many-nodes",
              position,
              "the document has more than 5,000,000 values, aliases written out")
          .withHint("split it into several files, or leave out what the service does not need"));
    }
  }

  private static void deepEnough(int depth, Position position) {
    if (depth > DEEPEST) {
      throw new Refusal(Diagnostic.error(
              "yaml-too-deep", position, "the document is nested more than 500 levels deep")
          .withHint("name inner parts and refer to them with `$ref`"));
    }
  }
}
