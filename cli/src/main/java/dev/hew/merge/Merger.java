package dev.hew.merge;

import dev.hew.code.Outline;
import dev.hew.tree.Content;
import dev.hew.tree.RelPath;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Merges a file that its owner and hew have both changed since hew last wrote it: line by line if that goes without a
 * conflict, else part by part where the text has parts.
 */
public final class Merger {
  /** Endings of files in which a number beside the word is no version that somebody keeps up to date. */
  private static final Set<String> PROSE = Set.of("java", "sql", "md", "http", "html", "js");

  private static final Function<String, Optional<Outline>> NONE = text -> Optional.empty();
  private final Labels labels;
  private final Function<String, Optional<Outline>> java;

  /**
   * @param labels what stands beside the parts of a conflict
   * @param java finds the parts of a Java text
   */
  public Merger(Labels labels, Function<String, Optional<Outline>> java) {
    this.labels = labels;
    this.java = java;
  }

  /**
   * Both changes in one file.
   *
   * @param path says how the file is written
   * @param base what hew last wrote
   * @param ours what its owner made of it; its line ends stay
   * @param theirs what hew would write now
   */
  public Merged merge(RelPath path, Content base, Content ours, Content theirs) {
    boolean executable =
        ours.executable() == base.executable() ? theirs.executable() : ours.executable();
    Content mine = LineEnds.lf(ours).executable(false);
    Content before = LineEnds.lf(base).executable(false);
    Content after = LineEnds.lf(theirs).executable(false);
    if (mine.equals(before)) {
      return clean(ours, after, executable);
    }
    if (after.equals(before) || after.equals(mine)) {
      return clean(ours, mine, executable);
    }
    if (LineEnds.binary(mine) || LineEnds.binary(before) || LineEnds.binary(after)) {
      return new Merged.Conflicting(ours.executable(executable), 1);
    }
    Charset charset = charset(before, mine, after);
    NewerVersions settled = PROSE.contains(ending(path))
        ? new NewerVersions(text(mine, charset), text(after, charset), List.of())
        : NewerVersions.settle(text(before, charset), text(mine, charset), text(after, charset));
    PartMerge.Result result = merged(path, text(before, charset), settled.ours(), settled.theirs());
    Content content =
        LineEnds.like(ours, Content.of(result.text().getBytes(charset))).executable(executable);
    return result.conflicts() == 0
        ? new Merged.Clean(content, settled.notes())
        : new Merged.Conflicting(content, result.conflicts());
  }

  /** The parts of a text, if it has parts that can be told apart. */
  public Optional<Outline> parts(RelPath path, Content content) {
    return outline(ending(path)).apply(content.text()).filter(o -> !o.ambiguous());
  }

  private static String ending(RelPath path) {
    return path.name().substring(path.name().lastIndexOf('.') + 1);
  }

  private static Merged clean(Content ours, Content content, boolean executable) {
    return new Merged.Clean(LineEnds.like(ours, content).executable(executable), List.of());
  }

  private PartMerge.Result merged(RelPath path, String base, String ours, String theirs) {
    String ending = ending(path);
    Function<String, Optional<Outline>> outline = outline(ending);
    boolean blanksMatter = !ending.equals("java") && !ending.equals("xml");
    Lines.Result lines = Lines.merge(base, ours, theirs, labels, false);
    PartMerge.Result result = new PartMerge.Result(lines.text(), lines.conflicts());
    boolean broken = result.conflicts() == 0 && broken(outline, ours, theirs, result.text());
    if (result.conflicts() > 0 || broken) {
      result = byPart(outline, base, ours, theirs, blanksMatter)
          .filter(parts -> broken || parts.conflicts() < lines.conflicts())
          .orElse(result);
    }
    return ending.equals("java")
        ? new PartMerge.Result(
            Imports.complete(result.text(), List.of(ours, theirs)), result.conflicts())
        : result;
  }

  /** Whether two texts that were in order make one that is not, a key that is there twice for example. */
  private static boolean broken(
      Function<String, Optional<Outline>> outline, String ours, String theirs, String merged) {
    return isClear(outline, theirs) && isClear(outline, ours) && !isClear(outline, merged);
  }

  private static boolean isClear(Function<String, Optional<Outline>> outline, String text) {
    return outline.apply(text).filter(o -> !o.ambiguous()).isPresent();
  }

  /** Nothing where a text has no parts, or where parts cannot be merged without dropping something. */
  private Optional<PartMerge.Result> byPart(
      Function<String, Optional<Outline>> outline,
      String base,
      String ours,
      String theirs,
      boolean blanksMatter) {
    Optional<Outline> was = outline.apply(base).filter(o -> !o.ambiguous());
    Optional<Outline> mine = was.flatMap(w -> outline.apply(ours)).filter(o -> !o.ambiguous());
    Optional<Outline> wish = mine.flatMap(m -> outline.apply(theirs)).filter(o -> !o.ambiguous());
    return wish.map(w -> PartMerge.of(was.get(), mine.get(), w, blanksMatter, labels))
        .filter(r -> Proof.holds(base, ours, theirs, r.text(), blanksMatter))
        .filter(r -> r.conflicts() > 0 || isClear(outline, r.text()));
  }

  private Function<String, Optional<Outline>> outline(String ending) {
    return switch (ending) {
      case "java" -> java;
      case "yaml", "yml" -> YamlOutline::of;
      case "xml" -> XmlOutline::of;
      case "properties" -> PropertiesOutline::of;
      default -> NONE;
    };
  }

  /** UTF-8, or for what is something else one in which each byte is a letter. */
  private static Charset charset(Content... contents) {
    return Stream.of(contents).allMatch(Content::isUtf8)
        ? StandardCharsets.UTF_8
        : StandardCharsets.ISO_8859_1;
  }

  private static String text(Content content, Charset charset) {
    return new String(content.bytes(), charset);
  }
}
