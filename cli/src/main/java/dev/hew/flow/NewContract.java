package dev.hew.flow;

import dev.hew.lock.Lock;
import dev.hew.merge.Merged;
import dev.hew.merge.Merger;
import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Merges a contract from elsewhere with what its owner made of it in the service. */
final class NewContract {
  private NewContract() {}

  /**
   * The contract's files as they are to be in the service.
   *
   * @param wanted the new ones
   * @param base the service's lock
   * @param disk the service's files
   */
  static Checked<FileTree> merged(FileTree wanted, Lock base, FileTree disk, Merger merger) {
    TreeMap<RelPath, Content> files = new TreeMap<>();
    List<Diagnostic> problems = new ArrayList<>();
    wanted.files().forEach((path, content) -> {
      Optional<Content> mine = disk.get(path);
      Content before = base.at(path).map(Lock.Entry::content).orElse(Content.of(""));
      if (mine.isEmpty()) {
        files.put(path, content);
      } else if (merger.merge(path, before, mine.get(), content) instanceof Merged.Clean clean) {
        files.put(path, clean.content());
        clean
            .notes()
            .forEach(note -> problems.add(Diagnostic.warning(
                    "contract-merged", "`" + path + "`: " + note.text())
                .withHint("look at the line; edit it in the service if it should be otherwise")));
      } else {
        problems.add(Diagnostic.error(
                "contract-conflict",
                "`" + path
                    + "` was edited in the service, and the new contract changes the same lines; nothing was written")
            .withHint("write the new contract into `" + path
                + "` by hand, then `hew update` without `--spec`"));
      }
    });
    return Checked.of(new FileTree(files), problems);
  }
}
