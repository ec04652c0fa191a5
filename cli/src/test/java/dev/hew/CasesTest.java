package dev.hew;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.command.Console;
import dev.hew.disk.Folder;
import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Runs the command lines in {@code src/test/resources/cases/<name>/}. A case is a folder:
 *
 * <ul>
 *   <li>{@code given/}: the files that are there before; may be missing. One that ends in {@code .ftl} is a template as
 *       those in {@code templates}: it is filled in and loses that ending, so that a huge file is a few lines here.
 *   <li>{@code links.txt}: symbolic links that are there before, one {@code name -> target} on each line; may be missing.
 *   <li>{@code run.txt}: one command line on each line, run one after the other in the folder with the given files. It
 *       starts with {@code hew}; single quotes keep blanks together; {@code < file} gives it a standard input. Between
 *       them {@code sub FILE 'old' 'new'}, {@code add FILE 'text'}, {@code rm FILE}, {@code mv FILE TARGET} and {@code link FILE TARGET} do what
 *       somebody does to a file.
 *   <li>{@code out.txt}: for each line its exit code, standard output and standard error, in that order. The folder that
 *       it ran in is written as {@code FOLDER}, the digest of a file as {@code DIGEST}.
 *   <li>{@code then.txt}: the path of every file that is there afterwards and was not given, sorted; {@code .git} is left
 *       out and so is {@code .hew/local}, {@code .hew/base} is one line. No {@code then.txt}: nothing was written.
 *   <li>{@code then/}: some of those files, as they have to be; may be missing. To pin one more, put an empty file there.
 * </ul>
 *
 * <p>{@code -Dhew.accept=true} rewrites {@code out.txt}, {@code then.txt} and the files of {@code then/}. For every case
 * it also holds that the given files are left as they are, that neither the locale, the time zone nor CRLF in the given
 * files changes anything, that every error has a hint, that {@code hew new} refuses to do the same again without touching anything, and that {@code hew update} done again
 * changes nothing.
 */
@Isolated("changes the default locale and time zone")
class CasesTest {
  private static final Pattern ERROR = Pattern.compile("^(?:\\S+:\\d+:\\d+: )?error\\[");

  /** Only so that a case that hangs ends; how long one may take is for {@link CaseLimits}. */
  private static final Duration LONGEST = Duration.ofMinutes(2);

  /** What a case came to. */
  private record Outcome(String out, FileTree written) {}

  @TestFactory
  Stream<DynamicTest> behavesAsWritten() throws IOException {
    return FolderCase.folders().stream()
        .map(c -> DynamicTest.dynamicTest(
            c.getFileName().toString(),
            () -> assertTimeoutPreemptively(LONGEST, () -> check(FolderCase.read(c)))));
  }

  private static void check(FolderCase folderCase) throws IOException {
    Outcome outcome = run(folderCase);
    compare(folderCase.folder(), outcome);
    assertEquals(List.of(), withoutHint(outcome.out()), "every error has a hint");

    Outcome elsewhere = in(
        Locale.forLanguageTag("tr-TR"),
        TimeZone.getTimeZone("Pacific/Chatham"),
        () -> run(folderCase));
    assertSame("in another locale and time zone", outcome, elsewhere);
    FileTree crlf = mapped(folderCase.given(), CasesTest::crlf);
    assertSame("with CRLF in the given files", outcome, run(folderCase.with(crlf)));
  }

  private static void assertSame(String how, Outcome expected, Outcome actual) {
    assertEquals(expected.out(), actual.out(), how);
    assertEquals(List.of(), Golden.differences(expected.written(), actual.written()), how);
  }

  private static void compare(Path folder, Outcome outcome) throws IOException {
    TreeMap<RelPath, Content> wanted = new TreeMap<>();
    wanted.put(RelPath.of("out.txt"), Content.of(outcome.out()));
    if (!outcome.written().files().isEmpty()) {
      wanted.put(RelPath.of("then.txt"), Content.of(listing(outcome.written())));
    }
    TreeMap<RelPath, Content> found = new TreeMap<>();
    for (var file : Folder.read(folder).files().entrySet()) {
      String path = file.getKey().value();
      if (path.startsWith("then/")) {
        Optional<Content> now = outcome.written().get(RelPath.of(path.substring("then/".length())));
        now.ifPresent(content -> wanted.put(file.getKey(), content));
        found.put(file.getKey(), file.getValue());
      } else if (path.equals("out.txt") || path.equals("then.txt")) {
        found.put(file.getKey(), file.getValue());
      }
    }
    if (Golden.ACCEPT) {
      Golden.write(folder, new FileTree(wanted), new FileTree(found));
      return;
    }
    List<String> differences = Golden.differences(new FileTree(wanted), new FileTree(found));
    Golden.expectNone(
        folder.getFileName() + " came out otherwise; it printed\n" + outcome.out()
            + "\nand these differ",
        differences,
        CasesTest.class);
  }

  private static List<String> withoutHint(String out) {
    List<String> waiting = new ArrayList<>();
    for (String line : out.lines().toList()) {
      if (line.startsWith("hint: ") && !waiting.isEmpty()) {
        waiting.remove(waiting.size() - 1);
      } else if (ERROR.matcher(line).find()) {
        waiting.add(line);
      }
    }
    return waiting;
  }

  private static String listing(FileTree written) {
    return written.files().keySet().stream()
        .map(path -> path.value().replaceFirst("(^|.*/)\\.hew/base/.*", "$1.hew/base"))
        .distinct()
        .sorted()
        .map(path -> path + "\n")
        .collect(Collectors.joining());
  }

  private static Outcome run(FolderCase folderCase) throws IOException {
    FileTree given = folderCase.given();
    Path temporary = Files.createTempDirectory("hew-case-").toRealPath();
    try {
      Path folder = temporary.resolve("here");
      Files.createDirectories(folder);
      folderCase.writeTo(folder);
      StringBuilder out = new StringBuilder();
      for (String line : folderCase.lines()) {
        Optional<FolderCase.Edit> edit = FolderCase.Edit.of(line);
        if (edit.isPresent()) {
          edit.get().doneIn(folder);
          out.append("$ ").append(line).append('\n');
          continue;
        }
        FileTree before = read(folder);
        out.append("$ ")
            .append(line)
            .append('\n')
            .append(run(line, folder, given)
                .replace(folder.toString(), "FOLDER")
                .replaceAll("\\.hew/base/[0-9a-f]{2}/[0-9a-f]{64}", ".hew/base/DIGEST"));
        if (line.startsWith("hew new ")
            && !Golden.differences(before, read(folder)).isEmpty()) {
          refusesAgain(line, folder, given);
        }
        if (line.startsWith("hew update ")) {
          changesNothingAgain(line, folder, given);
        }
      }
      FileTree all = read(folder);
      TreeMap<RelPath, Content> written = new TreeMap<>(all.files());
      for (RelPath path : given.files().keySet()) {
        assertEquals(
            given.get(path),
            Optional.ofNullable(written.remove(path)),
            path + " was given and has to stay");
      }
      assertTrue(
          Folder.read(temporary).files().keySet().stream()
              .allMatch(p -> p.value().startsWith("here/")),
          "wrote outside");
      return new Outcome(out.toString(), new FileTree(written));
    } finally {
      delete(temporary);
    }
  }

  private static void refusesAgain(String line, Path folder, FileTree given) throws IOException {
    FileTree before = Folder.read(folder);
    assertTrue(run(line, folder, given).startsWith("exit 4\n"), line + ": a second time");
    assertEquals(
        List.of(), Golden.differences(before, Folder.read(folder)), line + ": a second time");
  }

  private static void changesNothingAgain(String line, Path folder, FileTree given)
      throws IOException {
    FileTree before = read(folder);
    run(line, folder, given);
    assertEquals(List.of(), Golden.differences(before, read(folder)), line + ": a second time");
  }

  private static String run(String line, Path folder, FileTree given) {
    FolderCase.CommandLine words = FolderCase.CommandLine.of(line);
    InputStream in = words.input().isEmpty()
        ? InputStream.nullInputStream()
        : new ByteArrayInputStream(
            given.get(RelPath.of(words.input())).orElseThrow().bytes());
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console = new Console(in, new PrintWriter(out), new PrintWriter(err), folder);
    try {
      int code = Hew.run(console, words.arguments().toArray(String[]::new));
      return "exit " + code + "\n" + section("stdout", out.toString())
          + section("stderr", err.toString());
    } catch (InterruptedException e) {
      throw new AssertionError(line + " took too long", e);
    }
  }

  private static String section(String name, String text) {
    String lf = text.replace("\r\n", "\n");
    return lf.isEmpty() ? "" : "--- " + name + "\n" + lf + (lf.endsWith("\n") ? "" : "\n");
  }

  private static FileTree read(Path folder) throws IOException {
    TreeMap<RelPath, Content> files = new TreeMap<>(Folder.read(folder).files());
    files.keySet().removeIf(path -> path.value().matches("(.*/)?(\\.git|\\.hew/local)/.*"));
    return new FileTree(files);
  }

  private static FileTree mapped(FileTree tree, UnaryOperator<byte[]> change) {
    TreeMap<RelPath, Content> files = new TreeMap<>();
    tree.files()
        .forEach((path, content) -> files.put(path, Content.of(change.apply(content.bytes()))));
    return new FileTree(files);
  }

  /** Text in UTF-8 with CRLF; anything else has no lines and stays. */
  private static byte[] crlf(byte[] bytes) {
    if (!Arrays.equals(bytes, Content.of(Content.of(bytes).text()).bytes())) {
      return bytes;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte before = 0;
    for (byte b : bytes) {
      if (b == '\n' && before != '\r') {
        out.write('\r');
      }
      out.write(b);
      before = b;
    }
    return out.toByteArray();
  }

  /** A step that may fail to read or write. */
  private interface Step {
    Outcome take() throws IOException;
  }

  private static Outcome in(Locale locale, TimeZone zone, Step step) throws IOException {
    Locale ownLocale = Locale.getDefault();
    TimeZone ownZone = TimeZone.getDefault();
    try {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
      return step.take();
    } finally {
      Locale.setDefault(ownLocale);
      TimeZone.setDefault(ownZone);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path path : inside.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
