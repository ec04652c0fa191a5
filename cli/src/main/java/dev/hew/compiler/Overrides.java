package dev.hew.compiler;

import dev.hew.code.SourceFile;
import dev.hew.code.TypeDeclaration;
import dev.hew.code.TypeDeclaration.Method;
import dev.hew.report.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds methods that override none of their supertypes' by what is written. To a compiler that lacks the libraries one of
 * their types is as good as any other, and so is what contains one: it takes {@code Answer<Order>} for an {@code
 * Answer<Note>}.
 */
public final class Overrides {
  private Overrides() {}

  /**
   * The methods of some files that are marked as overriding, and of whose name a supertype has methods, yet none with the
   * same parameters and a type to return that it may have. A supertype with parameters of its own is left out.
   *
   * @param files whose methods are asked for
   * @param all where supertypes are looked for, by the names of their files
   */
  public static List<JavaCheck.Problem> of(List<Source> files, List<Source> all) {
    List<SourceFile> asked = JavaParser.parse(
        files.stream().filter(file -> file.text().contains("@Override")).toList());
    Map<String, Source> byName = new HashMap<>();
    all.forEach(file -> byName.put(file.name().replaceAll(".*/|\\.java$", ""), file));
    Map<String, Optional<TypeDeclaration>> types = new HashMap<>();
    Map<String, Source> texts = new HashMap<>();
    files.forEach(file -> texts.put(file.name(), file));
    List<JavaCheck.Problem> problems = new ArrayList<>();
    for (SourceFile file : asked) {
      for (TypeDeclaration type : file.types()) {
        List<TypeDeclaration> supertypes = type.supertypes().stream()
            .map(Overrides::simple)
            .flatMap(name -> types
                .computeIfAbsent(
                    name, n -> Optional.ofNullable(byName.get(n)).flatMap(Overrides::main))
                .stream())
            .toList();
        for (Method method : type.methods()) {
          if (method.annotations().stream().anyMatch(a -> a.name().equals("Override"))) {
            unlike(method, supertypes)
                .ifPresent(what -> problems.add(problem(texts.get(file.path()), method, what)));
          }
        }
      }
    }
    return List.copyOf(problems);
  }

  private static Optional<TypeDeclaration> main(Source file) {
    return JavaParser.parse(List.of(file)).get(0).types().stream()
        .findFirst()
        .filter(type -> type.typeParameters().isEmpty());
  }

  private static Optional<String> unlike(Method method, List<TypeDeclaration> supertypes) {
    Optional<String> unlike = Optional.empty();
    for (TypeDeclaration supertype : supertypes) {
      for (Method above : supertype.methods()) {
        if (above.name().equals(method.name())) {
          if (hasParameters(method, above) && mayReturn(method.type(), above.type())) {
            return Optional.empty();
          }
          unlike = Optional.of("method overrides none: " + supertype.simpleName() + " has "
              + above.type() + " " + above.name() + "("
              + String.join(", ", above.parameters()) + ")");
        }
      }
    }
    return unlike;
  }

  private static boolean hasParameters(Method method, Method above) {
    List<String> mine = method.parameters().stream().map(Overrides::simple).toList();
    List<String> theirs = above.parameters().stream().map(Overrides::simple).toList();
    return mine.equals(theirs)
        || mine.equals(theirs.stream().map(Overrides::raw).toList());
  }

  /** True unless both are the same type of something else; any other type may be a narrower one. */
  private static boolean mayReturn(String mine, String theirs) {
    String own = simple(mine);
    String other = simple(theirs);
    return own.equals(other)
        || !own.contains("<")
        || !other.contains("<")
        || other.contains("?")
        || !raw(own).equals(raw(other));
  }

  /** Without packages, annotations and blanks. */
  private static String simple(String type) {
    return type.replaceAll("@[\\w.]+(\\([^)]*\\))?", "")
        .replaceAll("\\s+", "")
        .replace("...", "[]")
        .replaceAll("(?:\\w+\\.)+(?=\\w)", "");
  }

  private static String raw(String type) {
    return type.replaceAll("<.*>", "");
  }

  /** At the method's name, as {@link JavaCheck} has it. */
  private static JavaCheck.Problem problem(Source file, Method method, String what) {
    int line = method.line();
    Matcher name =
        Pattern.compile("\\b" + Pattern.quote(method.name()) + "\\s*\\(").matcher(file.line(line));
    while (!name.reset(file.line(line)).find() && line < method.line() + 20) {
      line++;
    }
    String text = file.line(line);
    int at = name.reset(text).find() ? name.start() : 0;
    return new JavaCheck.Problem(
        file.name(), line, JavaCheck.columns(text.substring(0, at)) + 1, what, "");
  }
}
