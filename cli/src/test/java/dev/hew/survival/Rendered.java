package dev.hew.survival;

import dev.hew.flow.Generation;
import dev.hew.flow.NewService;
import dev.hew.flow.SpecInput;
import dev.hew.lock.Lock;
import dev.hew.report.Checked;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What hew writes for a contract.
 *
 * @param entries what the lock says of it
 * @param tree the files without hew's own
 */
record Rendered(List<Lock.Entry> entries, FileTree tree) {

  /** Nothing when hew refuses the contract. */
  static Optional<Rendered> of(String contract, Map<String, String> options) {
    Checked<Generation> made = SpecInput.read(
            "-",
            Path.of(""),
            Optional.empty(),
            new ByteArrayInputStream(contract.getBytes(StandardCharsets.UTF_8)))
        .input()
        .then(input -> NewService.plan(input, Optional.empty(), options, "test"));
    if (!made.ok()) {
      return Optional.empty();
    }
    FileTree all = made.value().tree();
    TreeMap<RelPath, dev.hew.tree.Content> files = new TreeMap<>(all.files());
    files.keySet().removeIf(p -> p.value().startsWith(".hew/"));
    return Optional.of(new Rendered(made.value().lock().entries(), new FileTree(files)));
  }
}
