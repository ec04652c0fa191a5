package dev.hew.split.facts;

import dev.hew.code.Handover;
import dev.hew.code.TypeDeclaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds which methods store and fetch which entities: through the doors of libraries, through methods that are inherited
 * with type parameters in the place of the entity, and through methods that pass on what they are given.
 */
final class Storing {
  /** A value that passes through more hands is hardly stored for the first one's sake. */
  private static final int MOST_HANDS = 6;

  /** What collections of collections hold. */
  private static final int DEEPEST = 4;

  private final TypeIndex index;
  private final Mappings mappings;
  private final Heirs heirs;
  private final Chain chain;
  private final Members members;
  private final Receivers receivers;

  /** For each type and each of its methods what it does. */
  private final Map<TypeIndex.Declared, Map<String, Set<Effect>>> effects = new LinkedHashMap<>();

  private final Map<TypeIndex.Declared, Boolean> bound = new HashMap<>();

  /** A call of a method of the code base. */
  private record Site(TypeIndex.Declared in, Handover call, TypeUse receiver) {}

  /** What is found in a type at first sight. */
  private record Sight(TypeIndex.Declared in, List<Site> sites, Map<String, Set<Effect>> effects) {}

  /** Told who stores and fetches. */
  interface Found {
    void touches(TypeIndex.Declared in, String member, Effect effect);
  }

  Storing(TypeIndex index, Mappings mappings) {
    this.index = index;
    this.mappings = mappings;
    this.heirs = new Heirs(index);
    this.chain = new Chain(index);
    this.members = new Members(index);
    this.receivers = new Receivers(index, chain);
  }

  /** Every method that stores or fetches rows of a class that is known, those included that a class inherits. */
  void forEach(Found found) {
    List<Sight> sights = index.all().parallelStream()
        .filter(type -> !type.type.handovers().isEmpty() && !TestCode.isTest(type.file))
        .map(this::see)
        .toList();
    sights.forEach(sight -> {
      if (!sight.effects.isEmpty()) {
        effects.put(sight.in, sight.effects);
      }
    });
    List<Site> sites = sights.stream().flatMap(s -> s.sites.stream()).toList();
    for (int hands = 0; hands < MOST_HANDS && !effects.isEmpty() && pass(sites); hands++) {}
    effects.forEach((type, byMember) -> byMember.forEach((member, all) -> all.forEach(effect -> {
      if (effect.isKnown()) {
        found.touches(type, member, effect);
      } else if (!effect.variable().isEmpty()) {
        inherited(type, member, effect, found);
      }
    })));
  }

  private Sight see(TypeIndex.Declared in) {
    List<Site> sites = new ArrayList<>();
    Map<String, Set<Effect>> found = new LinkedHashMap<>();
    for (Handover call : in.type.handovers()) {
      TypeUse receiver = receivers.of(call, in);
      boolean ours = receiver.declared() != null
          && members.method(receiver, call.call(), call.given().size()) != null;
      if (ours) {
        sites.add(new Site(in, call, receiver));
      } else if (Doors.writes(call.call()) || Doors.reads(call.call())) {
        Effect effect = atDoor(receiver, call, in);
        if (effect.says()) {
          found
              .computeIfAbsent(call.member(), m -> new LinkedHashSet<>())
              .add(effect.with(Doors.doing(call.call()), new Place(in.file.path(), call.line())));
        }
      }
    }
    return new Sight(in, sites, found);
  }

  /** What a call of something outside the code base does, {@link Effect#NONE} when it is no door. */
  private Effect atDoor(TypeUse receiver, Handover call, TypeIndex.Declared in) {
    TypeUse door = receiver.declared() == null ? receiver : Heirs.outside(receiver, index);
    if (Doors.isRepository(door)) {
      for (TypeUse argument : door.arguments()) {
        Effect effect = effect(argument, in);
        if (effect.says()) {
          // whoever calls a repository of its own name is found by what it keeps
          return effect.isKnown() && receiver.declared() != null ? Effect.NONE : effect;
        }
      }
    } else if (receiver.declared() != null || !Doors.isManager(door, call)) {
      return Effect.NONE;
    }
    for (Handover.Given given : call.given()) {
      Effect effect = given(given, in);
      if (effect.says()) {
        return effect;
      }
    }
    return ofClassGiven(call.member(), in);
  }

  /** A method that is given a class, and stores or fetches what does not tell its own. */
  private static Effect ofClassGiven(String member, TypeIndex.Declared in) {
    for (TypeDeclaration.Method method : in.type.methods()) {
      if (Frameworks.member(method).equals(member)) {
        for (int i = 0; i < method.parameters().size(); i++) {
          if (TypeUse.base(method.parameters().get(i)).equals("Class")) {
            return new Effect(null, "", i, Doing.READS, null);
          }
        }
      }
    }
    return Effect.NONE;
  }

  private Effect given(Handover.Given given, TypeIndex.Declared in) {
    Effect byType = given.chain().equals("?")
        ? Effect.NONE
        : effect(chain.follow(given.chain(), in, (type, kind, target) -> {}), in);
    return byType.isKnown()
        ? byType
        : new Effect(null, byType.variable(), given.parameter(), Doing.READS, null);
  }

  /** The rows of a type, of what a collection of it holds, or of a type parameter. */
  private Effect effect(TypeUse type, TypeIndex.Declared in) {
    return effect(type, in, 0);
  }

  private Effect effect(TypeUse type, TypeIndex.Declared in, int depth) {
    if (type.declared() != null) {
      return mappings
          .stored(type.declared())
          .map(entity -> new Effect(entity, "", -1, Doing.READS, null))
          .orElse(Effect.NONE);
    }
    if (type.arguments().isEmpty()) {
      return in.type.typeParameters().contains(type.name())
          ? new Effect(null, type.name(), -1, Doing.READS, null)
          : Effect.NONE;
    }
    for (int i = type.arguments().size() - 1; i >= 0 && depth < DEEPEST; i--) {
      Effect held = effect(type.arguments().get(i), in, depth + 1);
      if (held.says()) {
        return held;
      }
    }
    return Effect.NONE;
  }

  /** Gives callers the effects of what they call, as far as these depend on them; whether that told anything new. */
  private boolean pass(List<Site> sites) {
    boolean more = false;
    Map<TypeIndex.Declared, Map<String, Set<Effect>>> passed = new LinkedHashMap<>();
    for (Site site : sites) {
      for (Effect effect : called(site)) {
        Effect own = atCaller(effect, site);
        if (own.says()) {
          passed
              .computeIfAbsent(site.in, t -> new LinkedHashMap<>())
              .computeIfAbsent(site.call.member(), m -> new LinkedHashSet<>())
              .add(own.with(effect.doing(), new Place(site.in.file.path(), site.call.line())));
        }
      }
    }
    for (var type : passed.entrySet()) {
      Map<String, Set<Effect>> known =
          effects.computeIfAbsent(type.getKey(), t -> new LinkedHashMap<>());
      for (var member : type.getValue().entrySet()) {
        more |= known
            .computeIfAbsent(member.getKey(), m -> new LinkedHashSet<>())
            .addAll(member.getValue());
      }
    }
    return more;
  }

  /** What the method called does that is not known yet, its type parameters those of the receiver's own type. */
  private List<Effect> called(Site site) {
    String member = site.call.call() + "/" + site.call.given().size();
    List<Effect> found = new ArrayList<>();
    for (Heirs.Declaring one : heirs.declaring(site.receiver, member)) {
      for (Effect effect :
          effects.getOrDefault(one.type().declared(), Map.of()).getOrDefault(member, Set.of())) {
        if (!effect.isKnown() && !(effect.variable().length() > 0 && isBound(site.receiver))) {
          found.add(
              one.isBelow() || effect.variable().isEmpty()
                  ? new Effect(null, "", effect.parameter(), effect.doing(), effect.place())
                  : seen(effect, one.type(), site.in));
        }
      }
    }
    return found;
  }

  /** An effect on a type parameter, where the type that declares it is used with arguments. */
  private Effect seen(Effect effect, TypeUse declaring, TypeIndex.Declared in) {
    int number = declaring.declared().type.typeParameters().indexOf(effect.variable());
    Effect argument = number >= 0 && number < declaring.arguments().size()
        ? effect(declaring.arguments().get(number), in)
        : Effect.NONE;
    return new Effect(
        argument.type(), argument.variable(), effect.parameter(), effect.doing(), effect.place());
  }

  /** Whether a type itself says which entity stands for the type parameters above it: what it inherits is its own. */
  private boolean isBound(TypeUse receiver) {
    return bound.computeIfAbsent(receiver.declared(), type -> mappings.kept(type) != null);
  }

  /** What is given tells most; then the type arguments of what is called. */
  private Effect atCaller(Effect effect, Site site) {
    if (effect.parameter() >= 0 && effect.parameter() < site.call.given().size()) {
      Effect given = given(site.call.given().get(effect.parameter()), site.in);
      if (given.isKnown() || !given.variable().isEmpty() || (given.says() && !effect.isKnown())) {
        return given;
      }
    }
    return new Effect(effect.type(), effect.variable(), -1, Doing.READS, null);
  }

  /** A method with a type parameter belongs to each class that says what stands for it. */
  private void inherited(TypeIndex.Declared type, String member, Effect effect, Found found) {
    for (TypeIndex.Declared heir : heirs.of(type)) {
      if (heir.type.kind() != TypeDeclaration.Kind.INTERFACE && !TestCode.isTest(heir.file)) {
        for (Heirs.Declaring one : heirs.declaring(Receivers.self(heir), member)) {
          if (one.type().declared() == type && !one.isBelow()) {
            Effect own = seen(effect, one.type(), heir);
            if (own.isKnown()) {
              found.touches(heir, member, own);
            }
          }
        }
      }
    }
  }
}
