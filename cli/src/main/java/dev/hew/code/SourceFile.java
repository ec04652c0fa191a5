package dev.hew.code;

import java.util.ArrayList;
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

  /** What the text of each of its types mentions. */
  public List<List<Reference>> references() {
    return types.stream().map(TypeDeclaration::references).toList();
  }

  /** The same without what its text mentions, which is most of it and which few questions ask for. */
  public SourceFile withoutReferences() {
    return with(types.stream().map(type -> List.<Reference>of()).toList());
  }

  /** The same with what the text of each of its types mentions. */
  public SourceFile with(List<List<Reference>> references) {
    List<TypeDeclaration> whole = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      whole.add(types.get(i).with(references.get(i)));
    }
    return new SourceFile(path, packageName, imports, whole, flaws);
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
