package dev.hew.flow;

import dev.hew.lock.Lock;
import dev.hew.merge.Merged;
import dev.hew.merge.Merger;
import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Merges a contract from elsewhere with what its owner made of it in the service. */
final class NewContract {
  private NewContract() {}

  /**
   * The manifest in the service, with its contract or with a new one merged into it.
   *
   * @param known the service's files that hew has written, as they are on disk
   */
  static SpecInput.Reading input(
      Update.Request request, Lock before, FileTree known, Merger merger) {
    SpecInput.Reading own = SpecInput.read(
        request.named(ServiceFolder.MANIFEST),
        request.start(),
        request.root(),
        InputStream.nullInputStream());
    if (request.spec().isEmpty() || !own.input().ok()) {
      return own;
    }
    String kept = own.input().value().manifest().contract();
    if (!kept.equals(ContractFiles.ROOT.value())) {
      return new SpecInput.Reading(
          Checked.failed(Diagnostic.error(
                  "update-contract-elsewhere", "the service's contract is `" + kept + "`")
              .withHint("write the new contract there, then `hew update` without `--spec`")),
          own.sources());
    }
    SpecInput.Reading fresh = SpecInput.read(
        request.spec().get(), request.start(), request.root(), request.standardInput());
    if (fresh.input().toOptional().filter(SpecInput::isManifest).isPresent()) {
      return new SpecInput.Reading(
          Checked.failed(Diagnostic.error(
                  "update-manifest", "`" + request.spec().get() + "` is no contract")
              .withHint("the service has a `hew.yaml` of its own; `--set` changes its options")),
          fresh.sources());
    }
    Checked<FileTree> wanted = fresh.input().then(input -> ContractFiles.of(input.contract()));
    if (!wanted.ok()) {
      return new SpecInput.Reading(Checked.failed(wanted.diagnostics()), fresh.sources());
    }
    Checked<FileTree> files = merged(wanted.value(), before, known, merger);
    if (!files.ok()) {
      return new SpecInput.Reading(
          Checked.failed(wanted.then(all -> files).diagnostics()), fresh.sources());
    }
    // what there is to say of the new contract is said of the merged one
    SpecInput.Reading merged = SpecInput.read(
        files.value(),
        ContractFiles.ROOT,
        request.named(ContractFiles.ROOT),
        request.folder(),
        own.input().value().manifest());
    return new SpecInput.Reading(files.then(all -> merged.input()), merged.sources());
  }

  /**
   * The contract's files as they are to be in the service.
   *
   * @param wanted the new ones
   * @param base the service's lock
   * @param disk the service's files
   */
  private static Checked<FileTree> merged(
      FileTree wanted, Lock base, FileTree disk, Merger merger) {
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
