package dev.hew.lock;

import dev.hew.merge.LineEnds;
import dev.hew.pack.Layer;
import dev.hew.pack.Pin;
import dev.hew.pack.Provenance;
import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.report.Position;
import dev.hew.report.Source;
import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import dev.hew.yaml.Node;
import dev.hew.yaml.NodeReader;
import dev.hew.yaml.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads a lock with its base. Whoever can write to the repository wrote them, so that nothing in them is trusted. */
public final class LockReader {
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]{0,79}");
  private static final Pattern CONFLICT = Pattern.compile("(?m)^(<<<<<<<|=======|>>>>>>>)");

  private final List<Diagnostic> problems = new ArrayList<>();
  private final Table table = new Table(problems);
  private final Set<String> seen = new HashSet<>();
  private final Set<RelPath> paths = new HashSet<>();

  private LockReader() {}

  /** An entry whose bytes are still to be found. */
  private record Line(
      String id,
      RelPath path,
      String owner,
      boolean chosen,
      Optional<RelPath> home,
      boolean away,
      String digest,
      boolean executable,
      Position position) {}

  /**
   * A lock without the bytes of its files.
   *
   * @param needed the files of the base that hold them
   */
  public record Outline(String hew, Provenance pack, Map<String, String> names, List<Line> lines) {
    public Set<RelPath> needed() {
      Set<RelPath> needed = new LinkedHashSet<>();
      lines.forEach(line -> needed.add(Lock.base(line.digest())));
      return needed;
    }
  }

  /** The lock's own text. */
  public static Checked<Outline> outline(Content lock) {
    Source source = new Source(Lock.PATH.value(), LineEnds.lf(lock).text());
    if (CONFLICT.matcher(source.text()).find()) {
      int line = (int)
              source.text().lines().takeWhile(l -> !CONFLICT.matcher(l).find()).count()
          + 1;
      return Checked.failed(
          Diagnostic.error(
                  "lock-conflict",
                  new Position(source.name(), line, 1),
                  "a merge in git left its marks in the lock")
              .withHint(
                  "take one side whole (`git checkout --ours .hew`), settle the other files, then `hew update`"));
    }
    return NodeReader.read(source).then(node -> {
      LockReader reader = new LockReader();
      Outline outline = reader.outline(node);
      return Checked.of(outline, reader.problems);
    });
  }

  /**
   * The lock with the bytes.
   *
   * @param base the files that the outline needs
   */
  public static Checked<Lock> lock(Outline outline, FileTree base) {
    List<Diagnostic> problems = new ArrayList<>();
    List<Lock.Entry> entries = new ArrayList<>();
    for (Line line : outline.lines()) {
      bytes(line, base, problems)
          .ifPresent(content -> entries.add(new Lock.Entry(
              line.id(),
              line.path(),
              line.owner(),
              line.chosen(),
              line.home(),
              line.away(),
              content.executable(line.executable()))));
    }
    return Checked.of(
        new Lock(outline.hew(), outline.pack(), new TreeMap<>(outline.names()), entries), problems);
  }

  /** A checkout may have changed LF to CRLF. */
  private static Optional<Content> bytes(Line line, FileTree base, List<Diagnostic> problems) {
    RelPath path = Lock.base(line.digest());
    Optional<Content> found = base.get(path);
    if (found.isEmpty()) {
      problems.add(Diagnostic.error(
              "lock-base-missing",
              line.position(),
              "what hew wrote into `" + line.path() + "` is missing: `" + path + "`")
          .withHint("bring `.hew/base` back from version control, where it belongs"));
      return Optional.empty();
    }
    Optional<Content> right = Optional.of(found.get())
        .filter(c -> c.sha256().equals(line.digest()))
        .or(() ->
            Optional.of(LineEnds.lf(found.get())).filter(c -> c.sha256().equals(line.digest())));
    if (right.isEmpty()) {
      problems.add(Diagnostic.error(
              "lock-base-changed",
              line.position(),
              "`" + path + "` does not hold what its name says")
          .withHint("nothing but hew may write to `.hew`; bring it back from version control"));
    }
    return right;
  }

  private Outline outline(Node document) {
    table.needsKeys(document, List.of("format", "hew", "pack", "files"));
    table.onlyKeys(document, List.of("format", "hew", "pack", "from", "layers", "names", "files"));
    document
        .get("format")
        .filter(f -> !Table.raw(f).equals(String.valueOf(Lock.FORMAT)))
        .ifPresent(f -> problems.add(Diagnostic.error(
                "lock-format", f.position(), "this hew reads locks of format " + Lock.FORMAT)
            .withHint("use the newer hew that wrote it")));
    Map<String, String> names = new TreeMap<>();
    for (Node.Entry entry : table.entries(document, "names")) {
      String name = Table.raw(entry.value());
      if (isTypeName(name) && seen.add(name.toLowerCase(Locale.ROOT))) {
        names.put(entry.key(), name);
      } else {
        wrong(entry.value(), "`" + name + "` is no name of a type, or of two");
      }
    }
    List<Line> lines = new ArrayList<>();
    document
        .get("files")
        .map(Node::items)
        .orElse(List.of())
        .forEach(item -> line(item).ifPresent(lines::add));
    Provenance pack = new Provenance(
        table.text(document, "pack", false),
        document.get("from").flatMap(this::pin),
        document.get("layers").map(Node::items).orElse(List.of()).stream()
            .map(this::layer)
            .toList());
    return new Outline(table.text(document, "hew", false), pack, names, lines);
  }

  /** Whether a text from a lock can be the name of a type in a source, and nothing more than that. */
  public static boolean isTypeName(String text) {
    return NAME.matcher(text).matches();
  }

  private Optional<Pin> pin(Node node) {
    int before = problems.size();
    table.onlyKeys(node, List.of("pack", "commit", "sha256"));
    table.needsKeys(node, List.of("pack", "sha256"));
    Optional<String> commit = node.get("commit").map(Table::raw);
    String digest = table.text(node, "sha256", false);
    if (commit.filter(c -> !COMMIT.matcher(c).matches()).isPresent()) {
      wrong(node.get("commit").orElseThrow(), "`" + commit.get() + "` is no commit");
    }
    if (problems.size() == before && !DIGEST.matcher(digest).matches()) {
      wrong(node.get("sha256").orElseThrow(), "`" + digest + "` is no SHA-256");
    }
    return problems.size() > before
        ? Optional.empty()
        : Optional.of(new Pin(table.text(node, "pack", false), commit, digest));
  }

  private Layer layer(Node node) {
    table.onlyKeys(node, List.of("pack", "files"));
    table.needsKeys(node, List.of("pack"));
    return new Layer(table.text(node, "pack", false), table.texts(node, "files"));
  }

  private Optional<Line> line(Node node) {
    int before = problems.size();
    table.onlyKeys(
        node, List.of("id", "path", "owner", "chosen", "home", "away", "sha256", "mode"));
    table.needsKeys(node, List.of("id", "path", "owner", "sha256", "mode"));
    if (problems.size() > before) {
      return Optional.empty();
    }
    String id = table.text(node, "id", true);
    String owner = table.oneOf(node, "owner", List.of("hew", "both", "you"));
    String digest = table.text(node, "sha256", true);
    String mode = table.oneOf(node, "mode", List.of("644", "755"));
    Optional<RelPath> path = path(node.get("path").orElseThrow());
    if (!DIGEST.matcher(digest).matches()) {
      wrong(node.get("sha256").orElseThrow(), "`" + digest + "` is no SHA-256");
    }
    if (!seen.add(id)) {
      wrong(node, "the id `" + id + "` is there twice");
    }
    if (path.isPresent() && !paths.add(path.get())) {
      wrong(node, "the path `" + path.get() + "` is there twice");
    }
    Optional<RelPath> home = node.get("home").flatMap(this::path);
    return problems.size() > before
        ? Optional.empty()
        : Optional.of(new Line(
            id,
            path.orElseThrow(),
            owner,
            isTrue(node, "chosen"),
            home,
            isTrue(node, "away"),
            digest,
            mode.equals("755"),
            node.position()));
  }

  private static boolean isTrue(Node node, String key) {
    return node.get(key).map(Table::raw).filter("true"::equals).isPresent();
  }

  private Optional<RelPath> path(Node node) {
    String text = Table.raw(node);
    try {
      RelPath path = RelPath.of(text);
      if (!path.hasPart(".git") && !path.hasPart(".hew")) {
        return Optional.of(path);
      }
    } catch (IllegalArgumentException e) {
      // said below, with the place
    }
    wrong(node, "hew writes no file at `" + text + "`");
    return Optional.empty();
  }

  private void wrong(Node node, String message) {
    problems.add(Diagnostic.error("lock-entry", node.position(), message)
        .withHint("nothing but hew may write to `.hew`; bring it back from version control"));
  }
}
