package dev.hew.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.report.JsonReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a run takes from the one before, its map is the one of a run that takes nothing. */
class SecondRunTest {
  private static final int CLASSES = 520;

  @TempDir
  private Path folder;

  private Path code;
  private Path cache;

  @BeforeEach
  void write() throws IOException {
    code = Files.createDirectory(folder.resolve("code"));
    cache = folder.resolve("cache");
    for (int i = 0; i < CLASSES; i++) {
      Path file = file(i);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text(i, (i + 1) % CLASSES, "", ""));
    }
    Files.writeString(
        code.resolve("schema.sql"),
        "create table t3 (id int primary key, t10_id int references t10 (id));\n");
    settle();
  }

  private Path file(int number) {
    return code.resolve("p" + number % 7).resolve("T" + number + ".java");
  }

  /** A class that holds another, calls it, and touches a table. */
  private static String text(int number, int other, String member, String statement) {
    String role = number % 10 == 3 ? "@Entity " : number % 10 == 4 ? "@RestController " : "";
    return "package p" + number % 7 + ";\nimport p" + other % 7 + ".T" + other + ";\n"
        + role + "public class T" + number + " extends T" + number + ".Base {\n"
        + "  T" + other + " next;\n" + member
        + "  public T" + other + " next() { return next; }\n"
        + (number % 10 == 4 ? "  @GetMapping(\"/t" + number + "\")\n" : "")
        + "  void go() {\n    next.next();\n" + statement + "  }\n"
        + "  static class Base { String q = \"select * from t" + number % 40
        + " where id = 1\"; }\n}\n";
  }

  /** Lets all files be so old that their dates tell whether they have changed. */
  private void settle() throws IOException {
    try (var all = Files.walk(code)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        if (Files.getLastModifiedTime(file).toMillis() > 1_000_000_000_000L) {
          Files.setLastModifiedTime(file, FileTime.fromMillis(next++ * 10_000));
        }
      }
    }
  }

  private long next = 1;

  private SplitMap map(Optional<Path> from, int modules, String maker) {
    return SplitMap.of(
            code, new SplitMap.Options(modules, false, from, maker), (what, done, total) -> {})
        .value();
  }

  private String kept() {
    return data(map(Optional.of(cache), 0, "hew 1"));
  }

  private String anew() {
    return data(map(Optional.empty(), 0, "hew 1"));
  }

  private static String data(SplitMap map) {
    return JsonReport.of(List.of(), SplitMapData.of(map));
  }

  private List<Path> keptFiles() throws IOException {
    try (var all = Files.walk(cache)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Test
  void editsOfAllKindsComeToTheSame() throws IOException {
    String first = kept();
    assertEquals(anew(), first);
    assertEquals(first, kept());
    Random random = new Random(7);
    for (int round = 0; round < 40; round++) {
      for (int edits = random.nextInt(1, 4); edits > 0; edits--) {
        edit(random, random.nextInt(CLASSES));
      }
      if (random.nextBoolean()) {
        settle();
      }
      assertEquals(anew(), kept(), "round " + round);
    }
    assertNotEquals(first, kept());
  }

  private void edit(Random random, int number) throws IOException {
    Path file = file(number);
    int other = random.nextInt(CLASSES);
    String old = Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
    switch (random.nextInt(18)) {
      case 0 -> Files.deleteIfExists(file);
      case 1 -> Files.writeString(file, old + "// end\n");
      case 2 -> Files.writeString(file, "// first\n" + old);
      case 3 -> Files.writeString(file, text(number, other, "", ""));
      case 4 ->
        Files.writeString(
            file, text(number, other, "  int added(T" + other + " t) { return 1; }\n", ""));
      case 5 ->
        Files.writeString(
            file, text(number, other, "", "    new p" + other % 7 + ".T" + other + "().go();\n"));
      case 6 ->
        Files.writeString(
            file, text(number, other, "", "    String s = \"update t3 set a = 1 where b = 2\";\n"));
      case 7 -> Files.writeString(file, old.replaceFirst("\\}\\s*$", ""));
      case 8 -> Files.write(file, (old + "// \u00e9\n").getBytes(StandardCharsets.ISO_8859_1));
      case 9 ->
        Files.writeString(code.resolve("schema.sql"), "create table t" + other + " (id int);\n");
      case 11 -> Files.writeString(file, text(number, other, "  T" + other + " held;\n", ""));
      case 12 -> Files.writeString(file, text(number, other, "", "    next.getHeld().go();\n"));
      case 13 ->
        Files.writeString(
            file, text(number, other, "  T" + number + "(T" + other + " t) { held = t; }\n", ""));
      case 14 ->
        Files.writeString(
            file,
            text(
                number,
                other,
                "  T" + other + " getHeld() { return new T" + other + "(next).next(); }\n",
                "    next.held.next();\n"));
      case 15 ->
        Files.writeString(file, old.replace("extends T" + number + ".Base", "extends T" + other));
      case 16 -> Files.writeString(file, old.replace("import p", "import p.p"));
      case 10 -> Files.writeString(code.resolve("p" + other % 7 + ".properties"), "a=p1.T8\n");
      default -> {
        if (Files.exists(file)) {
          Files.setLastModifiedTime(file, FileTime.fromMillis(1L + random.nextInt(1000)));
        }
      }
    }
  }

  @Test
  void whateverIsWrongWithWhatIsKeptTheMapIsRight() throws IOException {
    String right = kept();
    Random random = new Random(3);
    List<Path> files = keptFiles();
    assertTrue(files.size() > 30, () -> "kept are " + files);
    for (int round = 0; round < 20; round++) {
      for (Path file : keptFiles()) {
        byte[] bytes = Files.readAllBytes(file);
        switch (random.nextInt(6)) {
          case 0 -> Files.delete(file);
          case 1 -> Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
          case 2 -> {
            bytes[random.nextInt(bytes.length)] ^= 1;
            Files.write(file, bytes);
          }
          default -> {}
        }
      }
      assertEquals(right, kept(), "round " + round);
    }
  }

  /** Two runs at once may leave some of what each has found. */
  @Test
  void whatIsKeptOfDifferentTimesIsNotMixed() throws IOException {
    kept();
    Path old = folder.resolve("old");
    for (Path file : keptFiles()) {
      Path copy = old.resolve(cache.relativize(file));
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy);
    }
    for (int number = 5; number < 40; number++) {
      Files.writeString(file(number), text(number, number * 7, "", "    next.go();\n"));
    }
    settle();
    String right = kept();
    List<Path> files = keptFiles();
    Random random = new Random(5);
    for (int round = 0; round < 20; round++) {
      for (Path file : files) {
        Path copy = old.resolve(cache.relativize(file));
        if (random.nextBoolean() && Files.exists(copy)) {
          Files.copy(copy, file, StandardCopyOption.REPLACE_EXISTING);
        }
      }
      assertEquals(right, kept(), "round " + round);
    }
  }

  @Test
  void anotherNumberOfModulesIsAnotherMap() {
    String first = kept();
    String three = data(map(Optional.of(cache), 3, "hew 1"));
    assertNotEquals(first, three);
    assertEquals(data(map(Optional.empty(), 3, "hew 1")), three);
  }

  @Test
  void whatPeopleSayMakesAnotherMap() throws IOException {
    String first = kept();
    Files.writeString(
        code.resolve(SplitConfig.NAME), "hewSplit: 1\nmodules:\n  one: {classes: ['p1.**']}\n");
    String told = kept();
    assertNotEquals(first, told);
    assertEquals(anew(), told);
  }

  /** The only thing that tells is the maker: the file has the size, the date and the place that it had. */
  @Test
  void whatAnotherMakerFoundOutIsFoundOutAgain() throws IOException {
    String first = kept();
    Path changed = file(7);
    FileTime before = Files.getLastModifiedTime(changed);
    Files.writeString(changed, Files.readString(changed).replace("T8", "T9"));
    Files.setLastModifiedTime(changed, before);
    assertEquals(first, kept());
    assertNotEquals(first, data(map(Optional.of(cache), 0, "hew 2")));
  }

  /** Written twice within the time that its date tells apart. */
  @Test
  void aFileThatWasJustWrittenIsReadAgain() throws IOException {
    Path changed = file(7);
    FileTime now = FileTime.fromMillis(System.currentTimeMillis());
    Files.setLastModifiedTime(changed, now);
    String first = kept();
    Files.writeString(changed, Files.readString(changed).replace("T8", "T9"));
    Files.setLastModifiedTime(changed, now);
    assertNotEquals(first, kept());
  }
}
