package dev.hew.split.cut;

import dev.hew.split.facts.ClassFact;
import dev.hew.split.facts.CoChange;
import dev.hew.split.facts.Facts;
import dev.hew.split.facts.Use;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds everything that ties a set of classes to the rest. */
public final class Pricing {
  /** What the habit of Java calls a field that is set once. */
  private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]*");

  /** What every object has is no reason to ask another service. */
  private static final Set<String> OF_EVERY_OBJECT = Set.of(
      "getClass",
      "hashCode",
      "equals",
      "toString",
      "clone",
      "finalize",
      "notify",
      "notifyAll",
      "wait");

  private final PricingBase base;
  private final Set<String> shared;

  /**
   * @param shared classes that each side gets for itself: using them costs nothing
   */
  public Pricing(PricingBase base, Collection<String> shared) {
    this.base = base;
    this.shared = Set.copyOf(shared);
  }

  /**
   * What is taken out.
   *
   * @param name of the module, or what it was asked for
   * @param tables those that go with the classes
   */
  public record Taken(String name, Collection<String> classes, Collection<String> tables) {}

  /** What would be cut. */
  public Cut cut(Taken taken) {
    return cuts(List.of(taken)).get(0);
  }

  /** What would be cut if one of these were taken out, for each of them; they have no class in common. */
  public List<Cut> cuts(List<Taken> all) {
    List<List<Cut.Item>> remote = new RemoteCalls(
            base, this::counts, this::isRemote, all.stream().map(Taken::classes).toList())
        .of(all.size());
    return IntStream.range(0, all.size())
        .parallel()
        .mapToObj(i -> cut(all.get(i), remote.get(i)))
        .toList();
  }

  private Cut cut(Taken taken, List<Cut.Item> remote) {
    Set<String> in = new HashSet<>(taken.classes);
    Set<String> owned = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    owned.addAll(taken.tables);
    TreeSet<String> copied = new TreeSet<>();
    Gathering callsIn = new Gathering();
    Gathering callsOut = new Gathering();
    Gathering mentions = new Gathering();
    Gathering loops = new Gathering();
    Set<String> files = new HashSet<>();
    TreeSet<String> travelling = new TreeSet<>();
    base.ends.crossing(in, use -> {
      boolean inwards = in.contains(use.to());
      if (isCopied(use, inwards)) {
        copied.add(use.to());
      }
      if (inwards && use.kind() != Use.Kind.SIGNATURE) {
        files.add(use.path());
      }
      if (!crosses(use, in)) {
        return;
      }
      if (use.kind() == Use.Kind.CALL && isData(use.to())) {
        travelling.add(use.to());
      }
      if (calls(use)) {
        (inwards ? callsIn : callsOut).add(use.from(), use.to(), target(use), use);
        if (base.loops.is(use) && isRemote(use)) {
          loops.add(use.from(), use.to(), target(use), use);
        }
      } else {
        mentions.add(use.from(), use.to(), "", use);
      }
    });
    base.through.crossing(in, call -> {
      // what crosses to the interface is counted there
      boolean counted = counts(call.use().from()) && counts(call.to());
      if (counted && !crosses(call.use(), in)) {
        (in.contains(call.to()) ? callsIn : callsOut).add(call);
        if (base.loops.is(call.use()) && isRemote(call.use())) {
          loops.add(call);
        }
      }
    });
    TableCuts cuts = new TableCuts(base, in, owned, this::counts);
    List<Cut.Item> foreignKeys = cuts.foreignKeys();
    List<Cut.Item> templates = templates(in);
    foreignKeys.forEach(k -> k.places().forEach(p -> files.add(p.path())));
    templates.forEach(t -> files.add(t.from()));
    files.addAll(base.mentions(in));
    return new Cut(
        taken.name,
        in.stream().sorted().toList(),
        List.copyOf(owned),
        callsIn.items(),
        callsOut.items(),
        mentions.items(),
        associations(in),
        foreignKeys,
        cuts.contested(),
        cuts.foreignReads(),
        transactions(owned),
        templates,
        loops.items(),
        remote,
        cochange(in, true),
        Cut.count(cochange(in, false)),
        List.copyOf(copied),
        List.copyOf(travelling),
        files.stream().sorted().toList());
  }

  /** Whether a class counts as the other side: code that is neither test nor shared. */
  private boolean counts(String name) {
    ClassFact fact = base.classes.get(name);
    return fact != null && !fact.test() && !shared.contains(name);
  }

  /** Whether what is used is a copy: of what is shared, or of a helper on whichever side it is. */
  private boolean isCopied(Use use, boolean inwards) {
    return shared.contains(use.to())
        ? !inwards
        : isHelper(use.to()) && counts(use.from()) && use.kind() != Use.Kind.SIGNATURE;
  }

  private boolean isHelper(String name) {
    ClassFact fact = base.classes.get(name);
    return fact != null && fact.helper();
  }

  private boolean crosses(Use use, Set<String> in) {
    return in.contains(use.from()) != in.contains(use.to())
        && counts(use.from())
        && counts(use.to())
        && !isHelper(use.to())
        && use.kind() != Use.Kind.SIGNATURE;
  }

  /** Whether a use is a call, or reads or sets what changes: a constant stays what it is on both sides. */
  private boolean calls(Use use) {
    return switch (use.kind()) {
      case CALL -> true;
      case NEW -> !use.target().isEmpty(); // an array, or a type argument of what is made
      case ACCESS -> !use.target().isEmpty() && !isConstant(use);
      default -> false;
    };
  }

  private boolean isConstant(Use use) {
    ClassFact fact = base.classes.get(use.to());
    boolean holdsOnly = fact != null && !fact.kind().equals("class");
    return holdsOnly || CONSTANT.matcher(use.target()).matches();
  }

  /** Whether a use would be a remote call if it were across. */
  private boolean isRemote(Use use) {
    return use.kind() == Use.Kind.CALL
        && !OF_EVERY_OBJECT.contains(use.target())
        && !isData(use.to())
        && !isHelper(use.to())
        && !isAnnotation(use.to());
  }

  private boolean isAnnotation(String name) {
    ClassFact fact = base.classes.get(name);
    return fact != null && fact.kind().equals("annotation");
  }

  /** Getters of an entity or a value are read where the data is; they become fields of an answer. */
  private boolean isData(String name) {
    ClassFact fact = base.classes.get(name);
    return fact != null && (fact.entity().isPresent() || fact.data());
  }

  private static String target(Use use) {
    return use.kind() == Use.Kind.NEW ? "new" : use.target();
  }

  private List<Cut.Item> associations(Set<String> in) {
    Set<ClassFact.Association> crossing = base.associations.of(in).stream()
        .filter(a -> in.contains(a.from()) != in.contains(a.to()))
        .filter(a -> counts(a.from()) && counts(a.to()))
        .collect(Collectors.toCollection(LinkedHashSet::new));
    Map<ClassFact.Association, Cut.Item> items = new LinkedHashMap<>();
    for (ClassFact.Association a : crossing) {
      if (base.sides.holding(a).filter(crossing::contains).isEmpty()) {
        items.put(a, new Cut.Item(a.from(), a.to(), describe(a), 1, List.of(a.place())));
      }
    }
    for (ClassFact.Association a : crossing) {
      base.sides
          .holding(a)
          .ifPresent(key -> items.computeIfPresent(key, (k, item) -> withOtherSide(item, a)));
    }
    return List.copyOf(items.values());
  }

  private static Cut.Item withOtherSide(Cut.Item item, ClassFact.Association other) {
    return new Cut.Item(
        item.from(),
        item.to(),
        item.what() + ", from there " + describe(other),
        item.count(),
        Stream.concat(item.places().stream(), Stream.of(other.place())).toList());
  }

  private static String describe(ClassFact.Association a) {
    if (a.isPart()) {
      return a.field() + " " + a.kind() + ": a part of its rows";
    }
    return a.field() + " " + a.kind()
        + (a.cascade().isEmpty() ? "" : " cascade " + String.join(",", a.cascade()))
        + (a.eager() ? " eager" : " lazy");
  }

  private List<Cut.Item> transactions(Set<String> owned) {
    List<Cut.Item> items = new ArrayList<>();
    for (PricingBase.Writing writing : base.writings.of(owned)) {
      TreeSet<String> mine = new TreeSet<>();
      TreeSet<String> theirs = new TreeSet<>();
      writing
          .tables()
          .forEach(table -> (owned.contains(table) ? mine : theirs)
              .add(writing.cascaded().contains(table) ? table + " (by cascade)" : table));
      if (!mine.isEmpty() && !theirs.isEmpty()) {
        items.add(new Cut.Item(
            writing.type(),
            "",
            writing.transaction().member() + " writes " + String.join(", ", mine) + " and "
                + String.join(", ", theirs),
            1,
            List.of(writing.transaction().place())));
      }
    }
    return items;
  }

  private List<Cut.Item> templates(Set<String> in) {
    Gathering found = new Gathering();
    for (Facts.Template template : base.templates.of(in)) {
      boolean shownInside = template.views().stream().anyMatch(in::contains);
      boolean shownOutside = template.views().stream().anyMatch(v -> !in.contains(v));
      for (Facts.Reading reading : template.reads()) {
        boolean inside = in.contains(reading.type());
        if (counts(reading.type()) && (inside ? shownOutside : shownInside)) {
          found.add(template.path(), reading.type(), reading.field(), List.of(reading.place()));
        }
      }
    }
    return found.items();
  }

  private List<Cut.Item> cochange(Set<String> in, boolean across) {
    List<Cut.Item> items = new ArrayList<>();
    for (CoChange pair : base.history.of(in)) {
      boolean from = in.contains(pair.from());
      boolean to = in.contains(pair.to());
      boolean wanted = across ? from != to : from && to;
      if (wanted && counts(pair.from()) && counts(pair.to())) {
        items.add(new Cut.Item(
            pair.from(),
            pair.to(),
            pair.share() + " % of their commits",
            pair.commits(),
            List.of()));
      }
    }
    return items;
  }
}
