package dev.hew.compiler;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import dev.hew.code.Outline;
import dev.hew.code.Outline.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Finds the imports, types and members of a Java text. */
public final class JavaOutline {
  private final String text;
  private final CompilationUnitTree unit;
  private final SourcePositions positions;

  private JavaOutline(String text, CompilationUnitTree unit, SourcePositions positions) {
    this.text = text;
    this.unit = unit;
    this.positions = positions;
  }

  /** Nothing when the text is no Java, or has two parts on one line. */
  public static Optional<Outline> of(String source) {
    String text = "\n" + source;
    return JavaParser.tree(text, (unit, positions) -> new JavaOutline(text, unit, positions).read())
        .map(root -> new Outline(text, root));
  }

  /** Thrown where parts share a line. */
  private static final class Crowded extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private Part read() {
    List<Part> parts = new ArrayList<>();
    int at = 0;
    try {
      if (unit.getPackage() != null) {
        at = add(parts, at, unit.getPackage(), "package", "package");
      }
      for (ImportTree line : unit.getImports()) {
        String key =
            (line.isStatic() ? "import static " : "import ") + line.getQualifiedIdentifier();
        at = add(parts, at, line, key, key);
      }
      int number = 0;
      for (Tree type : unit.getTypeDecls()) {
        if (type instanceof ClassTree c) {
          // the first one is the file's own, whatever it is called
          String key = number++ == 0 ? "type" : "type " + c.getSimpleName();
          Part part = type(c, key, at);
          parts.add(part);
          at = part.end();
        }
      }
    } catch (Crowded e) {
      return null;
    }
    return new Part("", "", 0, text.length(), 0, at, parts);
  }

  private int add(List<Part> parts, int at, Tree tree, String key, String name) {
    int end = lineEnd(tree, at);
    parts.add(Part.leaf(key, name, at, end));
    return end;
  }

  private Part type(ClassTree type, String key, int start) {
    int end = lineEnd(type, start);
    int open = openingBrace(type);
    List<Part> parts = new ArrayList<>();
    int at = open;
    boolean constants = false;
    for (Tree member : type.getMembers()) {
      if (isGenerated(member) || isComponent(type, member)) {
        continue;
      }
      if (isConstant(type, member)) {
        constants = true;
        at = lineEndOrList(member);
        continue;
      }
      if (constants) {
        parts.add(Part.leaf("constants", "constants", open, at));
        constants = false;
      }
      Part part = member(member, at);
      parts.add(part);
      at = part.end();
    }
    if (constants) {
      parts.add(Part.leaf("constants", "constants", open, at));
    }
    return new Part(key, key, start, end, open, at, parts);
  }

  private Part member(Tree member, int at) {
    if (member instanceof ClassTree inner) {
      return type(inner, "type " + inner.getSimpleName(), at);
    }
    String name;
    String key;
    if (member instanceof MethodTree method) {
      name = "method " + method.getName();
      key = name
          + method.getParameters().stream()
              .map(p -> p.getType() == null ? "" : p.getType().toString())
              .collect(Collectors.joining(",", "(", ")"));
    } else if (member instanceof VariableTree field) {
      name = "field " + field.getName();
      key = name;
    } else {
      name = "initializer";
      key = name + " " + member.toString().replaceAll("\\s+", " ");
    }
    return Part.leaf(key, name, at, lineEnd(member, at));
  }

  /** A constructor that the compiler has made up. */
  private boolean isGenerated(Tree member) {
    return positions.getEndPosition(unit, member) < 0
        || positions.getStartPosition(unit, member) < 0
        || member instanceof MethodTree m
            && m.getName().contentEquals("<init>")
            && positions.getEndPosition(unit, m) <= positions.getStartPosition(unit, m);
  }

  /** A component of a record's head, which the compiler shows as a field. */
  private boolean isComponent(ClassTree type, Tree member) {
    return type.getKind() == Tree.Kind.RECORD
        && member instanceof VariableTree
        && positions.getStartPosition(unit, member) < openingBrace(type);
  }

  private static boolean isConstant(ClassTree type, Tree member) {
    if (type.getKind() != Tree.Kind.ENUM || !(member instanceof VariableTree field)) {
      return false;
    }
    ModifiersTree modifiers = field.getModifiers();
    return field.getInitializer() != null
        && modifiers.getFlags().contains(Modifier.STATIC)
        && field.getInitializer().getKind() == Tree.Kind.NEW_CLASS
        && field.getType().toString().equals(type.getSimpleName().toString())
        && isFirstOfConstants(field);
  }

  /** A constant has no type in the text, a field has. */
  private static boolean isFirstOfConstants(VariableTree field) {
    return field.toString().contains("/*public static final*/");
  }

  private int openingBrace(ClassTree type) {
    int at = (int) positions.getStartPosition(unit, type);
    Tree modifiers = type.getModifiers();
    long after = positions.getEndPosition(unit, modifiers);
    return JavaText.openingBrace(text, after < 0 ? at : (int) after);
  }

  /** The end of the last line of a tree, behind a comment on that line. */
  private int lineEnd(Tree tree, int at) {
    int start = (int) positions.getStartPosition(unit, tree);
    int end = (int) positions.getEndPosition(unit, tree);
    if (start < at
        || end < 0
        || !text.substring(text.lastIndexOf('\n', start) + 1, start).isBlank()) {
      throw new Crowded();
    }
    return restOfLine(end);
  }

  private int lineEndOrList(Tree constant) {
    int end = (int) positions.getEndPosition(unit, constant);
    while (end < text.length() && (text.charAt(end) == ',' || text.charAt(end) == ';')) {
      end++;
    }
    return restOfLine(end);
  }

  private int restOfLine(int end) {
    int line = text.indexOf('\n', end);
    line = line < 0 ? text.length() : line;
    String rest = text.substring(end, line).strip();
    if (!rest.isEmpty()
        && !rest.equals(";")
        && !rest.startsWith("//")
        && !(rest.startsWith("/*") && rest.endsWith("*/"))) {
      throw new Crowded();
    }
    return line;
  }
}
