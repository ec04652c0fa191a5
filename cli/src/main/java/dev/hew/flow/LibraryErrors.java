package dev.hew.flow;

import dev.hew.code.TypeDeclaration;
import dev.hew.compiler.JavaCheck;
import dev.hew.compiler.JavaParser;
import dev.hew.report.Source;
import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells the errors that a compiler makes only because it lacks the service's libraries. */
final class LibraryErrors {
  private static final Pattern NO_PACKAGE = Pattern.compile("package (\\S+) does not exist.*");
  private static final Pattern NO_NAME = Pattern.compile("cannot find [a-z]+ (\\w+).*");
  private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)\\s*;");

  private final FileTree before;
  private final FileTree after;
  private final Set<String> packages = new HashSet<>();

  /**
   * @param before the Java files of the service as it was
   * @param after as it is
   */
  LibraryErrors(FileTree before, FileTree after) {
    this.before = before;
    this.after = after;
    Stream.of(before, after).flatMap(tree -> tree.files().values().stream()).forEach(content -> {
      Matcher matcher = PACKAGE.matcher(content.text());
      if (matcher.find()) {
        packages.add(matcher.group(1));
      }
    });
  }

  /**
   * Whether nothing of the service's own is missing: the error names a package that is none of its own, or, without
   * saying whose it is, a type, field or method that the file imports from elsewhere or that the service never had.
   *
   * @param had whether the service is known to have had what is missing
   */
  boolean has(JavaCheck.Problem problem, boolean had) {
    Matcher inPackage = NO_PACKAGE.matcher(problem.what());
    if (inPackage.matches()) {
      String name = inPackage.group(1);
      // a type around another one is a package to the compiler when it is missing
      return Character.isUpperCase(name.charAt(0)) ? isForeign(name, problem, had) : !isOwn(name);
    }
    Matcher missing = NO_NAME.matcher(problem.what());
    return missing.matches() && !isQualified(problem) && isForeign(missing.group(1), problem, had);
  }

  private boolean isForeign(String name, JavaCheck.Problem problem, boolean had) {
    String first = name.replaceFirst("\\..*", "");
    return importedFrom(first, text(problem))
        .map(home -> !isOwn(home))
        .orElseGet(() -> !had && !had(first));
  }

  /** Where a file says that a name comes from. */
  private static Optional<String> importedFrom(String name, String text) {
    Matcher line = Pattern.compile(
            "(?m)^\\s*import\\s+(?:static\\s+)?([\\w.]+)\\." + Pattern.quote(name) + "\\s*;")
        .matcher(text);
    return line.find() ? Optional.of(line.group(1)) : Optional.empty();
  }

  private boolean isOwn(String name) {
    return packages.stream()
        .anyMatch(
            own -> own.equals(name) || name.startsWith(own + ".") || own.startsWith(name + "."));
  }

  /** Whether what comes before the name says what it belongs to: the compiler then points at the dot. */
  private boolean isQualified(JavaCheck.Problem problem) {
    Source file = new Source(problem.file(), text(problem));
    return new BrokenUse.Place(file, problem.line(), problem.column()).rest().startsWith(".");
  }

  private boolean had(String name) {
    List<Source> files = before.files().entrySet().stream()
        .filter(file -> file.getValue().text().contains(name))
        .map(file -> new Source(file.getKey().value(), file.getValue().text()))
        .toList();
    return JavaParser.parse(files).stream()
        .flatMap(file -> file.types().stream())
        .anyMatch(type -> declares(type, name));
  }

  private static boolean declares(TypeDeclaration type, String name) {
    return type.simpleName().equals(name)
        || type.fields().stream().anyMatch(field -> field.name().equals(name))
        || type.methods().stream().anyMatch(method -> method.name().equals(name));
  }

  private String text(JavaCheck.Problem problem) {
    return after.get(RelPath.of(problem.file())).map(Content::text).orElse("");
  }
}
