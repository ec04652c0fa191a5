package dev.hew.flow;

import dev.hew.code.SourceFile;
import dev.hew.compiler.JavaParser;
import dev.hew.disk.Reasons;
import dev.hew.disk.SourceTree;
import dev.hew.git.ChangedFiles;
import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.report.Source;
import dev.hew.split.facts.Facts;
import dev.hew.split.facts.FactsBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads a code base into facts: lists its files, parses the Java ones in parallel, reads the others that matter. */
final class CodeBase {
  private static final int BATCH = 50;

  /** What changed together long ago says little of today. */
  private static final int MOST_COMMITS = 5000;

  private static final long LARGEST = 16L << 20;
  private static final Set<String> OTHER_LANGUAGES = Set.of("kt", "groovy", "scala", "clj");

  private CodeBase() {}

  /** The facts; an error when the folder cannot be read or holds no Java. */
  static Checked<Facts> read(Path top, SplitMap.Options options, Progress progress) {
    try {
      Facts facts = facts(top, options, progress);
      return facts.classes().isEmpty() && facts.gaps().broken().isEmpty()
          ? Checked.failed(
              Diagnostic.error("split-no-java", "there is no Java source in `" + top + "`"))
          : Checked.of(facts);
    } catch (IOException e) {
      return Checked.failed(
          Diagnostic.error("split-unreadable", "the code base cannot be read: " + Reasons.of(e)));
    }
  }

  private static Facts facts(Path top, SplitMap.Options options, Progress progress)
      throws IOException {
    List<String> refused = new ArrayList<>();
    List<SourceTree.Entry> files = SourceTree.list(top, CodeBase::matters, refused);
    FactsBuilder builder = new FactsBuilder();
    List<String> java = new ArrayList<>();
    for (SourceTree.Entry file : files) {
      String ending = ending(file.path());
      if (file.size() > LARGEST) {
        refused.add(file.path());
      } else if (ending.equals("java")) {
        java.add(file.path());
      } else if (OTHER_LANGUAGES.contains(ending)) {
        builder.addOther(ending);
      } else {
        SourceTree.Decoded decoded = SourceTree.read(top, file.path());
        builder.add(decoded.source());
      }
    }
    builder.addJava(parse(top, java, builder, progress));
    builder.addRefused(refused);
    if (options.history()) {
      progress.at("parts of the git history", 0, 1);
      builder.addHistory(ChangedFiles.below(top, MOST_COMMITS).commits());
    }
    return builder.build();
  }

  private static List<SourceFile> parse(
      Path top, List<String> paths, FactsBuilder builder, Progress progress) throws IOException {
    List<List<String>> batches = new ArrayList<>();
    for (int from = 0; from < paths.size(); from += BATCH) {
      batches.add(paths.subList(from, Math.min(paths.size(), from + BATCH)));
    }
    return Workers.map(
            batches,
            batch -> {
              List<Source> sources = new ArrayList<>();
              for (String path : batch) {
                SourceTree.Decoded decoded = SourceTree.read(top, path);
                if (!decoded.utf()) {
                  builder.addEncoding(path);
                }
                sources.add(decoded.source());
              }
              return JavaParser.parse(sources);
            },
            done -> progress.at("Java files", Math.min(paths.size(), done * BATCH), paths.size()))
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  private static boolean matters(String path) {
    String ending = ending(path);
    return ending.equals("java") || OTHER_LANGUAGES.contains(ending) || FactsBuilder.reads(path);
  }

  private static String ending(String path) {
    return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
