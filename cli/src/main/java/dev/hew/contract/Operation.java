package dev.hew.contract;

import dev.hew.report.Position;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One method of one path.
 *
 * @param place for example {@code #/paths/~1pets/get}
 * @param position where the method's key stands
 * @param method upper case, for example {@code GET}
 * @param operationId as written; not promised to be unique
 * @param tags as written, possibly none
 * @param parameters the path's and the operation's own merged (the operation's win), in the order of the document
 * @param responses in the order of the document
 * @param security alternatives, each a set of schemes needed together; empty when everybody may call
 */
public record Operation(
    Place place,
    Position position,
    String method,
    PathTemplate path,
    Optional<String> operationId,
    List<String> tags,
    Optional<String> summary,
    Optional<String> description,
    boolean deprecated,
    List<Parameter> parameters,
    Optional<RequestBody> body,
    List<Response> responses,
    List<SecurityRequirement> security) {

  /**
   * Whether every request has to carry a parameter: because it is required, or because the contract has an answer to
   * changes that do not say which version they are meant for (428).
   */
  public boolean demands(Parameter parameter) {
    return parameter.required() || parameter.isHeader("If-Match") && documents(428);
  }

  /** Whether there is an answer for exactly this status. */
  public boolean documents(int status) {
    return responses.stream().anyMatch(r -> r.status().text().equals(Integer.toString(status)));
  }

  /** The parameter that is a header of this name. */
  public Optional<Parameter> header(String name) {
    return parameters.stream().filter(p -> p.isHeader(name)).findFirst();
  }

  /**
   * The names that other parameters are sent by in the place of this one. A {@code deepObject} is not sent by its name
   * alone.
   */
  public Set<String> namesBeside(Parameter parameter) {
    return parameters.stream()
        .filter(p -> p.in() == parameter.in() && !p.name().equals(parameter.name()))
        .filter(p -> p.style() != Parameter.Style.DEEP_OBJECT)
        .map(Parameter::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * The responses that say that a right request went well, in the order of the contract: the 2XX, else {@code default},
   * else the first documented other one; empty when none or only 1XX are documented.
   */
  public List<Response> successes() {
    List<Response> good =
        responses.stream().filter(r -> r.status().hundreds() == 2).toList();
    if (!good.isEmpty()) {
      return good;
    }
    List<Response> others =
        responses.stream().filter(r -> r.status().hundreds() != 1).toList();
    return others.stream()
        .filter(r -> r.status().isDefault())
        .findFirst()
        .or(() -> others.stream().findFirst())
        .stream()
        .toList();
  }

  /** Those of {@link #successes} that can mean that all went well: 2XX or {@code default}, but no documented failure. */
  public List<Response> goodAnswers() {
    return successes().stream()
        .filter(r -> r.status().hundreds() == 2 || r.status().isDefault())
        .toList();
  }
}
