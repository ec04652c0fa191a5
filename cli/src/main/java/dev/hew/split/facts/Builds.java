package dev.hew.split.facts;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Maven's and Gradle's modules: each folder that holds a build file. */
final class Builds {
  private final TreeMap<String, String> names = new TreeMap<>();

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
  void add(String path, Optional<XmlElement> root) {
    String folder = path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
    String name = folder.isEmpty() ? "" : folder.substring(folder.lastIndexOf('/') + 1);
    Optional<String> artifact = root.filter(r -> path.endsWith("pom.xml")).stream()
        .flatMap(r -> r.children().stream())
        .filter(c -> c.name().equals("artifactId"))
        .map(c -> c.text().strip())
        .filter(text -> !text.isEmpty())
        .findFirst();
    artifact.ifPresentOrElse(own -> names.put(folder, own), () -> names.putIfAbsent(folder, name));
  }

  /** A pom comes after the other build files of its folder. */
  void addAll(Map<String, String> more) {
    names.putAll(more);
  }

  Map<String, String> names() {
    return names;
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
