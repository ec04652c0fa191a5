package dev.hew.split.facts;

import dev.hew.code.Reference;
import dev.hew.code.SourceFile;
import dev.hew.code.TypeDeclaration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names by which texts ask for members of types: what a file mentions means what it did as long as no member of a
 * name that it asks for has changed, and no type has come, gone or got other supertypes.
 */
public final class MemberNames {
  private static final Pattern WORD = Pattern.compile("[\\w$]++");

  private MemberNames() {}

  /** The names that a file asks for, as numbers, ascending: equal names have equal numbers, others hardly. */
  public static int[] asked(SourceFile file) {
    Set<String> names = new HashSet<>();
    for (TypeDeclaration type : file.types()) {
      type.references().forEach(reference -> asked(reference, type, names));
    }
    return numbers(names);
  }

  /** Names as numbers, ascending. */
  public static int[] numbers(Set<String> names) {
    return names.stream().mapToInt(String::hashCode).sorted().distinct().toArray();
  }

  private static void asked(Reference reference, TypeDeclaration inside, Set<String> names) {
    String chain = reference.chain();
    if (reference.kind() != Reference.Kind.USE && Reference.firstStep(chain) < 0) {
      return; // a type
    }
    String[] steps = chain.replace(Reference.TAKEN, Reference.STEP).split("#", -1);
    if (steps[0].startsWith("~")) {
      names.add(steps[0].substring(1));
    }
    for (int i = 1; i < steps.length; i++) {
      int slash = steps[i].indexOf('/');
      String name = slash < 0 ? steps[i] : steps[i].substring(0, slash);
      if (!name.equals(Members.CONSTRUCTOR)) {
        names.addAll(Members.fieldsBehind(name));
        names.add(name);
      } else if (i > 1 || steps[0].startsWith("~")) {
        names.add(name);
      } else if (steps[0].equals("super")) {
        inside.supertypes().forEach(above -> names.add(constructor(above)));
      } else {
        names.add(constructor(steps[0]));
      }
    }
  }

  /** A constructor is asked for by its type. */
  private static String constructor(String type) {
    String base = TypeUse.base(type);
    return base.substring(base.lastIndexOf('.') + 1) + "#" + Members.CONSTRUCTOR;
  }

  /**
   * The names of the members that have changed from one state of a file to another, in the eyes of other files.
   *
   * @return empty when more than members has changed
   */
  public static Optional<Set<String>> changed(SourceFile before, SourceFile after) {
    boolean alike = before.packageName().equals(after.packageName())
        && onDemand(before).equals(onDemand(after))
        && before.types().size() == after.types().size();
    if (!alike) {
      return Optional.empty();
    }
    Set<String> words = differing(imported(before), imported(after));
    Set<String> names = new TreeSet<>();
    for (int i = 0; i < before.types().size(); i++) {
      TypeDeclaration one = before.types().get(i);
      TypeDeclaration other = after.types().get(i);
      if (!one.name().equals(other.name())
          || !one.typeParameters().equals(other.typeParameters())
          || !one.supertypes().equals(other.supertypes())
          || one.supertypes().stream().anyMatch(text -> mentions(text, words))) {
        return Optional.empty();
      }
      names.addAll(differing(members(one, words), members(other, Set.of())));
    }
    return Optional.of(names);
  }

  private static List<SourceFile.Import> onDemand(SourceFile file) {
    return file.imports().stream().filter(SourceFile.Import::onDemand).toList();
  }

  /** Single imports by the name that they give a meaning. */
  private static Map<String, List<Object>> imported(SourceFile file) {
    Map<String, List<Object>> imports = new LinkedHashMap<>();
    for (SourceFile.Import one : file.imports()) {
      if (!one.onDemand()) {
        String name = one.name().substring(one.name().lastIndexOf('.') + 1);
        imports.computeIfAbsent(name, n -> new ArrayList<>()).add(one);
      }
    }
    return imports;
  }

  /**
   * What other files may see of members, by name.
   *
   * @param changed words that mean something else now: a member that mentions one is another
   */
  private static Map<String, List<Object>> members(TypeDeclaration type, Set<String> changed) {
    Map<String, List<Object>> members = new LinkedHashMap<>();
    for (TypeDeclaration.Field field : type.fields()) {
      note(
          field.name(),
          List.of(field.type(), field.constant().isEmpty()),
          mentions(field.type(), changed),
          members);
    }
    for (TypeDeclaration.Method method : type.methods()) {
      List<String> types = new ArrayList<>(method.parameters());
      types.add(method.type());
      String name = method.name().equals(Members.CONSTRUCTOR)
          ? constructor(type.simpleName())
          : method.name();
      note(name, types, types.stream().anyMatch(text -> mentions(text, changed)), members);
      if (method.name().equals(Members.CONSTRUCTOR)) {
        note(method.name(), types, false, members);
      }
    }
    return members;
  }

  private static void note(
      String name, Object what, boolean changed, Map<String, List<Object>> members) {
    List<Object> known = members.computeIfAbsent(name, n -> new ArrayList<>());
    known.add(what);
    if (changed) {
      known.add(changed);
    }
  }

  private static boolean mentions(String type, Set<String> words) {
    if (words.isEmpty()) {
      return false;
    }
    Matcher word = WORD.matcher(type);
    while (word.find()) {
      if (words.contains(word.group())) {
        return true;
      }
    }
    return false;
  }

  /** The keys under which two maps have not the same. */
  private static Set<String> differing(
      Map<String, List<Object>> one, Map<String, List<Object>> other) {
    Set<String> keys = new TreeSet<>(one.keySet());
    keys.addAll(other.keySet());
    keys.removeIf(key -> one.containsKey(key) && one.get(key).equals(other.get(key)));
    return keys;
  }
}
