package dev.hew.model;

import java.util.List;
import java.util.Optional;

/**
 * One operation with one kind of body, as a method.
 *
 * @param name the method's name, one to an operation in the whole service; an operation that takes bodies of different
 *     kinds is several endpoints of the same name
 * @param method upper case
 * @param path with its variables named as in the contract, or as the parameters are where those names are no words
 * @param contractPath the path as the contract writes it
 * @param place the operation's place in the contract, as {@code document#pointer}
 * @param consumes media types; empty when there is no body or any type will do
 * @param produces media types of the successful answers; empty when they have no body or any type will do
 * @param body the type of the body when it is read as a whole
 * @param bodySchema the name of the schema that a JSON body, or where there is no {@code body} one in parts, has to be
 *     held against, because its type says too little
 * @param bodyRequired whether the body must be there
 * @param onlyWithoutBody whether this is the form of the operation for requests that leave out their optional body
 * @param result what a successful answer holds
 */
public record Endpoint(
    String name,
    String method,
    Route path,
    Text contractPath,
    String place,
    Text summary,
    Text description,
    boolean deprecated,
    List<Text> consumes,
    List<Text> produces,
    List<Param> parameters,
    Optional<TypeUse> body,
    Optional<Text> bodySchema,
    boolean bodyRequired,
    boolean onlyWithoutBody,
    TypeUse result) {

  /**
   * A parameter of the method, the body aside.
   *
   * @param binding {@code path query header cookie field file}, or {@code styled} for a value in a form that needs
   *     taking apart
   * @param in {@code path query header cookie field}
   * @param style the contract's style in camel case, for example {@code deepObject}; {@code content} for JSON text
   * @param defaultValue what counts as sent when nothing is, as text
   * @param schema the name of the schema that the value is held against, where its type accepts more than the contract
   * @param others names of other parameters that are none of its properties, although each of its properties is a
   *     parameter too
   * @param renamed whether the method's name for it differs from the contract's
   */
  public record Param(
      String name,
      Text key,
      boolean renamed,
      String binding,
      String in,
      String style,
      boolean explode,
      Optional<Text> defaultValue,
      boolean required,
      boolean deprecated,
      TypeUse type,
      Optional<Text> schema,
      List<Text> others,
      Text doc) {

    /** Whether its name in a path is the contract's although the method's differs: it has to be a word there. */
    public boolean renamedInPath() {
      return renamed && key.isWord();
    }

    /** The style in capitals, for example {@code DEEP_OBJECT}. */
    public String styleConstant() {
      return Words.of(style).constant();
    }
  }

  Endpoint withoutBody() {
    return with(path, true);
  }

  Endpoint at(Route other) {
    return with(other, onlyWithoutBody);
  }

  private Endpoint with(Route otherPath, boolean without) {
    return new Endpoint(
        name,
        method,
        otherPath,
        contractPath,
        place,
        summary,
        description,
        deprecated,
        consumes,
        produces,
        parameters,
        body,
        bodySchema,
        bodyRequired,
        without,
        result);
  }

  /** Method and path as the contract writes them. */
  public Text call() {
    return Text.of(method + " ").with(contractPath);
  }

  /** Summary and description together. */
  public Text doc() {
    return summary.isEmpty()
        ? description
        : description.isEmpty() || summary.equals(description) ? summary : summary.and(description);
  }
}
