package dev.hew.pack;

import dev.hew.render.RenderException;
import dev.hew.render.Renderer;
import dev.hew.report.Checked;
import dev.hew.report.Diagnostic;
import dev.hew.report.Position;
import dev.hew.tree.Content;
import dev.hew.tree.RelPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Works out which files a pack wants for a service, and fills their templates. */
public final class PackFiles {
  private static final String TEMPLATE = ".ftl";
  private final Pack pack;
  private final Renderer renderer;
  private final Function<Object, String> pointerOf;

  /**
   * @param pointerOf names the part of the contract that an item of a repetition was made of
   */
  public PackFiles(Pack pack, Renderer renderer, Function<Object, String> pointerOf) {
    this.pack = pack;
    this.renderer = renderer;
    this.pointerOf = pointerOf;
  }

  static String templatePath(String path) {
    return path.endsWith(TEMPLATE) ? path.substring(0, path.length() - TEMPLATE.length()) : path;
  }

  /** What files are made of: templates, and files that are copied as they are. */
  public List<RelPath> sources() {
    return List.copyOf(pack.files().files().keySet());
  }

  /**
   * The files that one source becomes: none, one, or one for each item of a list. May be called by several threads at
   * once.
   */
  public Checked<List<Wanted>> wanted(RelPath source) {
    try {
      return filled(source, pack.files().get(source).orElseThrow());
    } catch (RenderException e) {
      return Checked.failed(Diagnostic.error("pack-template", place(e), e.getMessage())
          .withHint("correct the template; `templates/README.md` says what it may use"));
    }
  }

  /** The files of all sources, of which no two may have the same path. */
  public static Checked<List<Wanted>> together(List<Checked<List<Wanted>>> parts) {
    return Checked.all(parts).then(lists -> {
      List<Wanted> all = lists.stream().flatMap(List::stream).toList();
      List<Diagnostic> problems = new ArrayList<>();
      Map<String, Wanted> byPath = new HashMap<>();
      for (Wanted file : all) {
        Wanted other = byPath.put(file.path().value(), file);
        if (other != null) {
          problems.add(Diagnostic.error(
                  "pack-same-path",
                  "`" + file.id() + "` and `" + other.id() + "` both want to be `" + file.path()
                      + "`")
              .withHint("give one of them another path, or both a `when`"));
        }
      }
      return Checked.of(all, problems);
    });
  }

  /** Where a mistake stands: in a template, or in the expression of a rule. */
  private Position place(RenderException mistake) {
    return pack.rules().stream()
        .filter(rule -> rule.evaluates(mistake.template()))
        .findFirst()
        .map(FileRule::position)
        .orElseGet(() -> new Position(
            pack.places().getOrDefault(mistake.template(), pack.name() + "/" + mistake.template()),
            Math.max(1, mistake.line()),
            Math.max(1, mistake.column())));
  }

  private Checked<List<Wanted>> filled(RelPath path, Content content) {
    List<Wanted> all = new ArrayList<>();
    List<Diagnostic> problems = new ArrayList<>();
    String template = templatePath(path.value());
    List<FileRule> rules =
        pack.rules().stream().filter(r -> r.matches(template)).toList();
    Owner owner =
        rules.stream().flatMap(r -> r.owner().stream()).reduce((a, b) -> b).orElse(Owner.BOTH);
    boolean executable = rules.stream().anyMatch(FileRule::executable);
    Optional<String> each = rules.stream().flatMap(r -> r.each().stream()).reduce((a, b) -> b);
    String place =
        rules.stream().flatMap(r -> r.as().stream()).reduce((a, b) -> b).orElse(template);
    Optional<Position> asked =
        rules.stream().filter(r -> r.as().isPresent()).map(FileRule::position).reduce((a, b) -> b);
    List<Map<String, Object>> scopes = new ArrayList<>();
    if (each.isEmpty()) {
      scopes.add(Map.of());
    } else {
      String[] parts = each.get().split(" as ", 2);
      for (Object item : renderer.list(parts[0], Map.of())) {
        scopes.add(Map.of(parts[1].strip(), item));
      }
    }
    for (Map<String, Object> scope : scopes) {
      boolean written = rules.stream()
          .flatMap(r -> r.when().stream())
          .allMatch(when -> Boolean.TRUE.equals(renderer.evaluate(when, scope)));
      if (written) {
        String pointer = scope.values().stream().map(pointerOf).findFirst().orElse("");
        Optional<RelPath> target =
            target(renderer.path(place, scope), asked.orElseGet(() -> start(path)), problems);
        if (target.isEmpty()) {
          break;
        }
        boolean filled = path.value().endsWith(TEMPLATE);
        Content text =
            filled ? Content.of(renderer.fill("files/" + path, content.text(), scope)) : content;
        all.add(
            new Wanted(template + "#" + pointer, target.get(), owner, text.executable(executable)));
      }
    }
    return Checked.of(all, problems);
  }

  /** Where a template stands. */
  private Position start(RelPath template) {
    String file = "files/" + template;
    return new Position(pack.places().getOrDefault(file, pack.name() + "/" + file), 1, 1);
  }

  /** Where a file goes: into the service, and neither into what is git's there nor into what is hew's. */
  private static Optional<RelPath> target(
      String path, Position position, List<Diagnostic> problems) {
    try {
      RelPath target = RelPath.of(path);
      if (!target.hasPart(".git") && !target.hasPart(".hew")) {
        return Optional.of(target);
      }
    } catch (IllegalArgumentException e) {
      // said below, with the place
    }
    problems.add(Diagnostic.error("pack-path", position, "hew writes no file at `" + path + "`")
        .withHint("a path in the service, outside of `.git` and `.hew`"));
    return Optional.empty();
  }
}
