package dev.hew.resource;

import dev.hew.contract.Contract;
import dev.hew.contract.Operation;
import dev.hew.report.Diagnostic;
import dev.hew.report.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Everything that a contract keeps.
 *
 * @param all in the order in which their paths first stand in the contract
 */
public record Resources(List<Resource> all) {
  /** A whole segment that is a variable. */
  static final Pattern VARIABLE = Pattern.compile("\\{[^{}/]+}");

  private static final Pattern HOME = Pattern.compile("(/.*)?/[^{}/]+");

  public Resources {
    all = List.copyOf(all);
  }

  /**
   * Recognises the resources of a contract by the shape of its paths, bodies and answers.
   *
   * @param corrections what the user knows better, by the path of the collection or of the single thing
   */
  public static Resources of(Contract contract, Map<String, Correction> corrections) {
    Map<String, List<Operation>> byPath = byPath(contract);
    Map<String, Correction> known = new LinkedHashMap<>();
    corrections.forEach((path, correction) -> known.put(plain(path), correction));
    List<Resource> found = new ArrayList<>();
    for (String path : homes(byPath)) {
      Optional<Correction> correction = Optional.ofNullable(known.get(path));
      if (correction.map(Correction::kept).orElse(true)) {
        new Recogniser(contract.schemas(), byPath, path, correction.flatMap(Correction::key))
            .resource()
            .ifPresent(found::add);
      }
    }
    return new Resources(found.stream().map(r -> withParent(r, found)).toList());
  }

  /** What is wrong with the corrections that these follow: paths that lead nowhere, and keys that no item has. */
  public List<Diagnostic> problems(Contract contract, Map<String, Correction> corrections) {
    List<Diagnostic> problems = new ArrayList<>();
    List<String> homes = homes(byPath(contract));
    corrections.forEach((path, correction) -> {
      boolean none = correction.kept() && at(plain(path)).isEmpty();
      if (!homes.contains(plain(path))) {
        problems.add(
            Diagnostic.error(
                    "resource-unknown",
                    correction.position(),
                    "the contract has no collection `" + path + "`")
                .withLength(path.length())
                .withHint(
                    Nearest.to(path, homes)
                        .map(n -> "did you mean `" + n + "`?")
                        .orElse(
                            "name the path of a collection without the variable of its items, as the contract has it")));
      } else if (none || correction.kept() && at(plain(path)).get().key().isEmpty()) {
        problems.add(Diagnostic.error(
                "resource-key",
                correction.position(),
                none
                    ? "nothing is written at `" + path + "` that is given back"
                    : "the items of `" + path + "` have no property `"
                        + correction.key().orElse("") + "`")
            .withLength(path.length())
            .withHint(
                none ? "leave it out" : "`key` names a property of the items as they are read"));
      }
    });
    return problems;
  }

  /** The resource that an operation belongs to, with what it does there. */
  public Optional<Resource> of(Operation operation) {
    // in plain loops, as it is asked for every case
    for (Resource resource : all) {
      for (Resource.Member member : resource.members()) {
        if (isSame(member.operation(), operation)) {
          return Optional.of(resource);
        }
      }
    }
    return Optional.empty();
  }

  /** What an operation does; empty when it belongs to no resource. */
  public Optional<Role> role(Operation operation) {
    return of(operation)
        .flatMap(r -> r.members().stream()
            .filter(m -> isSame(m.operation(), operation))
            .map(Resource.Member::role)
            .findFirst());
  }

  /** The resource at a path. */
  public Optional<Resource> at(String path) {
    return all.stream().filter(r -> r.path().equals(path)).findFirst();
  }

  static Map<String, List<Operation>> byPath(Contract contract) {
    return contract.operations().stream()
        .collect(Collectors.groupingBy(
            o -> plain(o.path().text()), LinkedHashMap::new, Collectors.toList()));
  }

  /** The path without a slash at its end, which tells nothing. */
  private static String plain(String path) {
    return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private static boolean isSame(Operation one, Operation other) {
    return one.place().equals(other.place());
  }

  /** The paths that resources may live at: those that end in literal text, and what stands before a last variable. */
  static List<String> homes(Map<String, List<Operation>> byPath) {
    return byPath.keySet().stream()
        .map(path -> endsInVariable(path) ? parentOf(path) : path)
        .filter(Resources::isHome)
        .distinct()
        .toList();
  }

  private static boolean isHome(String path) {
    return HOME.matcher(path).matches();
  }

  private static boolean endsInVariable(String path) {
    return path.lastIndexOf('/') >= 0
        && VARIABLE.matcher(path.substring(path.lastIndexOf('/') + 1)).matches();
  }

  static String parentOf(String path) {
    return path.substring(0, path.lastIndexOf('/'));
  }

  private static Resource withParent(Resource resource, List<Resource> all) {
    String above = parentOf(resource.path());
    Optional<String> parent = all.stream()
        .filter(r -> r.itemPath().filter(above::equals).isPresent() && r.grows())
        .map(Resource::path)
        .findFirst();
    return new Resource(
        resource.path(),
        resource.variable(),
        resource.key(),
        resource.item(),
        parent,
        resource.singleton(),
        resource.members());
  }
}
