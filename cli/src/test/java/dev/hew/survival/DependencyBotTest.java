package dev.hew.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.change.Changes;
import dev.hew.lock.Lock;
import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Ten versions of a pack reach ten repositories in which a dependency bot moves versions in between. */
class DependencyBotTest {
  private static final int PACK_VERSIONS = 10;
  private static final List<String> FILES = List.of(
      "pom.xml",
      "Dockerfile",
      "compose.yaml",
      ".github/workflows/ci.yml",
      "src/main/resources/application.yaml");

  /** Versions of libraries, actions and images; the group is the number that is moved. */
  private static final Pattern VERSION =
      Pattern.compile("(?:<version>\\d+\\.\\d+\\.|@v|image: \\w+:|maven:3\\.)(\\d+)");

  @Test
  void atMostOneConflictInTenRepositories() throws IOException {
    int conflicts = 0;
    int reported = 0;
    for (int repository = 0; repository < 10; repository++) {
      Random random = new Random(repository);
      String sample = repository % 2 == 0 ? "spring-boot-orders" : "spring-boot-library";
      FileTree base = files(Path.of("..", "generated-samples", sample));
      FileTree disk = base;
      for (int version = 1; version <= PACK_VERSIONS; version++) {
        FileTree bumped = moved(disk, random, 3);
        FileTree wanted = grown(moved(base, random, 2), version);
        Changes changes =
            Changes.between(entries(wanted), entries(base), bumped, Survival.merger());
        conflicts += (int) changes.all().stream()
            .filter(c -> c instanceof dev.hew.change.Change.Conflict)
            .count();
        reported += changes.all().stream()
            .mapToInt(
                c -> c instanceof dev.hew.change.Change.Merge m ? m.notes().size() : 0)
            .sum();
        disk = changes.after();
        assertNoDowngrade(bumped, wanted, disk);
        base = wanted;
      }
    }
    int count = conflicts;
    assertTrue(count <= 1, () -> count + " conflicts");
    assertTrue(reported > 0, "both sides move the same version now and then");
  }

  private static void assertNoDowngrade(FileTree bumped, FileTree wanted, FileTree merged) {
    for (String name : FILES) {
      List<Integer> mine = versions(bumped, name);
      List<Integer> hews = versions(wanted, name);
      List<Integer> now = versions(merged, name);
      assertEquals(hews.size(), now.size(), name);
      for (int i = 0; i < Math.min(mine.size(), now.size()); i++) {
        // what is new stands behind all others
        assertTrue(now.get(i) >= Math.max(mine.get(i), hews.get(i)), name);
      }
    }
  }

  private static List<Integer> versions(FileTree tree, String name) {
    String text = tree.get(RelPath.of(name)).orElseThrow().text();
    return VERSION.matcher(text).results().map(m -> Integer.valueOf(m.group(1))).toList();
  }

  private static FileTree files(Path sample) throws IOException {
    TreeMap<RelPath, Content> files = new TreeMap<>();
    for (String name : FILES) {
      files.put(RelPath.of(name), Content.of(Files.readAllBytes(sample.resolve(name))));
    }
    return new FileTree(files);
  }

  private static List<Lock.Entry> entries(FileTree tree) {
    List<Lock.Entry> entries = new ArrayList<>();
    tree.files()
        .forEach((path, content) -> entries.add(new Lock.Entry(path + "#", path, "both", content)));
    return entries;
  }

  /** Each version with one chance in some is moved by up to three. */
  private static FileTree moved(FileTree tree, Random random, int chance) {
    TreeMap<RelPath, Content> files = new TreeMap<>(tree.files());
    files.replaceAll((path, content) -> {
      Matcher matcher = VERSION.matcher(content.text());
      StringBuilder out = new StringBuilder();
      int at = 0;
      for (MatchResult found : matcher.results().toList()) {
        int number = Integer.parseInt(found.group(1));
        out.append(content.text(), at, found.start(1));
        out.append(random.nextInt(chance) == 0 ? number + 1 + random.nextInt(3) : number);
        at = found.end(1);
      }
      return content.withText(out + content.text().substring(at));
    });
    return new FileTree(files);
  }

  /** Something else that a pack's version brings. */
  private static FileTree grown(FileTree tree, int version) {
    TreeMap<RelPath, Content> files = new TreeMap<>(tree.files());
    files.replaceAll((path, content) -> content.withText(
        switch (path.name()) {
          case "pom.xml" ->
            content
                .text()
                .replace(
                    "  </properties>",
                    "    <pack.step" + version + ">on</pack.step" + version + ">\n  </properties>");
          case "ci.yml" -> content.text() + "      - run: echo " + version + "\n";
          case "Dockerfile" ->
            content.text().replaceFirst("\nUSER ", "\nENV STEP_" + version + "=on\nUSER ");
          case "application.yaml" -> content.text() + "step" + version + ": on\n";
          default -> content.text();
        }));
    return new FileTree(files);
  }
}
