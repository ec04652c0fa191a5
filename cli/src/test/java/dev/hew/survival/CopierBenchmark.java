package dev.hew.survival;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.survival.Survival.Start;
import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code cli/src/bench/survival.sh} does with Copier what {@link SurvivalBenchmark} does with hew: what hew makes of a
 * contract is a template's first version, what it makes of the changed contract the second, and {@code copier update}
 * brings an edited copy from one to the other. Each run is one of Copier's.
 */
class CopierBenchmark {
  private static final RelPath ANSWERS = RelPath.of(".copier-answers.yml");
  private static final int EVERY = 7;

  /** Copier takes what stands in a template between brackets of its own; hew's output is no template any more. */
  private static final String SETTINGS = """
      _subdirectory: service
      _templates_suffix: .jinja
      """;

  @TempDir
  Path top;

  private FileTree first;
  private final ToolSum sum = new ToolSum();
  private final Map<String, String> environment = Map.of(
      "GIT_AUTHOR_NAME", "t",
      "GIT_AUTHOR_EMAIL", "t@example.org",
      "GIT_COMMITTER_NAME", "t",
      "GIT_COMMITTER_EMAIL", "t@example.org");

  @Test
  void editsAreCounted() throws IOException {
    Start start = Survival.starts().get(0);
    FileTree base = start.rendered().tree();
    List<UserEdit> edits = UserEdit.all();
    List<String> losses = new ArrayList<>();
    int number = 0;
    for (ContractChange change : ContractChange.all()) {
      number++;
      Optional<Survival.Step> step = Survival.step(start, change, 0);
      if (step.isEmpty()) {
        continue;
      }
      FileTree wanted = step.get().wanted().tree();
      ToolFolder template = template(base, wanted);
      for (int e = number % EVERY; e < edits.size(); e += EVERY) {
        Optional<FileTree> edited =
            OthersBenchmark.edited(edits.get(e), base, wanted, number * 31 + e);
        if (edited.isPresent()) {
          int lost = sum.lost();
          update(template, base, edited.get(), wanted);
          if (sum.lost() > lost) {
            losses.add(change.name() + " | " + edits.get(e).name());
          }
        }
      }
    }
    System.out.println(String.join("\n", losses));
    assertTrue(sum.runs() >= 100, () -> sum.runs() + " runs");
    ToolTable.write(List.of(sum.row("Copier 9.19.1, `copier update`")));
  }

  /** A repository with two versions. */
  private ToolFolder template(FileTree base, FileTree wanted) throws IOException {
    ToolFolder template = new ToolFolder(top.resolve("template")).holding(version(base));
    template.git(List.of(0), "init", "--quiet", "--initial-branch=main");
    template.commit("one");
    template.git(List.of(0), "tag", "1.0.0");
    template.replaced(version(wanted)).commit("two");
    template.git(List.of(0), "tag", "2.0.0");
    return template;
  }

  private static FileTree version(FileTree service) {
    TreeMap<RelPath, Content> files = new TreeMap<>();
    service
        .files()
        .forEach((path, content) -> files.put(RelPath.of("service/" + path.value()), content));
    files.put(RelPath.of("copier.yml"), Content.of(SETTINGS));
    files.put(
        RelPath.of("service/{{ _copier_conf.answers_file }}.jinja"),
        Content.of("{{ _copier_answers|to_nice_yaml -}}\n"));
    return new FileTree(files);
  }

  /** What Copier makes of the first version, which is always the same. */
  private FileTree copied(ToolFolder template, FileTree base) throws IOException {
    if (first == null) {
      ToolFolder service = new ToolFolder(top.resolve("service")).holding(FileTree.empty());
      service.run(
          List.of(0),
          environment,
          System.getProperty("hew.copier"),
          "copy",
          "--defaults",
          "--quiet",
          "--vcs-ref=1.0.0",
          template.path().toString(),
          ".");
      first = service.files();
      assertTrue(first.files().keySet().containsAll(base.files().keySet()));
    }
    return first;
  }

  private void update(ToolFolder template, FileTree base, FileTree edited, FileTree wanted)
      throws IOException {
    FileTree copied = copied(template, base);
    ToolFolder service = new ToolFolder(top.resolve("service")).holding(copied);
    service.git(List.of(0), "init", "--quiet", "--initial-branch=main");
    service.commit("copied");
    service.replaced(edited.with(ANSWERS, copied.get(ANSWERS).orElseThrow())).commit("edited");
    service.run(
        List.of(0),
        environment,
        System.getProperty("hew.copier"),
        "update",
        "--defaults",
        "--quiet");
    FileTree after = service.files();
    Set<RelPath> conflicts = new TreeSet<>();
    after.files().forEach((path, content) -> {
      if (path.value().endsWith(".rej")) {
        conflicts.add(RelPath.of(path.value().replaceAll("\\.rej$", "")));
      } else if (content.text().lines().anyMatch(line -> line.startsWith("<<<<<<< "))) {
        conflicts.add(path);
      }
    });
    TreeMap<RelPath, Content> own = new TreeMap<>(after.files());
    own.keySet().removeIf(path -> path.equals(ANSWERS) || path.value().endsWith(".rej"));
    sum.count(base, edited, wanted, new FileTree(own), conflicts);
  }
}
