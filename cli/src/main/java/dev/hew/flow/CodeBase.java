package dev.hew.flow;

import dev.hew.code.SourceFile;
import dev.hew.disk.KeptValues;
import dev.hew.disk.Reasons;
import dev.hew.git.ChangedFiles;
import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.split.facts.Facts;
import dev.hew.split.facts.FactsBuilder;
import dev.hew.split.facts.MemberNames;
import dev.hew.split.facts.Use;
import dev.hew.split.facts.UseTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Reads a code base into facts: lists its files, parses the Java ones in parallel, reads the others that matter. What has
 * not changed since the last run is taken from there.
 */
final class CodeBase {
  /** What changed together long ago says little of today. */
  private static final int MOST_COMMITS = 5000;

  /** The most bytes that are read of a file; of some kinds {@link FileListing#most} allows less. */
  static final int LARGEST = 16 << 20;

  /** How many files are one piece of work. */
  static final int BATCH = 50;

  /** Smaller code bases are parsed sooner than looked up. */
  private static final int WORTH_KEEPING = 500;

  private static final String FACTS = "facts";
  private static final String HISTORY = "history";

  private final Path top;
  private final boolean history;
  private final Progress progress;
  private final FileListing listing;
  private final KeptValues kept;
  private final FileStates states;
  private final JavaFiles java;
  private final OtherTexts others;

  /**
   * The facts of a code base.
   *
   * @param fingerprint of all that they are made of
   * @param kept what is kept of this code base
   * @param writing done when the facts are among that
   * @param before the facts of the last run, when it was over another state of the code base
   */
  record Known(
      Facts facts,
      String fingerprint,
      KeptValues kept,
      Workers.Begun<?> writing,
      Optional<Before> before) {}

  /** The facts of the last run, with what they were made of. */
  record Before(Facts facts, String fingerprint) {}

  /**
   * What was kept.
   *
   * @param made for each Java file the digest of what was parsed
   */
  private record KnownFacts(String fingerprint, Map<String, String> made, Facts facts) {}

  /**
   * What is kept.
   *
   * @param others the facts without uses
   */
  private record KeptFacts(
      String fingerprint,
      Map<String, String> made,
      Facts others,
      UseTable uses,
      UseTable ownCalls) {
    static KeptFacts of(KnownFacts known) {
      return new KeptFacts(
          known.fingerprint,
          known.made,
          known.facts.with(List.of(), List.of()),
          UseTable.of(known.facts.uses()),
          UseTable.of(known.facts.ownCalls()));
    }

    Optional<KnownFacts> known() {
      return uses.uses()
          .flatMap(all ->
              ownCalls.uses().map(own -> new KnownFacts(fingerprint, made, others.with(all, own))));
    }
  }

  private record KeptHistory(String state, List<List<String>> commits) {}

  private CodeBase(Path top, SplitMap.Options options, Progress progress) throws IOException {
    this.top = top;
    this.history = options.history();
    this.progress = progress;
    this.listing = FileListing.of(top);
    this.kept = KeptValues.of(
        options.cache().filter(c -> listing.java().size() >= WORTH_KEEPING), top, options.maker());
    this.states = new FileStates(kept);
    this.java = new JavaFiles(top, kept, states, listing.java());
    this.others = new OtherTexts(top, kept, states, listing.others());
  }

  /** The files of a folder; an error when it cannot be read. */
  static Checked<CodeBase> of(Path top, SplitMap.Options options, Progress progress) {
    try {
      return Checked.of(new CodeBase(top, options, progress));
    } catch (IOException e) {
      return unreadable(e);
    }
  }

  private static <T> Checked<T> unreadable(IOException e) {
    return Checked.failed(
        Diagnostic.error("split-unreadable", "the code base cannot be read: " + Reasons.of(e))
            .withHint("name a folder that you may read"));
  }

  /** What is kept of it. */
  KeptValues kept() {
    return kept;
  }

  /** The facts; an error when the folder cannot be read or holds no Java. */
  Checked<Known> known() {
    try {
      Known known = read();
      Facts facts = known.facts;
      return facts.classes().isEmpty() && facts.gaps().broken().isEmpty()
          ? Checked.failed(
              Diagnostic.error("split-no-java", "there is no Java source in `" + top + "`")
                  .withHint("name the folder that holds the sources, or one above it"))
          : Checked.of(known);
    } catch (IOException e) {
      return unreadable(e);
    }
  }

  private Known read() throws IOException {
    Workers.Begun<Optional<KnownFacts>> reading =
        Workers.begin("kept", () -> kept.read(FACTS, KeptFacts.class).flatMap(KeptFacts::known));
    others.look(progress);
    java.look(progress);
    String historyState = history ? ChangedFiles.state(top) : "none";
    String fingerprint = fingerprint(historyState);
    Optional<KnownFacts> before = reading.value();
    boolean same = before.filter(b -> b.fingerprint.equals(fingerprint)).isPresent();
    Facts facts = same ? before.get().facts : build(before, historyState);
    Map<String, String> made = states.made(listing.java());
    Workers.Begun<?> writing = Workers.begin("keeping", () -> {
      if (!same) {
        kept.write(FACTS, KeptFacts.class, KeptFacts.of(new KnownFacts(fingerprint, made, facts)));
      }
      states.keep();
      return null;
    });
    return new Known(
        facts,
        fingerprint,
        kept,
        writing,
        before.filter(b -> !same).map(b -> new Before(b.facts, b.fingerprint)));
  }

  private String fingerprint(String historyState) {
    if (!kept.keeps()) {
      return "";
    }
    StringBuilder all = new StringBuilder(historyState).append('\n');
    states.made(listing.java()).forEach((path, made) -> line(all, path, made));
    states.made(listing.others()).forEach((path, made) -> line(all, path, made));
    states.encodings(listing.java()).forEach(path -> line(all, path, "encoding"));
    refused().forEach(path -> line(all, path, "refused"));
    listing.otherLanguages().forEach((ending, count) -> line(all, ending, count));
    return FileStates.digest(all.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void line(StringBuilder all, String path, Object what) {
    all.append(path.length()).append(' ').append(path).append(' ').append(what).append('\n');
  }

  private Set<String> refused() {
    Set<String> refused = new TreeSet<>(listing.refused());
    refused.addAll(java.refused());
    refused.addAll(others.refused());
    return refused;
  }

  private Facts build(Optional<KnownFacts> before, String historyState) throws IOException {
    FactsBuilder builder = new FactsBuilder();
    builder.addOthers(others.facts(progress));
    List<SourceFile> files = java.all();
    Optional<Set<String>> changed = before.flatMap(this::changed);
    if (changed.isPresent()) {
      reuse(files, before.get(), changed.get(), builder);
    } else {
      builder.addJava(java.whole(files));
    }
    if (history) {
      progress.at("parts of the git history", 0, 1);
      builder.addHistory(history(historyState));
    }
    listing.otherLanguages().forEach(builder::addOther);
    builder.addRefused(refused());
    builder.addEncodings(states.encodings(listing.java()));
    return builder.build();
  }

  /** The files that are others than then; empty when there are others, or none that were kept to compare with. */
  private Optional<Set<String>> changed(KnownFacts before) {
    Map<String, String> now = states.made(listing.java());
    if (!now.keySet().equals(before.made.keySet())) {
      return Optional.empty();
    }
    Set<String> changed = new HashSet<>();
    for (Map.Entry<String, String> file : now.entrySet()) {
      if (!file.getValue().equals(before.made.get(file.getKey()))) {
        if (!states.madeBefore(file.getKey()).equals(Optional.of(before.made.get(file.getKey())))) {
          return Optional.empty();
        }
        changed.add(file.getKey());
      }
    }
    return Optional.of(changed);
  }

  /** Where only members have changed, the uses of classes in files that ask for none of that name are what they were. */
  private void reuse(
      List<SourceFile> files, KnownFacts before, Set<String> changed, FactsBuilder builder)
      throws IOException {
    Set<String> names = new HashSet<>();
    for (String path : changed) {
      Optional<Set<String>> own = java.before(path)
          .flatMap(then -> java.fresh(path).flatMap(now -> MemberNames.changed(then, now)));
      if (own.isEmpty()) {
        builder.addJava(java.whole(files));
        return;
      }
      names.addAll(own.get());
    }
    int[] asked = MemberNames.numbers(names);
    Map<Boolean, List<SourceFile>> parts = files.stream()
        .collect(Collectors.partitioningBy(
            file -> changed.contains(file.path()) || java.asks(file, asked)));
    List<SourceFile> anew = java.whole(parts.get(true));
    builder.addJava(anew);
    builder.addJava(parts.get(false));
    List<Use> known = new ArrayList<>(before.facts.uses());
    known.addAll(before.facts.ownCalls());
    builder.addUses(known, anew.stream().map(SourceFile::path).collect(Collectors.toSet()));
  }

  private List<List<String>> history(String state) throws IOException {
    Optional<KeptHistory> before =
        kept.read(HISTORY, KeptHistory.class).filter(b -> b.state.equals(state));
    if (before.isPresent()) {
      return before.get().commits;
    }
    List<List<String>> commits = ChangedFiles.below(top, MOST_COMMITS);
    kept.write(HISTORY, KeptHistory.class, new KeptHistory(state, commits));
    return commits;
  }
}
