package dev.hew.flow;

import dev.hew.disk.Reasons;
import dev.hew.disk.SourceTree;
import dev.hew.git.ChangedFiles;
import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.split.facts.Facts;
import dev.hew.split.facts.FactsBuilder;
import dev.hew.split.facts.OtherFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads a code base into facts: lists its files, parses the Java ones in parallel, reads the others that matter. */
final class CodeBase {
  /** What changed together long ago says little of today. */
  private static final int MOST_COMMITS = 5000;

  /** The most bytes that are read of a file; of some kinds {@link FactsBuilder#most} allows less. */
  static final int LARGEST = 16 << 20;

  /** How many files are one piece of work. */
  static final int BATCH = 50;

  private static final Set<String> OTHER_LANGUAGES = Set.of("kt", "groovy", "scala", "clj");

  private CodeBase() {}

  /** The facts; an error when the folder cannot be read or holds no Java. */
  static Checked<Facts> read(Path top, SplitMap.Options options, Progress progress) {
    try {
      Facts facts = facts(top, options, progress);
      return facts.classes().isEmpty() && facts.gaps().broken().isEmpty()
          ? Checked.failed(
              Diagnostic.error("split-no-java", "there is no Java source in `" + top + "`")
                  .withHint("name the folder that holds the sources, or one above it"))
          : Checked.of(facts);
    } catch (IOException e) {
      return Checked.failed(
          Diagnostic.error("split-unreadable", "the code base cannot be read: " + Reasons.of(e))
              .withHint("name a folder that you may read"));
    }
  }

  private static Facts facts(Path top, SplitMap.Options options, Progress progress)
      throws IOException {
    List<String> refused = new ArrayList<>();
    List<SourceTree.Entry> files = SourceTree.list(top, CodeBase::matters, refused);
    FactsBuilder builder = new FactsBuilder();
    List<SourceTree.Entry> java = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (SourceTree.Entry file : files) {
      String ending = ending(file.path());
      if (file.size() > most(file.path())) {
        refused.add(file.path());
      } else if (ending.equals("java")) {
        java.add(file);
      } else if (OTHER_LANGUAGES.contains(ending)) {
        builder.addOther(ending);
      } else {
        others.add(file.path());
      }
    }
    builder.addOthers(others(top, others, builder, progress));
    builder.addJava(
        new JavaFiles(top, options.cache(), options.parser(), builder).parse(java, progress));
    builder.addRefused(refused);
    if (options.history()) {
      progress.at("parts of the git history", 0, 1);
      builder.addHistory(ChangedFiles.below(top, MOST_COMMITS));
    }
    return builder.build();
  }

  private static List<OtherFiles> others(
      Path top, List<String> paths, FactsBuilder builder, Progress progress) throws IOException {
    return Workers.map(
        Workers.batches(paths, BATCH),
        batch -> {
          OtherFiles said = new OtherFiles();
          batch.forEach(path -> other(top, path, said, builder));
          return said;
        },
        done -> progress.at("other files", Math.min(paths.size(), done * BATCH), paths.size()));
  }

  /** A file that may not be read is named; the others count all the same. */
  private static void other(Path top, String path, OtherFiles said, FactsBuilder builder) {
    try {
      said.add(SourceTree.read(top, path, most(path)).source());
    } catch (IOException e) {
      builder.addRefused(List.of(path));
    }
  }

  private static int most(String path) {
    return ending(path).equals("java") ? LARGEST : Math.min(LARGEST, OtherFiles.most(path));
  }

  private static boolean matters(String path) {
    String ending = ending(path);
    return ending.equals("java") || OTHER_LANGUAGES.contains(ending) || OtherFiles.reads(path);
  }

  private static String ending(String path) {
    return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
