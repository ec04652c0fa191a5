package dev.hew.split.facts;

import dev.hew.code.Annotation;
import dev.hew.code.SourceFile;
import java.util.Set;

/** Tells annotations of the same simple name apart, by what the file imports. */
final class Packages {
  static final Set<String> EJB = Set.of("jakarta.ejb", "javax.ejb");
  static final Set<String> JTA = Set.of("jakarta.transaction", "javax.transaction");

  private Packages() {}

  /** Whether an annotation is of one of these packages; not when the file does not say of which it is. */
  static boolean has(Set<String> packages, Annotation annotation, SourceFile file) {
    if (!annotation.qualifier().isEmpty()) {
      return packages.contains(annotation.qualifier());
    }
    String end = "." + annotation.name();
    for (SourceFile.Import one : file.imports()) {
      if (!one.onDemand() && one.name().endsWith(end)) {
        return packages.contains(one.name().substring(0, one.name().length() - end.length()));
      }
    }
    return file.imports().stream().anyMatch(one -> one.onDemand() && packages.contains(one.name()));
  }
}
