package dev.hew;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.disk.Folder;
import dev.hew.render.Renderer;
import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder in {@code src/test/resources/cases}, as {@link CasesTest} describes it.
 *
 * @param lines its command lines
 * @param given the files that are there before
 * @param links the symbolic links that are there before, with what they lead to
 */
record FolderCase(Path folder, List<String> lines, FileTree given, Map<RelPath, String> links) {
  private static final Path CASES = Path.of("src", "test", "resources", "cases");
  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
  private static final String TEMPLATE = ".ftl";

  /** A command line: hew's arguments, and the given file that is its standard input, or none. */
  record CommandLine(List<String> arguments, String input) {
    CommandLine {
      arguments = List.copyOf(arguments);
    }

    static CommandLine of(String line) {
      String[] halves = line.split(" < ", 2);
      List<String> words = words(halves[0]);
      assertEquals("hew", words.get(0), "a command line starts with hew");
      return new CommandLine(
          words.subList(1, words.size()), halves.length == 1 ? "" : halves[1].strip());
    }
  }

  /** What somebody does to a file between two command lines. */
  record Edit(String verb, RelPath file, List<String> texts) {

    /** The edit that a line asks for; empty when it is a command line. */
    static Optional<Edit> of(String line) {
      List<String> words = words(line);
      return words.get(0).equals("hew")
          ? Optional.empty()
          : Optional.of(new Edit(
              words.get(0),
              RelPath.of(words.get(1)),
              words.subList(2, words.size()).stream()
                  .map(text -> text.replace("\\n", "\n"))
                  .toList()));
    }

    void doneIn(Path folder) throws IOException {
      Path path = folder.resolve(file.value());
      switch (verb) {
        case "sub" -> {
          String text = Files.readString(path);
          assertTrue(text.contains(texts.get(0)), file + " holds `" + texts.get(0) + "`");
          Files.writeString(path, text.replace(texts.get(0), texts.get(1)));
        }
        case "add" -> Files.writeString(path, texts.get(0));
        case "rm" -> Files.delete(path);
        case "mv" -> Files.move(path, folder.resolve(texts.get(0)));
        case "link" -> {
          Files.delete(path);
          Files.createSymbolicLink(path, Path.of(texts.get(0)));
        }
        default -> throw new AssertionError("sub, add, rm, mv or link, not " + verb);
      }
    }
  }

  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(line);
    while (word.find()) {
      words.add(word.group(1) == null ? word.group(2) : word.group(1));
    }
    return words;
  }

  /** All cases, in the order of their names, or those that {@code -Dhew.case=PATTERN} names. */
  static List<Path> folders() throws IOException {
    String wanted = System.getProperty("hew.case", ".*");
    try (Stream<Path> folders = Files.list(CASES)) {
      List<Path> cases = folders
          .filter(f -> Files.isDirectory(f) && f.getFileName().toString().matches(wanted))
          .sorted()
          .toList();
      assertFalse(cases.isEmpty());
      return cases;
    }
  }

  static FolderCase read(Path folder) throws IOException {
    Path given = folder.resolve("given");
    Map<RelPath, String> links = new LinkedHashMap<>();
    if (Files.exists(folder.resolve("links.txt"))) {
      for (String line : Files.readAllLines(folder.resolve("links.txt"))) {
        String[] halves = line.split(" -> ", 2);
        links.put(RelPath.of(halves[0]), halves[1]);
      }
    }
    return new FolderCase(
        folder,
        Files.readAllLines(folder.resolve("run.txt")),
        Files.exists(given) ? grown(Folder.read(given)) : FileTree.empty(),
        links);
  }

  /** Makes another folder hold what is given. */
  void writeTo(Path target) throws IOException {
    Golden.write(target, given, FileTree.empty());
    for (var link : links.entrySet()) {
      Files.createSymbolicLink(target.resolve(link.getKey().value()), Path.of(link.getValue()));
    }
  }

  /** The same case with other files. */
  FolderCase with(FileTree others) {
    return new FolderCase(folder, lines, others, links);
  }

  private static FileTree grown(FileTree files) {
    TreeMap<RelPath, Content> all = new TreeMap<>();
    files.files().forEach((path, content) -> {
      String name = path.value();
      if (name.endsWith(TEMPLATE)) {
        String plain = name.substring(0, name.length() - TEMPLATE.length());
        Renderer renderer =
            new Renderer(Map.of(), type -> false, type -> true, Map.of(), Integer.MAX_VALUE);
        all.put(RelPath.of(plain), Content.of(renderer.fill(plain, content.text(), Map.of())));
      } else {
        all.put(path, content);
      }
    });
    return new FileTree(all);
  }
}
