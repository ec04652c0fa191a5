package dev.hew.compiler;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import dev.hew.code.SourceFile;
import dev.hew.code.TypeDeclaration;
import java.util.ArrayList;
import java.util.List;

/** Reads one compilation unit. */
final class UnitReader {
  private final CompilationUnitTree unit;
  private final SourcePositions positions;

  UnitReader(CompilationUnitTree unit, SourcePositions positions) {
    this.unit = unit;
    this.positions = positions;
  }

  SourceFile read(String path, List<SourceFile.Flaw> flaws) {
    List<TypeDeclaration> types = new ArrayList<>();
    for (Tree declaration : unit.getTypeDecls()) {
      if (declaration instanceof ClassTree type && !type.getSimpleName().isEmpty()) {
        types.addAll(new TypeReader(this, null, type).read());
      }
    }
    List<SourceFile.Import> imports = new ArrayList<>();
    for (ImportTree tree : unit.getImports()) {
      if (tree.getQualifiedIdentifier() instanceof MemberSelectTree name) {
        boolean onDemand = name.getIdentifier().contentEquals("*");
        imports.add(new SourceFile.Import(
            Types.text(onDemand ? name.getExpression() : name), tree.isStatic(), onDemand));
      }
    }
    String packageName = unit.getPackageName() == null ? "" : Types.text(unit.getPackageName());
    return new SourceFile(path, packageName, imports, types, flaws);
  }

  /** The line that a tree ends on; 1 for what the compiler has made up. */
  int lastLine(Tree tree) {
    long end = positions.getEndPosition(unit, tree);
    return end < 0 ? 1 : (int) unit.getLineMap().getLineNumber(end - 1);
  }

  /** The line that a tree starts on; 1 for what the compiler has made up. */
  int line(Tree tree) {
    long start = positions.getStartPosition(unit, tree);
    return start < 0 ? 1 : (int) unit.getLineMap().getLineNumber(start);
  }
}
