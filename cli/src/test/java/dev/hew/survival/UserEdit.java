package dev.hew.survival;

import static dev.hew.survival.ContractText.pick;

import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One way in which people edit a generated service.
 *
 * @param java whether it can touch what is compiled
 */
record UserEdit(String name, boolean java, Change edit) {
  private static final Predicate<RelPath> CONTROLLERS = p -> p.value().endsWith("Controller.java");
  private static final Predicate<RelPath> YAML =
      p -> p.value().matches("(compose|.*/application|.*/ci)\\.ya?ml");
  private static final Pattern IMPORT = Pattern.compile("import .*;\n");
  private static final Pattern STUB =
      Pattern.compile("default (ResponseEntity<.*>) (\\w+)\\(((?:[^()]|\\([^()]*\\))*)\\) \\{");

  /**
   * How a tool lays a service out.
   *
   * @param code the files that people write code into
   * @param types those of the contract's schemas
   * @param indent of members
   * @param controller how the names of controllers end
   */
  record Layout(
      Predicate<RelPath> code, Predicate<RelPath> types, String indent, String controller) {
    static final Layout HEW = new Layout(
        p -> p.value().matches("src/main/.*/(web|store)/\\w+\\.java"),
        p -> p.value().contains("/api/model/"),
        "  ",
        "Controller");

    /** OpenAPI Generator's for Spring, where controllers are the place for code. */
    static final Layout OPENAPI_GENERATOR = new Layout(
        p -> p.value().matches("src/main/.*/api/\\w+Controller\\.java"),
        p -> p.value().matches("src/main/.*/model/\\w+\\.java"),
        "    ",
        "Controller");

    /** JHipster's. */
    static final Layout JHIPSTER = new Layout(
        p -> p.value().matches("src/main/.*/(web/rest|repository|service)/\\w+\\.java"),
        p -> p.value().matches("src/main/.*/domain/\\w+\\.java"),
        "    ",
        "Resource");
  }

  /** How the edit is made. */
  @FunctionalInterface
  interface Change {
    FileTree in(FileTree service, Set<RelPath> aim, Random random);
  }

  /**
   * The service after the edit.
   *
   * @param aim files to edit rather than others
   * @throws ContractText.NotHere when there is nothing to edit in this way
   */
  FileTree applied(FileTree service, Set<RelPath> aim, Random random) {
    return edit.in(service, aim, random);
  }

  static List<UserEdit> all() {
    return all(Layout.HEW);
  }

  static List<UserEdit> all(Layout layout) {
    List<UserEdit> all = new ArrayList<>(inJava(layout));
    all.addAll(elsewhere(layout));
    return all;
  }

  private static List<UserEdit> inJava(Layout layout) {
    Predicate<RelPath> code = layout.code();
    String in = layout.indent();
    return List.of(
        java(
            "line added inside a method",
            code,
            (text, r) -> insertAfter(
                text,
                pick(bodies(text, in), r),
                in + in + "System.getLogger(\"mine\").log(System.Logger.Level.DEBUG, \"step "
                    + r.nextInt(1000) + "\");\n")),
        java(
            "line changed inside a method",
            code,
            (text, r) -> replaceOne(
                text,
                "(?m)^" + in + in + "(return .*;)$",
                in + in + "$1 // checked by hand " + r.nextInt(1000),
                r)),
        java("method added between others", code, (text, r) -> {
          int n = r.nextInt(1000);
          return insertAfter(
              text,
              pick(ends(text, in), r),
              "\n  /** Ours: not of the contract. */\n  static String helper" + n
                  + "(String text) {\n    return text.strip() + " + n + ";\n  }\n");
        }),
        java(
            "comment above a member",
            code,
            (text, r) -> replaceOne(
                text,
                "(?m)^(" + in + "(?:@Override|public|private|protected) .*|" + in + "@Override)$",
                "  // reviewed " + r.nextInt(1000) + "\n$1",
                r)),
        java(
            "class annotated",
            code,
            (text, r) -> replaceOne(
                text,
                "(?m)^(@?[\\w()\", ]*\n?(?:public |final )*class )",
                "// Owned by team " + r.nextInt(1000) + ".\n@SuppressWarnings(\"unused\")\n$1",
                r)),
        java(
            "field added",
            code,
            (text, r) -> replaceOne(
                text,
                "(?m)^((?:public |final )*class [^{;]*\\{)(\\}?)$",
                "$1\n  private static final String REGION = \"eu-" + r.nextInt(1000) + "\";\n$2",
                r)),
        java("dependency injected", CONTROLLERS, UserEdit::injected),
        new UserEdit("operation given behaviour", true, UserEdit::overridden),
        java("method added to a type", layout.types(), (text, r) -> {
          if (text.contains(" interface ")) {
            throw new ContractText.NotHere();
          }
          String method = "  /** Ours. */\n  public String shown" + r.nextInt(1000)
              + "() {\n    return \"<\" + this + \">\";\n  }\n}\n";
          return text.endsWith("{}\n")
              ? text.substring(0, text.length() - 2) + "\n" + method
              : text.substring(0, text.length() - 2) + "\n" + method;
        }),
        java(
            "file reformatted",
            code,
            (text, r) -> text.replaceAll("(?m)^((?:  )+)(?=\\S)", "$1$1")),
        java("imports reordered", code, (text, r) -> {
          List<String> imports = new ArrayList<>(
              IMPORT.matcher(text).results().map(MatchResult::group).toList());
          if (imports.size() < 2) {
            throw new ContractText.NotHere();
          }
          int start = text.indexOf("import ");
          int end = text.lastIndexOf("\nimport ") + 1;
          end = text.indexOf('\n', end) + 1;
          Collections.reverse(imports);
          return text.substring(0, start) + String.join("", imports) + text.substring(end);
        }),
        new UserEdit("file renamed", true, (tree, aim, r) -> {
          String ending = layout.controller();
          RelPath path = one(tree, p -> p.value().endsWith(ending + ".java"), aim, r);
          String name = path.name().replace(".java", "");
          String renamed =
              name.replace(ending, ending.equals("Resource") ? "Controller" : "Resource");
          String text = text(tree, path).replaceAll("\\b" + name + "\\b", renamed);
          return without(tree, path)
              .with(RelPath.of(path.folder() + "/" + renamed + ".java"), Content.of(text));
        }),
        new UserEdit("file deleted", true, (tree, aim, r) -> {
          List<RelPath> all = tree.files().keySet().stream()
              .filter(p -> p.value()
                  .matches(
                      "requests.http|compose.yaml|\\.editorconfig|README.md|.*/(HealthCheck|Local\\w+Application|\\w+"
                          + layout.controller() + ")\\.java"))
              .toList();
          return without(tree, pick(all, r));
        }));
  }

  private static List<UserEdit> elsewhere(Layout layout) {
    return List.of(
        file(
            "dependency added",
            "pom.xml",
            (text, r) -> replaceOne(
                text,
                "(?m)^" + layout.indent().repeat(2) + "(?:</dependency>|<dependency>)$",
                r,
                m -> m.strip().startsWith("</")
                    ? m + "\n" + dependency(r).stripTrailing()
                    : dependency(r) + m)),
        file("version changed", "pom.xml", (text, r) -> {
          Matcher version =
              Pattern.compile("<version>(\\d+\\.\\d+\\.)(\\d+)</version>").matcher(text);
          return pickReplaced(
              text,
              version,
              r,
              m -> "<version>" + m.group(1) + (Integer.parseInt(m.group(2)) + 1) + "</version>");
        }),
        file("action bumped by a bot", ".github/workflows/ci.yml", (text, r) -> {
          Matcher version = Pattern.compile("(uses: [\\w/-]+@v)(\\d+)").matcher(text);
          return pickReplaced(
              text, version, r, m -> m.group(1) + (Integer.parseInt(m.group(2)) + 1));
        }),
        file(
            "property and plugin added",
            "pom.xml",
            (text, r) -> text.replace(
                    "  </properties>",
                    "    <mine.version>1." + r.nextInt(1000) + "</mine.version>\n  </properties>")
                .replace(
                    "    </plugins>",
                    "      <plugin>\n        <groupId>org.jacoco</groupId>\n        <artifactId>jacoco-maven-plugin</artifactId>\n      </plugin>\n    </plugins>")),
        new UserEdit("YAML comment", false, (tree, aim, r) -> {
          RelPath path = one(tree, YAML, aim, r);
          return tree.with(
              path,
              Content.of(replaceOne(
                  text(tree, path),
                  "(?m)^( *)([\\w-]+:.*)$",
                  "$1# why: ticket " + r.nextInt(1000) + "\n$1$2",
                  r)));
        }),
        file(
            "YAML keys added",
            "src/main/resources/application.yaml",
            (text, r) ->
                text.replaceFirst("(?m)^spring:\n", "spring:\n  main:\n    banner-mode: \"off\"\n")
                    + "logging:\n  level:\n    root: info # " + r.nextInt(1000) + "\n"),
        file(
            "CI job and step added",
            ".github/workflows/ci.yml",
            (text, r) -> replaceOne(
                    text,
                    "(?m)^      - (?:uses|run): .*$",
                    r,
                    m -> "      - run: echo step " + r.nextInt(1000) + "\n" + m)
                + "  lint:\n    runs-on: ubuntu-latest\n    steps:\n      - run: ./lint.sh "
                + r.nextInt(1000) + "\n"),
        new UserEdit("port changed", false, (tree, aim, r) -> {
          FileTree changed = tree;
          for (String name : List.of(
              "src/main/resources/application.yaml",
              "src/main/resources/application.properties",
              "compose.yaml",
              "Dockerfile")) {
            RelPath path = RelPath.of(name);
            if (changed.get(path).isPresent()) {
              changed = changed.with(
                  path,
                  Content.of(text(changed, path)
                      .replaceFirst("(?m)^server:\n", "server:\n  port: 9090\n")
                      .replaceFirst("(?m)^server.port=8080$", "server.port=9090")
                      .replaceFirst("8080:8080", "9090:9090")
                      .replaceFirst("EXPOSE 8080", "EXPOSE 9090")));
            }
          }
          return changed;
        }),
        file(
            "Dockerfile lines added",
            "Dockerfile",
            (text, r) -> replaceOne(
                text,
                "(?m)^(?:USER|WORKDIR|ENV|EXPOSE) .*$",
                r,
                m -> "LABEL team=\"" + r.nextInt(1000) + "\"\n" + m + "\nENV TZ=UTC")),
        file(
            "README section added",
            "README.md",
            (text, r) -> replaceOne(
                text,
                "(?m)^## .*$",
                r,
                m -> "## For our team\n\nSee the handbook, page " + r.nextInt(1000) + ".\n\n" + m)),
        new UserEdit("ignored files added", false, (tree, aim, r) -> {
          RelPath path = RelPath.of(r.nextBoolean() ? ".gitignore" : ".dockerignore");
          return tree.with(path, Content.of(text(tree, path) + "local-" + r.nextInt(1000) + "/\n"));
        }),
        file(
            "table added to the first migration",
            "src/main/resources/db/migration/V1__create_tables.sql",
            (text, r) ->
                text + "\ncreate table mine_" + r.nextInt(1000) + " (id bigint primary key);\n"));
  }

  private static UserEdit java(
      String name, Predicate<RelPath> where, BiFunction<String, Random, String> edit) {
    return new UserEdit(name, true, (tree, aim, r) -> {
      for (RelPath path : shuffled(tree, where, aim, r)) {
        try {
          return tree.with(path, Content.of(edit.apply(text(tree, path), r)));
        } catch (ContractText.NotHere e) {
          // another file may have what this one lacks
        }
      }
      throw new ContractText.NotHere();
    });
  }

  private static UserEdit file(String name, String path, BiFunction<String, Random, String> edit) {
    return new UserEdit(name, false, (tree, aim, r) -> {
      if (tree.get(RelPath.of(path)).isEmpty()) {
        throw new ContractText.NotHere();
      }
      return tree.with(RelPath.of(path), Content.of(edit.apply(text(tree, RelPath.of(path)), r)));
    });
  }

  private static String dependency(Random r) {
    return "    <dependency>\n      <groupId>org.apache.commons</groupId>\n      <artifactId>commons-text</artifactId>\n"
        + "      <version>1." + r.nextInt(1000) + "</version>\n    </dependency>\n";
  }

  /** A constructor argument and its field, with a type of the JDK's. */
  private static String injected(String text, Random r) {
    Matcher constructor =
        Pattern.compile("(?m)^  (\\w+Controller)\\(([^)]*)\\) \\{\n").matcher(text);
    if (!constructor.find()) {
      throw new ContractText.NotHere();
    }
    String clock = "clock" + r.nextInt(1000);
    return text.substring(0, constructor.start())
            .replaceFirst(
                "(?m)^(class [^{]*\\{\n)", "$1  private final java.time.Clock " + clock + ";\n")
        + "  " + constructor.group(1) + "(" + constructor.group(2) + ", java.time.Clock " + clock
        + ") {\n    this." + clock
        + " = " + clock + ";\n" + text.substring(constructor.end());
  }

  /** A stub of an API gets a method of its own in the controller. */
  private static FileTree overridden(FileTree tree, Set<RelPath> aim, Random r) {
    for (RelPath path : shuffled(tree, CONTROLLERS, aim, r)) {
      String text = text(tree, path);
      String api = text(
          tree,
          RelPath.of(
              path.value().replace("/web/", "/api/").replace("Controller.java", "Api.java")));
      List<MatchResult> stubs = STUB.matcher(api)
          .results()
          .filter(m -> !text.contains(" " + m.group(2) + "("))
          .toList();
      if (stubs.isEmpty()) {
        continue;
      }
      MatchResult stub = pick(stubs, r);
      String parameters = stub.group(3)
          .replaceAll("@\\w+(?:\\((?:\"(?:[^\"\\\\]|\\\\.)*\"|[^()\"])*\\))?\\s+", "")
          .strip();
      String head = stub.group(1) + " " + stub.group(2) + "(" + parameters + ")";
      String method = "\n  @Override\n  public " + head
          + " {\n    throw new UnsupportedOperationException(\"soon " + r.nextInt(1000)
          + "\");\n  }\n}\n";
      String imports = Arrays.stream(api.split("\n"))
          .filter(l -> l.startsWith("import ") && !text.contains(l))
          .filter(
              l -> head.matches("(?s).*\\b" + l.replaceAll("import .*\\.(\\w+);", "$1") + "\\b.*"))
          .map(l -> l + "\n")
          .reduce("", String::concat);
      int end = text.lastIndexOf('}');
      String before = text.substring(0, end);
      before = before.endsWith("\n") ? before : before + "\n";
      int at = before.indexOf("import ");
      return tree.with(
          path, Content.of(before.substring(0, at) + imports + before.substring(at) + method));
    }
    throw new ContractText.NotHere();
  }

  private static RelPath one(FileTree tree, Predicate<RelPath> where, Set<RelPath> aim, Random r) {
    List<RelPath> all = shuffled(tree, where, aim, r);
    return pick(all.subList(0, Math.min(1, all.size())), r);
  }

  /** In any order, but those aimed at first. */
  private static List<RelPath> shuffled(
      FileTree tree, Predicate<RelPath> where, Set<RelPath> aim, Random r) {
    List<RelPath> all =
        new ArrayList<>(tree.files().keySet().stream().filter(where).toList());
    Collections.shuffle(all, r);
    all.sort(Comparator.comparing(path -> !aim.contains(path)));
    return all;
  }

  private static String text(FileTree tree, RelPath path) {
    return tree.get(path).orElseThrow(ContractText.NotHere::new).text();
  }

  static FileTree without(FileTree tree, RelPath path) {
    TreeMap<RelPath, Content> files = new TreeMap<>(tree.files());
    files.remove(path);
    return new FileTree(files);
  }

  private static String insertAfter(String text, int at, String line) {
    return text.substring(0, at) + line + text.substring(at);
  }

  /** Where the bodies of methods start. */
  private static List<Integer> bodies(String text, String in) {
    return Pattern.compile("(?m)^(?:" + in + "(?:public|private|protected|static|default) [^=\n]*|"
            + in + "    [^=\n]*)\\) \\{\n")
        .matcher(text)
        .results()
        .map(MatchResult::end)
        .toList();
  }

  /** Where members with bodies end. */
  private static List<Integer> ends(String text, String in) {
    return Pattern.compile("(?m)^" + in + "}\n")
        .matcher(text)
        .results()
        .map(MatchResult::end)
        .toList();
  }

  private static String replaceOne(String text, String pattern, String replacement, Random r) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    return pickReplaced(
        text,
        matcher,
        r,
        m -> Pattern.compile(pattern).matcher(m.group()).replaceFirst(replacement));
  }

  private static String replaceOne(
      String text, String pattern, Random r, java.util.function.UnaryOperator<String> edit) {
    return pickReplaced(
        text, Pattern.compile(pattern).matcher(text), r, m -> edit.apply(m.group()));
  }

  private static String pickReplaced(
      String text,
      Matcher matcher,
      Random r,
      java.util.function.Function<MatchResult, String> edit) {
    MatchResult found = pick(matcher.results().toList(), r);
    return text.substring(0, found.start()) + edit.apply(found) + text.substring(found.end());
  }
}
