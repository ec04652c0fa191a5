package dev.hew;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The rules of the house over the packages below one root, so that they can be tried on planted violations too. */
final class ArchitectureRules {
  private static final List<String> WORDS = List.of("report", "tree", "yaml", "code");
  private static final List<String> LINE_ONE = List.of(
      "contract",
      "spec",
      "markdown",
      "model",
      "resource",
      "storage",
      "cases",
      "pack",
      "render",
      "lock",
      "merge",
      "change",
      "schema",
      "compat",
      "client",
      "verify");
  private static final List<String> LINE_TWO = List.of("split");
  private static final List<String> EDGES =
      List.of("disk", "git", "openapigen", "compiler", "rewrite", "http", "program");

  private static final Set<String> WORLD = Set.of(
      "java.nio.file.Files",
      "java.nio.file.FileSystems",
      "java.nio.channels.FileChannel",
      "java.io.File",
      "java.io.FileInputStream",
      "java.io.FileOutputStream",
      "java.io.FileReader",
      "java.io.FileWriter",
      "java.io.RandomAccessFile",
      "java.lang.ProcessBuilder",
      "java.net.Socket",
      "java.net.URLConnection",
      "java.net.http.HttpClient");
  private static final Set<String> MOOD = Set.of(
      "java.time.Clock",
      "java.util.Random",
      "java.util.SplittableRandom",
      "java.util.concurrent.ThreadLocalRandom",
      "java.security.SecureRandom");
  private static final Set<String> MOOD_CALLS = Set.of(
      "java.lang.System.currentTimeMillis()",
      "java.lang.System.nanoTime()",
      "java.lang.System.getenv()",
      "java.lang.System.getenv(java.lang.String)",
      "java.lang.System.getProperty(java.lang.String)",
      "java.lang.System.lineSeparator()",
      "java.lang.Math.random()",
      "java.util.UUID.randomUUID()",
      "java.util.Locale.getDefault()",
      "java.util.TimeZone.getDefault()",
      "java.time.ZoneId.systemDefault()",
      "java.time.Instant.now()",
      "java.time.LocalDate.now()",
      "java.time.LocalDateTime.now()",
      "java.time.OffsetDateTime.now()",
      "java.time.ZonedDateTime.now()",
      "java.time.Year.now()",
      "java.nio.charset.Charset.defaultCharset()",
      "java.lang.String.getBytes()",
      "java.lang.String.<init>([B)",
      "java.lang.String.toLowerCase()",
      "java.lang.String.toUpperCase()",
      "java.lang.String.format(java.lang.String, [Ljava.lang.Object;)",
      "java.lang.String.formatted([Ljava.lang.Object;)");

  private final String root;

  /** The rules for the packages below {@code root}, such as {@code dev.hew}. */
  ArchitectureRules(String root) {
    this.root = root;
  }

  /** Every rule by a short name. */
  Map<String, ArchRule> all() {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    rules.put("words", words());
    rules.put("lines", lines());
    rules.put("edges", edges());
    rules.put("edges-callers", edgesCallers());
    rules.put("flow", flow());
    rules.put("shell", shell());
    rules.put("line-one", apart(LINE_ONE, LINE_TWO));
    rules.put("line-two", apart(LINE_TWO, LINE_ONE));
    rules.put("cycles", cycles());
    rules.put("world", world());
    rules.put("mood", mood());
    rules.put("output", output());
    rules.put(
        "door-picocli",
        door(Set.of("command", ""), "commands alone know how arguments are written", "picocli"));
    rules.put(
        "door-freemarker",
        door(Set.of("render"), "another template engine must touch one package", "freemarker"));
    rules.put(
        "door-yaml",
        door(
            Set.of("yaml"),
            "all text becomes nodes with positions in one place",
            "org.snakeyaml.engine",
            "org.yaml"));
    rules.put(
        "door-jackson",
        door(
            Set.of("yaml", "report", "schema"),
            "JSON is read in yaml and written in report; networknt, behind schema, speaks Jackson",
            "com.fasterxml.jackson"));
    rules.put(
        "door-schema",
        door(
            Set.of("schema"),
            "validators and automata disagree in details that only schema should know",
            "com.networknt",
            "dk.brics",
            "com.github.curiousoddman"));
    rules.put(
        "door-markdown",
        door(Set.of("markdown"), "what Markdown means is decided once", "org.commonmark"));
    rules.put(
        "door-merge",
        door(
            Set.of("merge", "git"),
            "one way to compare lines, and renames in git",
            "org.eclipse.jgit.diff",
            "org.eclipse.jgit.merge"));
    rules.put("door-git", gitDoor());
    rules.put(
        "door-compiler",
        door(Set.of("compiler"), "the compiler's trees are huge", "com.sun.source", "javax.tools"));
    rules.replaceAll(
        (name, rule) -> rule.allowEmptyShould(true)); // packages that are still to come
    return rules;
  }

  private ArchRule words() {
    return noClasses()
        .that(in(WORDS))
        .should()
        .dependOnClassesThat(ownBut(WORDS))
        .because("everyone speaks the words, so that they may know nobody");
  }

  private ArchRule lines() {
    return noClasses()
        .that(in(concat(LINE_ONE, LINE_TWO)))
        .should()
        .dependOnClassesThat(ownBut(concat(WORDS, LINE_ONE, LINE_TWO)))
        .because(
            "dependencies run shell -> flow -> lines -> words, and a line does not touch the world");
  }

  private ArchRule edges() {
    return noClasses()
        .that(in(EDGES))
        .should()
        .dependOnClassesThat(ownBut(concat(WORDS, EDGES)))
        .because("edges are called by flows and know no line's rules");
  }

  private ArchRule edgesCallers() {
    return noClasses()
        .that(not(in(concat(EDGES, List.of("flow")))))
        .should()
        .dependOnClassesThat(in(EDGES))
        .because(
            "a flow says when the world is touched, so that --dry-run is the same line without the last step");
  }

  private ArchRule flow() {
    return noClasses()
        .that(in(List.of("flow")))
        .should()
        .dependOnClassesThat(in(List.of("command", "")))
        .because("a flow can be run without a command line");
  }

  private ArchRule shell() {
    return noClasses()
        .that(not(in(List.of(""))))
        .should()
        .dependOnClassesThat(in(List.of("")))
        .because("the main class is where everything starts and nothing returns to");
  }

  private ArchRule apart(List<String> line, List<String> other) {
    return noClasses()
        .that(in(line))
        .should()
        .dependOnClassesThat(in(other))
        .because("the two lines meet only in flow, over a hew.yaml and an OpenAPI text");
  }

  private ArchRule cycles() {
    return slices()
        .matching(root + ".(**)")
        .should()
        .beFreeOfCycles()
        .because("packages in a circle are one package");
  }

  private ArchRule world() {
    return noClasses()
        .that(not(in(EDGES)))
        .should()
        .dependOnClassesThat(named(WORLD))
        .because("only the edges touch files, processes and the network");
  }

  private ArchRule mood() {
    return noClasses()
        .that(not(in(concat(EDGES, List.of("command", "")))))
        .should()
        .dependOnClassesThat(named(MOOD))
        .orShould()
        .accessTargetWhere(target("a clock, a locale, the environment or chance", MOOD_CALLS))
        .because(
            "the same input gives the same bytes, everywhere and always; today comes from the command");
  }

  private ArchRule output() {
    return noClasses()
        .that(not(in(List.of(""))))
        .should()
        .accessTargetWhere(target(
            "the process's output or end",
            Set.of(
                "java.lang.System.out",
                "java.lang.System.err",
                "java.lang.System.exit(int)",
                "java.lang.Runtime.exit(int)",
                "java.lang.Runtime.halt(int)",
                "java.lang.Throwable.printStackTrace()")))
        .because("what is printed and how it ends is decided once, in the main class");
  }

  private ArchRule gitDoor() {
    return noClasses()
        .that(not(in(List.of("git"))))
        .should()
        .dependOnClassesThat(resideInAnyPackage("org.eclipse.jgit..")
            .and(not(resideInAnyPackage("org.eclipse.jgit.diff..", "org.eclipse.jgit.merge.."))))
        .because("repositories are opened, read and written in one place");
  }

  /** Only {@code owners} use the libraries under {@code libraries}; the owner {@code ""} is the main class's package. */
  private ArchRule door(Set<String> owners, String why, String... libraries) {
    String[] patterns = Stream.of(libraries).map(library -> library + "..").toArray(String[]::new);
    return noClasses()
        .that(not(in(List.copyOf(owners))))
        .should()
        .dependOnClassesThat(resideInAnyPackage(patterns))
        .because(why);
  }

  /** Packages that hold classes and do not say in a {@code package-info.java} what they are for, in path order. */
  static List<Path> unexplainedPackages(Path sources) {
    try (Stream<Path> files = Files.walk(sources)) {
      Set<Path> unexplained = new TreeSet<>();
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        Path info = file.resolveSibling("package-info.java");
        if (!Files.exists(info) || !Files.readString(info).startsWith("/** ")) {
          unexplained.add(sources.relativize(file.getParent()));
        }
      }
      return List.copyOf(unexplained);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private DescribedPredicate<JavaClass> in(List<String> packages) {
    return resideInAnyPackage(packages.stream()
        .map(name -> name.isEmpty() ? root : root + "." + name + "..")
        .toArray(String[]::new));
  }

  private DescribedPredicate<JavaClass> ownBut(List<String> packages) {
    return resideInAnyPackage(root + "..").and(not(in(packages)));
  }

  private static DescribedPredicate<JavaClass> named(Set<String> names) {
    return DescribedPredicate.describe(
        "belong to the outer world", type -> names.contains(type.getName()));
  }

  private static DescribedPredicate<JavaAccess<?>> target(String description, Set<String> names) {
    return DescribedPredicate.describe(
        description, access -> names.contains(access.getTarget().getFullName()));
  }

  @SafeVarargs
  private static List<String> concat(List<String>... lists) {
    return Stream.of(lists).flatMap(List::stream).toList();
  }
}
