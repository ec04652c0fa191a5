package dev.hew.flow;

import dev.hew.change.Change;
import dev.hew.change.Changes;
import dev.hew.disk.Transaction;
import dev.hew.lock.Lock;
import dev.hew.merge.LineEnds;
import dev.hew.merge.Merger;
import dev.hew.model.Endpoint;
import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What an update does to a service.
 *
 * @param name the service's
 * @param stubs the operations that hew writes nothing for
 * @param changes what becomes of each file, in the order of their paths
 * @param edited files that are hew's and that somebody has edited all the same
 * @param reasons what has moved since hew last wrote; nothing when all is as it was
 * @param verify the command that builds and tests the service, word by word; empty when the stack names none
 * @param preview why the files change; empty unless it was asked for
 * @param breakage what no longer compiles afterwards; unless that was asked for, what does not compile since an earlier
 *     update
 */
public record UpdatePlan(
    String name,
    List<Endpoint> stubs,
    List<Change> changes,
    List<RelPath> edited,
    Set<Reason> reasons,
    Lock lock,
    List<Transaction.Step> steps,
    List<String> verify,
    Optional<Preview> preview,
    Breakage breakage) {

  public UpdatePlan {
    changes = List.copyOf(changes);
    edited = List.copyOf(edited);
    steps = List.copyOf(steps);
    verify = List.copyOf(verify);
  }

  /** Why a service is not what hew would write now. */
  public enum Reason {
    CONTRACT("the contract has changed"),
    OPTIONS("`hew.yaml` or an option has changed"),
    PACK("the stack has changed"),
    HEW("hew itself has changed");

    private final String words;

    Reason(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /** The same plan, with what the stack and the contract say besides. */
  UpdatePlan with(List<String> command, Optional<Preview> why) {
    return new UpdatePlan(
        name, stubs, changes, edited, reasons, lock, steps, command, why, breakage);
  }

  /** The same plan, with what it breaks. */
  UpdatePlan with(Breakage found) {
    return new UpdatePlan(
        name, stubs, changes, edited, reasons, lock, steps, verify, preview, found);
  }

  /** Lines of somebody's that do not compile afterwards. */
  public List<BrokenUse> broken() {
    return breakage.uses();
  }

  /** Whether somebody has to do something before the service is right again. */
  public boolean wantsEye() {
    return !conflicts().isEmpty() || !broken().isEmpty();
  }

  /** Whether nothing is to be written but the versions in the lock. */
  public boolean isUpToDate() {
    return steps.stream().allMatch(step -> step.path().equals(Lock.PATH));
  }

  /** The files in which a place wants a decision. */
  public List<RelPath> conflicts() {
    return changes.stream()
        .filter(Change.Conflict.class::isInstance)
        .map(Change::path)
        .toList();
  }

  /**
   * @param name the service's
   * @param stubs the operations that hew writes nothing for
   * @param made what hew wants
   * @param plain what hew would write for the manifest as it stands
   * @param before the service's lock
   * @param disk the service's files
   * @param kept the files in {@code .hew}
   * @param ownContract whether the contract is the one in the service, with what its owner edited there
   */
  static UpdatePlan of(
      String name,
      List<Endpoint> stubs,
      Lock made,
      Lock plain,
      Lock before,
      FileTree disk,
      FileTree kept,
      boolean ownContract,
      Merger merger) {
    List<Lock.Entry> wanted = NextLock.wanted(made, before);
    List<Lock.Entry> base = NextLock.base(before, plain, disk, ownContract);
    List<Change> changes = Changes.between(wanted, base, disk, merger).all();
    Lock after = NextLock.of(made, wanted, before, changes, disk);
    return new UpdatePlan(
        name,
        stubs,
        changes,
        edited(before, after, disk),
        reasons(made, plain, before),
        after,
        steps(changes, before, after, disk, kept),
        List.of(),
        Optional.empty(),
        Breakage.NONE);
  }

  /** Files of hew's on disk that hold neither what hew wrote last nor what it wants now. */
  private static List<RelPath> edited(Lock before, Lock after, FileTree disk) {
    return before.entries().stream()
        .filter(e -> e.owner().equals("hew"))
        .filter(e -> disk.get(e.path())
            .filter(now -> !LineEnds.sameText(now, e.content()))
            .filter(now -> after
                .entry(e.id())
                .filter(wanted -> LineEnds.sameText(now, wanted.content()))
                .isEmpty())
            .isPresent())
        .map(Lock.Entry::path)
        .toList();
  }

  private static Set<Reason> reasons(Lock made, Lock plain, Lock before) {
    Set<Reason> reasons = EnumSet.noneOf(Reason.class);
    if (!contents(made, NextLock.CONTRACT).equals(contents(before, NextLock.CONTRACT))) {
      reasons.add(Reason.CONTRACT);
    }
    if (!contents(made, NextLock.MANIFEST).equals(contents(before, NextLock.MANIFEST))
        || !contents(made, NextLock.MANIFEST).equals(contents(plain, NextLock.MANIFEST))) {
      reasons.add(Reason.OPTIONS);
    }
    if (!made.pack().equals(before.pack())) {
      reasons.add(Reason.PACK);
    }
    if (!made.hew().equals(before.hew())) {
      reasons.add(Reason.HEW);
    }
    return reasons;
  }

  private static Map<String, Content> contents(Lock lock, String start) {
    Map<String, Content> contents = new TreeMap<>();
    lock.entries().stream()
        .filter(e -> e.id().startsWith(start))
        .forEach(e -> contents.put(e.id(), e.content()));
    return contents;
  }

  /** The lock comes last of all that is written; what the base no longer needs goes after it. */
  private static List<Transaction.Step> steps(
      List<Change> changes, Lock before, Lock after, FileTree disk, FileTree kept) {
    Map<RelPath, Optional<Content>> files = new TreeMap<>();
    for (Change change : changes) {
      change.former().ifPresent(path -> files.put(path, Optional.empty()));
      if (change instanceof Change.Retire) {
        files.put(change.path(), Optional.empty());
      }
    }
    for (Change change : changes) {
      change.content().ifPresent(content -> files.put(change.path(), Optional.of(content)));
    }
    Map<RelPath, Optional<Content>> all = new LinkedHashMap<>(files);
    TreeMap<RelPath, Content> next = new TreeMap<>(after.files().files());
    Content lock = next.remove(Lock.PATH);
    next.forEach((path, content) -> {
      // a checkout with other line ends holds the same
      if (kept.get(path).filter(now -> LineEnds.sameText(now, content)).isEmpty()) {
        all.put(path, Optional.of(content));
      }
    });
    if (kept.get(Lock.PATH).filter(now -> LineEnds.sameText(now, lock)).isEmpty()) {
      all.put(Lock.PATH, Optional.of(lock));
    }
    before.files().files().keySet().stream()
        .filter(path -> after.files().get(path).isEmpty())
        .forEach(path -> all.put(path, Optional.empty()));
    List<Transaction.Step> steps = new ArrayList<>();
    all.forEach((path, content) -> {
      Optional<Content> now = disk.get(path).or(() -> kept.get(path));
      if (!now.equals(content)) {
        steps.add(new Transaction.Step(path, now, content));
      }
    });
    return steps;
  }
}
