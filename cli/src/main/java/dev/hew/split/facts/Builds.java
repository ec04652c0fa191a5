package dev.hew.split.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Maven's and Gradle's modules: each folder that holds a build file, and which others it says that it needs. */
final class Builds {
  /** In the place of what a module needs: its build file does not say. */
  static final String UNKNOWN = "?";

  /** In front of a Maven artifact, of Gradle's path of a project, and of Gradle's accessor for one. */
  static final String ARTIFACT = "artifact ";

  static final String PROJECT = "project ";
  static final String ACCESSOR = "accessor ";

  private static final Pattern GRADLE_PROJECT =
      Pattern.compile("\\bproject\\s{0,9}\\(?\\s{0,9}(?:path\\s{0,9}[:=]\\s{0,9})?[\"']([\\w.:-]++)[\"']");
  private static final Pattern GRADLE_ACCESSOR =
      Pattern.compile("\\(\\s{0,9}projects\\.(\\w++(?:\\.\\w++)*+)");

  /** What is needed for tests and for reports about others only. */
  private static final Pattern NOT_RUN =
      Pattern.compile("^\\s*+(?:test\\w*+|\\w{1,40}Test\\w{1,40}|jacoco\\w*+)\\b.*");

  private final TreeMap<String, String> names = new TreeMap<>();
  private final TreeMap<String, List<String>> needs = new TreeMap<>();

  /** Whether a file makes its folder a module. */
  static boolean isBuildFile(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.equals("pom.xml")
        || name.equals("build.gradle")
        || name.equals("build.gradle.kts")
        || name.equals("build.xml");
  }

  /**
   * @param root what an XML file says; a pom's own artifact names the module, else its folder does
   */
  void add(String path, Optional<XmlElement> root, String text) {
    String folder = path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
    String name = folder.isEmpty() ? "" : folder.substring(folder.lastIndexOf('/') + 1);
    Optional<XmlElement> pom = root.filter(r -> path.endsWith("pom.xml"));
    Optional<String> artifact = pom.flatMap(p -> child(p, "artifactId"))
        .map(c -> c.text().strip())
        .filter(own -> !own.isEmpty());
    artifact.ifPresentOrElse(own -> names.put(folder, own), () -> names.putIfAbsent(folder, name));
    if (pom.isPresent()) {
      // a module that reports on others has them, and runs none
      needs.put(folder, text.contains("report-aggregate") ? List.of() : maven(pom.get()));
    } else {
      needs.putIfAbsent(folder, path.endsWith(".xml") ? List.of(UNKNOWN) : gradle(text));
    }
  }

  private static Optional<XmlElement> child(XmlElement element, String name) {
    return element.children().stream().filter(c -> c.name().equals(name)).findFirst();
  }

  /** The artifacts that a pom and its profiles name, its parent's among them. */
  private static List<String> maven(XmlElement pom) {
    Stream<XmlElement> profiles = child(pom, "profiles").stream()
        .flatMap(all -> all.children().stream());
    Stream<XmlElement> own = Stream.concat(Stream.of(pom), profiles)
        .flatMap(one -> child(one, "dependencies").stream())
        .flatMap(all -> all.children().stream())
        .filter(one -> child(one, "scope").filter(s -> s.text().strip().equals("test")).isEmpty());
    return Stream.concat(child(pom, "parent").stream(), own)
        .flatMap(one -> child(one, "artifactId").stream())
        .map(artifact -> ARTIFACT + artifact.text().strip())
        .distinct()
        .toList();
  }

  private static List<String> gradle(String text) {
    List<String> found = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (!NOT_RUN.matcher(line).matches()) {
        Matcher project = GRADLE_PROJECT.matcher(line);
        while (project.find()) {
          found.add(PROJECT + project.group(1));
        }
        Matcher accessor = GRADLE_ACCESSOR.matcher(line);
        while (accessor.find()) {
          found.add(ACCESSOR + accessor.group(1));
        }
      }
    }
    return found;
  }

  /** A pom comes after the other build files of its folder. */
  void addAll(Map<String, String> more, Map<String, List<String>> moreNeeds) {
    names.putAll(more);
    needs.putAll(moreNeeds);
  }

  Map<String, String> names() {
    return names;
  }

  /** For each folder what its build file names of others. */
  Map<String, List<String>> needs() {
    return needs;
  }

  /** The nearest module's folder above a file; empty for the top. */
  String of(String path) {
    String folder = path;
    while (folder.contains("/")) {
      folder = folder.substring(0, folder.lastIndexOf('/'));
      if (names.containsKey(folder)) {
        return folder;
      }
    }
    return "";
  }
}
