package dev.hew.flow;

import dev.hew.change.Change;
import dev.hew.disk.GuardedFiles;
import dev.hew.disk.Stamps;
import dev.hew.disk.Transaction;
import dev.hew.lock.Lock;
import dev.hew.merge.Labels;
import dev.hew.merge.Merger;
import dev.hew.model.Endpoint;
import dev.hew.pack.Pack;
import dev.hew.pack.Pin;
import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.report.Source;
import dev.hew.storage.Gone;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A service follows its contract, options and pack, and keeps what its owner wrote. */
public final class Update {

  private final Request request;
  private final Merger merger;

  private Update(Request request) {
    this.request = request;
    this.merger = Mergers.of(new Labels("yours", "hew, last time", "hew " + request.hewVersion()));
  }

  /**
   * What is asked for.
   *
   * @param folder the service's
   * @param spec a new contract; empty for the one in the service
   * @param start where a relative SPEC starts
   * @param root the folder that the contract's references may not leave; empty for the git top level around it
   * @param pack a pack from elsewhere, named from {@code start}, that wins over the manifest's and is looked up anew
   * @param set options by name that win over the manifest's
   * @param dropping whether the database may drop what the contract no longer has
   * @param explained whether the plan says in what the contract differs: it then has to be read as it was, too
   * @param compiled whether the plan says which lines of somebody's it breaks: the service is then compiled twice.
   *     Otherwise it says which are broken since an earlier update
   */
  public record Request(
      Path folder,
      Optional<String> spec,
      Path start,
      Optional<Path> root,
      InputStream standardInput,
      Optional<String> pack,
      Map<String, String> set,
      boolean dropping,
      boolean explained,
      boolean compiled,
      Packs.Access access,
      String hewVersion) {
    /** What a file of the service is called from where hew was started. */
    String named(RelPath file) {
      return Placed.named(file.value(), folder, start);
    }

    /** Problems in files of the service, named likewise. */
    List<Diagnostic> named(List<Diagnostic> diagnostics) {
      return Placed.named(diagnostics, folder, start);
    }

    /** Whether the manifest alone says what the service is to be. */
    boolean isPlain() {
      return pack.isEmpty() && set.isEmpty();
    }
  }

  /**
   * What came of it.
   *
   * @param plan what is to be done, or why nothing is
   * @param sources the texts that messages may point into
   */
  public record Outcome(Checked<UpdatePlan> plan, List<Source> sources) {

    /** The same, had it been refused for more reasons, the first of which decides. */
    Outcome refused(List<Diagnostic> why) {
      return new Outcome(plan.then(x -> Checked.failed(why)), sources);
    }

    /** The same, with a word about what an earlier run had left half done. */
    Outcome after(List<RelPath> finished, Request request) {
      List<String> files = finished.stream()
          .filter(path -> !path.value().startsWith(".hew/"))
          .map(request::named)
          .toList();
      if (files.isEmpty()) {
        return this;
      }
      Diagnostic word = Diagnostic.warning(
              "update-finished",
              "an earlier run was interrupted here, and was finished first: "
                  + String.join(", ", files))
          .withHint("`git diff` shows what it did, `hew status` how the service stands");
      return new Outcome(Checked.of("", List.of(word)).then(x -> plan), sources);
    }
  }

  /** The name of a service in which, by the dates of its files, nothing is to be done; empty when that cannot be told. */
  public static Optional<String> settled(Request request) throws IOException {
    return request.isPlain()
            && request.spec().isEmpty()
            && !Transaction.isUnfinished(request.folder())
        ? ShortCut.settled(request.folder()).map(ShortCut.Known::name)
        : Optional.empty();
  }

  /** Works out what is to be done, and writes nothing. */
  public static Outcome planned(Request request) throws IOException {
    if (Transaction.isUnfinished(request.folder())) {
      return refused(Obstacles.unfinished());
    }
    return new Update(request).plan(true);
  }

  /** The same, with all that only making the service anew can tell. */
  static Outcome plannedInFull(Request request) throws IOException {
    return Transaction.isUnfinished(request.folder())
        ? planned(request)
        : new Update(request).plan(false);
  }

  /** Works out what is to be done, and does it. An earlier run that was interrupted is finished first. */
  public static Outcome done(Request request) throws IOException {
    return done(request, Optional.empty());
  }

  /** The same, but only once the service as it would be has been built and has passed its tests. */
  public static Outcome verified(Request request, Rehearsal rehearsal) throws IOException {
    return done(request, Optional.of(rehearsal));
  }

  private static Outcome done(Request request, Optional<Rehearsal> rehearsal) throws IOException {
    Checked<Lock> lock = ServiceFolder.lock(request.folder());
    if (!lock.ok() && !Transaction.isUnfinished(request.folder())) {
      return new Outcome(Checked.failed(request.named(lock.diagnostics())), List.of());
    }
    try (Transaction transaction = Transaction.begin(request.folder())) {
      Instant began = Stamps.now(request.folder());
      Outcome outcome =
          new Update(request).plan(rehearsal.isEmpty()).after(transaction.finished(), request);
      if (outcome.plan().ok()) {
        UpdatePlan plan = outcome.plan().value();
        List<Diagnostic> refusal =
            rehearsal.isEmpty() ? List.of() : rehearsal.get().of(request.folder(), plan);
        if (!refusal.isEmpty()) {
          return outcome.refused(refusal);
        }
        plan.breakage().remember(request.folder(), plan.lock().written());
        if (!plan.steps().isEmpty()) {
          transaction.take(plan.steps());
        }
        if (request.isPlain()) {
          ShortCut.remember(request.folder(), outcome.plan(), began);
        }
      }
      return outcome;
    } catch (Transaction.Hindered e) {
      return refused(Obstacles.of(e));
    } catch (Transaction.Foreign e) {
      return refused(Obstacles.of(e));
    }
  }

  private static Outcome refused(Diagnostic why) {
    return new Outcome(Checked.failed(why), List.of());
  }

  /**
   * @param quick whether what an earlier run found may be used
   */
  private Outcome plan(boolean quick) throws IOException {
    Path folder = request.folder();
    Checked<Lock> lock = ServiceFolder.lock(folder);
    if (!lock.ok()) {
      return new Outcome(Checked.failed(request.named(lock.diagnostics())), List.of());
    }
    Lock before = lock.value();
    FileTree written = before.written();
    Checked<FileTree> known = ServiceFolder.files(folder, written.files().keySet(), written);
    List<Diagnostic> left = known
        .toOptional()
        .map(files -> ServiceFolder.conflicts(files, before))
        .orElse(known.diagnostics());
    if (!left.isEmpty()) {
      return new Outcome(Checked.failed(request.named(left)), List.of());
    }
    if (quick && request.isPlain() && request.spec().isEmpty()) {
      Optional<ShortCut.Known> made = ShortCut.find(folder, before);
      if (made.isPresent()) {
        return new Outcome(
            compared(
                made.get().name(),
                List.of(),
                before,
                before,
                before,
                ContractFiles.ROOT.value(),
                List.of()),
            List.of());
      }
    }
    SpecInput.Reading reading = NewContract.input(request, before, known.value(), merger);
    return new Outcome(plan(reading.input(), before), reading.sources());
  }

  private Checked<UpdatePlan> plan(Checked<SpecInput> input, Lock before) throws IOException {
    Checked<SpecInput> asked = input.then(this::withPack);
    Optional<Pin> pin =
        request.pack().isPresent() ? Optional.empty() : before.pack().pin();
    Checked<Pack> pack = asked.then(i -> Packs.of(i.manifest(), i.home(), pin, request.access()));
    if (!pack.ok()) {
      return Checked.failed(
          request.pack().isPresent()
              ? pack.diagnostics()
              : Packs.compared(pack.diagnostics(), asked, before.pack()));
    }
    boolean same = request.isPlain() && Tables.areSame(input.value(), before, request.folder());
    Optional<Former> former = same && !request.explained()
        ? Optional.empty()
        : Former.of(before, pack.value(), request.folder());
    Earlier earlier = new Earlier(
        KnownNames.of(before),
        same ? List.of() : Tables.of(former, before, pack.value(), request.folder()),
        same && Tables.isOurs(before, pack.value(), request.folder()),
        Tables.past(pack.value(), request.folder()),
        Tables.nextMigration(pack.value(), request.folder()),
        request.dropping());
    // what the contract says is the same, whatever options and pack are asked for
    Evidence evidence = Evidence.of(input.value().contract());
    String version = request.hewVersion();
    Checked<Generation> plain =
        input.then(i -> Generation.of(i, evidence, pack.value(), Map.of(), earlier, version));
    Checked<Generation> wanted = request.isPlain() || !plain.ok()
        ? plain
        : asked.then(
            i -> Generation.of(i, evidence, pack.value(), request.set(), earlier, version));
    if (!wanted.ok()) {
      return Checked.failed(wanted.diagnostics());
    }
    Generation made = wanted.value();
    Checked<UpdatePlan> plan = compared(
        made.name(),
        made.storage().stubs(made.service()),
        made.lock(),
        plain.value().lock(),
        before,
        input.value().manifest().contract(),
        made.gone());
    Optional<Preview> preview = Optional.of(input.value().contract())
        .filter(contract -> request.explained() && plan.ok())
        .map(contract -> Preview.of(
            former.map(f -> new Preview.Side(f.input().contract(), f.model().service(), before)),
            new Preview.Side(contract, made.service(), made.lock()),
            plan.value().changes()));
    List<Diagnostic> unstored = former
        .filter(f -> made.stores())
        .map(f -> Unstored.of(f.model(), input.value().contract(), made))
        .orElse(List.of());
    return wanted
        .then(m -> Checked.of(m, unstored))
        .then(m -> plan)
        .map(p -> p.with(pack.value().verify(), preview));
  }

  /** The same input with the pack that is asked for. */
  private Checked<SpecInput> withPack(SpecInput input) {
    return request
        .pack()
        .map(text -> Packs.moved(text, request.start(), request.folder())
            .map(moved -> input.with(input.manifest().ofPack(moved))))
        .orElseGet(() -> Checked.of(input));
  }

  /**
   * What has to be done so that a service becomes what hew wants.
   *
   * @param contract where its contract is
   * @param gone the names that its database knows no more when it has followed
   */
  private Checked<UpdatePlan> compared(
      String name,
      List<Endpoint> stubs,
      Lock after,
      Lock plain,
      Lock before,
      String contract,
      List<Gone> gone)
      throws IOException {
    TreeSet<RelPath> paths = new TreeSet<>(before.written().files().keySet());
    paths.addAll(after.written().files().keySet());
    TreeSet<RelPath> own = new TreeSet<>(before.files().files().keySet());
    own.addAll(after.files().files().keySet());
    FileTree modes = after.written().plus(before.written());
    Checked<FileTree> disk =
        ServiceFolder.filesAndStrangers(request.folder(), paths, modes, before, contract);
    boolean ownContract = contract.equals(ContractFiles.ROOT.value());
    Checked<FileTree> hewFiles = GuardedFiles.read(request.folder(), own);
    Checked<UpdatePlan> plan = disk.then(files -> hewFiles.map(kept ->
        UpdatePlan.of(name, stubs, after, plain, before, files, kept, ownContract, merger)));
    if (!plan.ok()) {
      return plan;
    }
    FileTree base = before.written();
    List<Change> changes = plan.value().changes();
    Set<RelPath> owned = NextLock.owned(before, plan.value().lock());
    Breakage breakage = request.compiled()
        ? Breakage.of(request.folder(), changes, disk.value(), base, after.written(), owned)
        : Breakage.left(request.folder(), disk.value(), base, owned);
    StaleSql.Hews hews = StaleSql.Hews.of(base, after.written(), owned);
    List<Diagnostic> stale = StaleSql.of(request.folder(), changes, disk.value(), hews, gone);
    return plan.map(p -> p.with(breakage)).then(p -> Checked.of(p, request.named(stale)));
  }
}
