package dev.hew.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hew.change.Changes;
import dev.hew.code.TypeDeclaration;
import dev.hew.compiler.JavaParser;
import dev.hew.flow.Breakage;
import dev.hew.report.Source;
import dev.hew.survival.Survival.Start;
import dev.hew.survival.Survival.Step;
import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The lines that an update is said to break are those that a compiler with all libraries refuses: a class that uses each
 * record of a service lives through changes of the contract.
 */
class BrokenUseTest {
  /** A compiler takes its time; 1 takes all changes. */
  private static final int EVERY = 4;

  private static final RelPath MINE = RelPath.of("src/main/java/com/example/orders/web/Mine.java");

  @TempDir
  Path folder;

  /** A class that reads each component of each record, a line for each. */
  private static String uses(FileTree service) {
    StringBuilder text = new StringBuilder("package com.example.orders.web;\n\n");
    text.append("import com.example.orders.api.model.*;\n");
    text.append("import org.springframework.http.ResponseEntity;\n\nclass Mine {\n");
    service.files().forEach((path, content) -> {
      if (path.value().contains("/api/model/")) {
        JavaParser.parse(List.of(new Source(path.value(), content.text()))).get(0).types().stream()
            .filter(type -> type.kind() == TypeDeclaration.Kind.RECORD && !type.nested())
            .forEach(type -> type.fields().stream()
                .filter(field -> !field.isStatic())
                .forEach(field -> text.append("  ResponseEntity<Object> a")
                    .append(text.length())
                    .append("(" + type.name() + " it) {\n    return ResponseEntity.ok(it."
                        + field.name() + "());\n  }\n")));
      }
    });
    return text.append("}\n").toString();
  }

  @Test
  void whatIsSaidToBreakDoesNotCompile() throws IOException {
    Start start = Survival.starts().get(0);
    FileTree base = start.rendered().tree();
    FileTree edited = base.with(MINE, Content.of(uses(base)));
    ServiceCompiler compiler = new ServiceCompiler(folder);
    assertEquals(List.of(), compiler.problems(start.rendered(), edited));
    List<String> wrong = new ArrayList<>();
    int broken = 0;
    int steps = 0;
    int number = 0;
    for (ContractChange change : ContractChange.all()) {
      boolean sampled = number++ % EVERY == 0 || change.name().startsWith("property");
      Optional<Step> step = sampled ? Survival.step(start, change, 1) : Optional.empty();
      if (step.isPresent()) {
        steps++;
        Rendered wanted = step.get().wanted();
        Changes changes = Changes.between(
            wanted.entries(), start.rendered().entries(), edited, Survival.merger());
        Set<String> said = new TreeSet<>();
        Breakage.between(changes.all(), edited, base, wanted.tree(), Set.of())
            .uses()
            .forEach(use -> said.add(use.after().words().replaceFirst(".*/", "")));
        Set<String> found = new TreeSet<>();
        compiler
            .problems(wanted, changes.after())
            .forEach(problem ->
                found.add(problem.replaceFirst("(?s).*?(\\w+\\.java):(\\d+).*", "$1:$2")));
        broken += said.isEmpty() ? 0 : 1;
        if (!said.equals(found)) {
          wrong.add(change.name() + ": said " + said + ", true " + found);
        }
      }
    }
    assertEquals(List.of(), wrong);
    int all = steps;
    int some = broken;
    assertTrue(all > 8 && some > 2, () -> some + " of " + all);
  }
}
