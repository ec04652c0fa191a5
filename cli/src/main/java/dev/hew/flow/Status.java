package dev.hew.flow;

import dev.hew.disk.Transaction;
import dev.hew.lock.Lock;
import dev.hew.merge.LineEnds;
import dev.hew.model.Endpoint;
import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a service stands beside what hew wrote.
 *
 * @param lock what hew wrote
 * @param edited files that hold something else by now
 * @param deleted files that are no longer there
 * @param conflicts marks that are still in files
 * @param unfinished whether a run of hew was interrupted
 * @param plan what an update would do; none while there are conflicts or mistakes
 * @param stubs the operations that nobody has written yet
 */
public record Status(
    Lock lock,
    List<Lock.Entry> edited,
    List<RelPath> deleted,
    List<Diagnostic> conflicts,
    boolean unfinished,
    Checked<UpdatePlan> plan,
    List<Endpoint> stubs) {

  /** Looks, and changes nothing. */
  public static Checked<Status> of(Update.Request request) throws IOException {
    Path folder = request.folder();
    Checked<Lock> read = ServiceFolder.lock(folder);
    if (!read.ok()) {
      return Checked.failed(request.named(read.diagnostics()));
    }
    Lock lock = read.value();
    FileTree written = lock.written();
    Checked<FileTree> files = ServiceFolder.files(folder, written.files().keySet(), written);
    if (!files.ok()) {
      return Checked.failed(request.named(files.diagnostics()));
    }
    List<Lock.Entry> edited = new ArrayList<>();
    List<RelPath> deleted = new ArrayList<>();
    for (Lock.Entry entry : lock.entries()) {
      Optional<Content> now = files.value().get(entry.path());
      if (now.isEmpty()) {
        deleted.add(entry.path());
      } else if (!LineEnds.sameText(now.get(), entry.content())) {
        edited.add(entry);
      }
    }
    Update.Outcome outcome = Update.plannedInFull(request);
    return Checked.of(new Status(
        lock,
        edited,
        deleted,
        request.named(ServiceFolder.conflicts(files.value(), lock)),
        Transaction.isUnfinished(folder),
        outcome.plan(),
        outcome
            .plan()
            .toOptional()
            .map(plan -> stubs(plan, edited, files.value()))
            .orElse(List.of())));
  }

  /** What is stored is written; so is what a file that its owner edited declares. */
  private static List<Endpoint> stubs(UpdatePlan plan, List<Lock.Entry> edited, FileTree files) {
    List<String> texts = edited.stream()
        .filter(e -> !e.owner().equals("hew"))
        .map(e -> files.get(e.path()).orElseThrow().text())
        .toList();
    return plan.stubs().stream()
        .filter(stub -> texts.stream().noneMatch(text -> text.contains(" " + stub.name() + "(")))
        .toList();
  }
}
