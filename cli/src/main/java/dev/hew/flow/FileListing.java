package dev.hew.flow;

import dev.hew.disk.SourceTree;
import dev.hew.split.facts.OtherFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The files of a code base that matter, by what is made of them.
 *
 * @param java to be parsed
 * @param others to be read: SQL, pages, build files, wiring
 * @param otherLanguages how many there are in other languages of the virtual machine, by ending; they are not read
 * @param refused files that are too large and folders that cannot be opened
 */
record FileListing(
    List<SourceTree.Entry> java,
    List<SourceTree.Entry> others,
    Map<String, Integer> otherLanguages,
    List<String> refused) {
  private static final Set<String> OTHER_LANGUAGES = Set.of("kt", "groovy", "scala", "clj");

  static FileListing of(Path top) throws IOException {
    FileListing listing =
        new FileListing(new ArrayList<>(), new ArrayList<>(), new TreeMap<>(), new ArrayList<>());
    for (SourceTree.Entry file : SourceTree.list(top, FileListing::matters, listing.refused)) {
      String ending = ending(file.path());
      if (file.size() > most(file.path())) {
        listing.refused.add(file.path());
      } else if (ending.equals("java")) {
        listing.java.add(file);
      } else if (OTHER_LANGUAGES.contains(ending)) {
        listing.otherLanguages.merge(ending, 1, Integer::sum);
      } else {
        listing.others.add(file);
      }
    }
    return listing;
  }

  /** The most bytes that are read of a file. */
  static int most(String path) {
    return ending(path).equals("java")
        ? CodeBase.LARGEST
        : Math.min(CodeBase.LARGEST, OtherFiles.most(path));
  }

  private static boolean matters(String path) {
    String ending = ending(path);
    return ending.equals("java") || OTHER_LANGUAGES.contains(ending) || OtherFiles.reads(path);
  }

  private static String ending(String path) {
    return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
