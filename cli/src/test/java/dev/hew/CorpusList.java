package dev.hew;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The documents of the corpus with the verdict of the official JSON Schemas, as {@link CorpusVerdicts} wrote them down.
 *
 * @param file its name in the jar
 * @param valid whether the schema of its version has nothing against it
 * @param reason why it is not valid; empty when it is
 */
record CorpusList(String file, boolean valid, String reason) {
  static final Path FILE = Path.of("src", "test", "resources", "corpus", "verdicts.tsv");

  static List<CorpusList> read() throws IOException {
    List<CorpusList> all = new ArrayList<>();
    for (String line : Files.readAllLines(FILE)) {
      String[] parts = line.split("\t", 3);
      all.add(new CorpusList(parts[0], parts[1].equals("valid"), parts.length > 2 ? parts[2] : ""));
    }
    return List.copyOf(all);
  }
}
