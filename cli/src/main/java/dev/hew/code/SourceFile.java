package dev.hew.code;

import java.util.List;

/**
 * A Java file as its syntax shows it.
 *
 * @param path from the top of the code base, with {@code /}
 * @param packageName empty for the unnamed package
 * @param types every top-level and nested type; local and anonymous classes belong to the type around them
 * @param flaws where the text breaks Java's grammar; what could be read is here all the same
 */
public record SourceFile(
    String path,
    String packageName,
    List<Import> imports,
    List<TypeDeclaration> types,
    List<Flaw> flaws) {

  public SourceFile {
    imports = List.copyOf(imports);
    types = List.copyOf(types);
    flaws = List.copyOf(flaws);
  }

  /**
   * The same without what stands in bodies and without lines: two files with equal declarations mean the same to every
   * other file.
   */
  public SourceFile declarations() {
    return new SourceFile(
        path,
        packageName,
        imports,
        types.stream().map(TypeDeclaration::declaration).toList(),
        List.of());
  }

  /**
   * An import.
   *
   * @param name qualified, without {@code .*}
   * @param onDemand whether it ends in {@code .*}
   */
  public record Import(String name, boolean isStatic, boolean onDemand) {}

  /** A place that is no Java, in the compiler's words. */
  public record Flaw(int line, String message) {}
}
