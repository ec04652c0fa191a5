package dev.hew.flow;

import dev.hew.change.Change;
import dev.hew.contract.Contract;
import dev.hew.contract.Difference;
import dev.hew.contract.Differences;
import dev.hew.lock.Lock;
import dev.hew.model.Service;
import dev.hew.tree.Content;
import dev.hew.tree.RelPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why an update changes what it changes.
 *
 * @param known whether the contract as it was can still be read; there are no differences otherwise
 * @param differences in what the contract differs from the one that hew last saw, each with the files it touches
 */
public record Preview(boolean known, List<Touching> differences) {
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_]+");

  public Preview {
    differences = List.copyOf(differences);
  }

  /**
   * A difference of the contract.
   *
   * @param files those that an update changes and that were made of this part of the contract, or whose changed lines
   *     speak of it by name; the contract's own files aside
   */
  public record Touching(Difference difference, List<RelPath> files) {}

  /** A contract with what a stack makes of it. */
  record Side(Contract contract, Service service, Lock lock) {}

  /** What is to be said of an update; nothing when what was before cannot be read again. */
  static Preview of(Optional<Side> before, Side after, List<Change> changes) {
    if (before.isEmpty()) {
      return new Preview(false, List.of());
    }
    Map<String, Content> was = contents(before.get().lock());
    Map<String, Content> is = contents(after.lock());
    Map<Change, Set<String>> words = new java.util.LinkedHashMap<>();
    for (Change change : changes) {
      if (!(change instanceof Change.Keep) && !change.id().startsWith(NextLock.CONTRACT)) {
        words.put(change, changedWords(was.get(change.id()), is.get(change.id())));
      }
    }
    List<Touching> all = new ArrayList<>();
    for (Difference difference : Differences.between(before.get().contract(), after.contract())) {
      Set<String> names = names(difference, before.get().service());
      names.addAll(names(difference, after.service()));
      Set<RelPath> files = new TreeSet<>();
      words.forEach((change, said) -> {
        if (isMadeOf(change, difference) || names.stream().anyMatch(said::contains)) {
          files.add(change.path());
        }
      });
      all.add(new Touching(difference, List.copyOf(files)));
    }
    return new Preview(true, all);
  }

  private static Map<String, Content> contents(Lock lock) {
    Map<String, Content> contents = new TreeMap<>();
    lock.entries().forEach(entry -> contents.put(entry.id(), entry.content()));
    return contents;
  }

  private static boolean isMadeOf(Change change, Difference difference) {
    String pointer = change.id().substring(change.id().indexOf('#') + 1);
    String place = difference.place().toString();
    return !difference.subject().equals("contract")
        && (pointer.equals(place) || pointer.startsWith(place + "/"));
  }

  /** The words of the lines that only one of two texts has, however they are written together. */
  private static Set<String> changedWords(Content was, Content is) {
    List<String> before = was == null ? List.of() : was.text().lines().toList();
    List<String> after = is == null ? List.of() : is.text().lines().toList();
    Set<String> lines = new HashSet<>(before);
    lines.removeAll(new HashSet<>(after));
    Set<String> fresh = new HashSet<>(after);
    fresh.removeAll(new HashSet<>(before));
    lines.addAll(fresh);
    Set<String> words = new HashSet<>();
    for (String line : lines) {
      Matcher word = WORD.matcher(line);
      while (word.find()) {
        words.add(plain(word.group()));
      }
    }
    return words;
  }

  /** A name in no casing: {@code createdAt}, {@code created_at} and {@code CREATED_AT} are one. */
  private static String plain(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
  }

  /** What code and files call the parts in which contracts differ. */
  private static Set<String> names(Difference difference, Service service) {
    Set<String> names = new HashSet<>();
    String place = difference.place().toString();
    switch (difference.subject()) {
      case "operation" ->
        service.operations().stream()
            .filter(endpoint -> endpoint.place().equals(place))
            .forEach(endpoint -> names.add(plain(endpoint.name())));
      case "schema" ->
        service.types().stream()
            .filter(t -> t.pointer().equals(place) || t.pointer().startsWith(place + "/"))
            .forEach(type -> names.add(plain(type.name())));
      default -> {}
    }
    difference.details().stream()
        .filter(detail -> !detail.part().isEmpty() && !detail.part().equals("answer"))
        .forEach(detail -> names.add(plain(detail.name())));
    names.remove("");
    return names;
  }
}
