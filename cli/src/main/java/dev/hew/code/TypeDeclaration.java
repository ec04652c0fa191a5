package dev.hew.code;

import java.util.List;
import java.util.Optional;

/**
 * A class, interface, enum, record or annotation.
 *
 * @param name within its package; a nested type's with its owners': {@code Order.Line}
 * @param typeParameters their names
 * @param supertypes what it extends and implements, as written
 * @param references what its text mentions, everything inside local and anonymous classes included
 * @param handovers its calls that may store or fetch what they are given
 * @param texts the string literals that may name something beyond Java: SQL, queries, views
 */
public record TypeDeclaration(
    String name,
    Kind kind,
    int line,
    boolean isAbstract,
    List<String> typeParameters,
    List<String> supertypes,
    List<Annotation> annotations,
    List<Field> fields,
    List<Method> methods,
    List<Reference> references,
    List<Handover> handovers,
    List<Text> texts) {

  public TypeDeclaration {
    typeParameters = List.copyOf(typeParameters);
    supertypes = List.copyOf(supertypes);
    annotations = List.copyOf(annotations);
    fields = List.copyOf(fields);
    methods = List.copyOf(methods);
    references = List.copyOf(references);
    handovers = List.copyOf(handovers);
    texts = List.copyOf(texts);
  }

  /** What kind of type it is. */
  public enum Kind {
    CLASS,
    INTERFACE,
    ENUM,
    RECORD,
    ANNOTATION
  }

  /** The same with what its text mentions. */
  TypeDeclaration with(List<Reference> newReferences) {
    return new TypeDeclaration(
        name,
        kind,
        line,
        isAbstract,
        typeParameters,
        supertypes,
        annotations,
        fields,
        methods,
        newReferences,
        handovers,
        texts);
  }

  /** Whether it stands inside another type. */
  public boolean nested() {
    return name.indexOf('.') >= 0;
  }

  /** The name of the outermost type around it, which is its own when nothing is around it. */
  public String topLevel() {
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  /** The last part of the name. */
  public String simpleName() {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** The first annotation of one of these simple names. */
  public Optional<Annotation> annotation(String... names) {
    return Annotation.find(annotations, names);
  }

  /**
   * A field or a record's component.
   *
   * @param type as written, type arguments included
   * @param constant the value of a {@code static final} text or number, names in a sum as in {@link
   *     Annotation#NAME_STARTS}; empty for any other field
   * @param made whether it begins as an object of its own: {@code new ...}
   */
  public record Field(
      String name,
      String type,
      int line,
      boolean isStatic,
      boolean isFinal,
      String constant,
      boolean made,
      List<Annotation> annotations) {
    public Field {
      annotations = List.copyOf(annotations);
    }
  }

  /**
   * A method or constructor.
   *
   * @param name {@code <init>} for a constructor
   * @param type what it returns, as written; empty for a constructor
   * @param parameters the parameters' types, as written
   * @param isAbstract whether it has no body, for a class below to write
   * @param observed the annotations of its parameters that make it hear of events
   * @param returned the texts that it returns: literals, and the names of constants
   */
  public record Method(
      String name,
      String type,
      List<String> parameters,
      int line,
      boolean isPublic,
      boolean isStatic,
      boolean isAbstract,
      List<Annotation> annotations,
      List<Annotation> observed,
      List<String> returned) {
    public Method {
      parameters = List.copyOf(parameters);
      annotations = List.copyOf(annotations);
      observed = List.copyOf(observed);
      returned = List.copyOf(returned);
    }
  }

  /**
   * A string literal; parts that are no literals stand as a blank question mark.
   *
   * @param member the method around it, empty outside of one
   * @param call the method or constructor that it is an argument of, {@code @} and its name for an annotation, {@code =} and
   *     its name for a variable that is given it; empty when it is none of these
   * @param named the same with names of constants as in {@link Annotation#NAME_STARTS}; empty when there are none
   * @param joined whether several statements put it together, whose texts are there too
   */
  public record Text(
      String value, String member, String call, int line, String named, boolean joined) {}
}
