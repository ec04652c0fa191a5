package dev.hew.survival;

import dev.hew.change.Change;
import dev.hew.change.Changes;
import dev.hew.compiler.JavaOutline;
import dev.hew.merge.Labels;
import dev.hew.merge.Merger;
import dev.hew.survival.Account.Fate;
import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** Runs edits against changes of the contract, all in memory. */
final class Survival {
  private static final Path SAMPLES = Path.of("..", "generated-samples");

  /** A service to start with. */
  record Start(String name, String contract, Map<String, String> options, Rendered rendered) {}

  /** A start whose contract has changed. */
  record Step(Start start, ContractChange change, int seed, Rendered wanted) {}

  /**
   * What came of one edit at one step.
   *
   * @param compiles empty when it was not tried: conflicts, or nothing that is compiled was touched
   */
  record Run(
      Step step,
      UserEdit edit,
      Fate fate,
      Account account,
      Optional<List<String>> problems,
      String conflicts) {}

  private Survival() {}

  static List<Start> starts() throws IOException {
    List<Start> starts = new ArrayList<>();
    String orders = sample("spring-boot-orders");
    starts.add(start("orders", orders, Map.of("name", "orders")));
    starts.add(start("orders, nothing stored", orders, Map.of("name", "orders", "store", "none")));
    starts.add(start("library", sample("spring-boot-library"), Map.of("name", "library")));
    starts.add(start(
        "stored",
        ContractText.of(Files.readString(Path.of("src/test/resources/services/stored.yaml")))
            .yaml(),
        Map.of("name", "stored")));
    try (InputStream petstore = Survival.class.getResourceAsStream("/3_0/petstore.yaml")) {
      String text = new String(petstore.readAllBytes(), StandardCharsets.UTF_8);
      starts.add(start("petstore", ContractText.of(text).yaml(), Map.of("name", "petstore")));
    }
    return starts;
  }

  private static String sample(String name) throws IOException {
    return ContractText.of(Files.readString(SAMPLES.resolve(name).resolve("api/openapi.yaml")))
        .yaml();
  }

  private static Start start(String name, String contract, Map<String, String> options) {
    return new Start(name, contract, options, Rendered.of(contract, options).orElseThrow());
  }

  /** The contract changed with a seed; nothing where this contract has nothing to change in this way. */
  static Optional<Step> step(Start start, ContractChange change, int seed) {
    for (int attempt = 0; attempt < 10; attempt++) {
      try {
        String changed = change.applied(start.contract(), new Random(seed * 1000L + attempt));
        Optional<Rendered> wanted = Rendered.of(changed, start.options());
        if (wanted.isPresent()) {
          return wanted.map(w -> new Step(start, change, seed, w));
        }
      } catch (ContractText.NotHere e) {
        // another seed may find a place
      }
    }
    return Optional.empty();
  }

  /**
   * Nothing where the service has nothing to edit in this way.
   *
   * @param compiler tries what was merged without a conflict
   */
  static Optional<Run> run(Step step, UserEdit edit, int seed, Optional<ServiceCompiler> compiler) {
    Rendered base = step.start().rendered();
    FileTree edited;
    try {
      edited = edit.applied(
          base.tree(),
          difference(base.tree(), step.wanted().tree()).files().keySet(),
          new Random(seed * 7919L));
    } catch (ContractText.NotHere e) {
      return Optional.empty();
    }
    Changes changes = Changes.between(step.wanted().entries(), base.entries(), edited, merger());
    Account account = Account.of(base.tree(), edited, step.wanted().tree(), changes);
    Fate fate = account.lines().keySet().stream().max(Fate::compareTo).orElse(Fate.KEPT);
    if (changes.conflicts() && fate != Fate.LOST) {
      fate = Fate.CONFLICTED;
    } else if (fate == Fate.KEPT && account.touched()) {
      fate = Fate.MERGED;
    }
    boolean orphan = changes.all().stream().anyMatch(Survival::isLeft);
    if (orphan && fate.compareTo(Fate.LEFT) < 0) {
      fate = Fate.LEFT;
    }
    boolean tried = compiler.isPresent() && !changes.conflicts() && !orphan && edit.java();
    Optional<List<String>> problems = !tried
        ? Optional.empty()
        : Optional.of(compiler.get().problems(step.wanted(), changes.after()));
    return Optional.of(new Run(step, edit, fate, account, problems, conflicts(changes)));
  }

  /** Whether somebody is told that a file, or a method in it, has lost what it was for. */
  private static boolean isLeft(Change change) {
    return change instanceof Change.Orphan
        || change instanceof Change.Merge merge
            && merge.notes().stream()
                .anyMatch(note -> note.text().endsWith("its operation is gone"));
  }

  static Merger merger() {
    return new Merger(new Labels("yours", "base", "hew"), JavaOutline::of);
  }

  /** The conflicts of a run in words, for whoever looks into one. */
  static String conflicts(Changes changes) {
    StringBuilder out = new StringBuilder();
    for (Change change : changes.all()) {
      if (change instanceof Change.Conflict conflict) {
        out.append(change.path()).append(": ").append(change.reason()).append('\n');
        out.append(conflict.written().text()).append('\n');
      }
    }
    return out.toString();
  }

  /** The files of a tree that another has not, or has otherwise. */
  static FileTree difference(FileTree tree, FileTree other) {
    TreeMap<RelPath, Content> files = new TreeMap<>(tree.files());
    files
        .entrySet()
        .removeIf(f -> other.get(f.getKey()).filter(f.getValue()::equals).isPresent());
    return new FileTree(files);
  }
}
