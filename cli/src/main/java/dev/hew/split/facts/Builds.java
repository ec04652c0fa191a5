package dev.hew.split.facts;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Maven's and Gradle's modules: each folder that holds a build file. */
final class Builds {
  private static final Pattern PARENT = Pattern.compile("(?s)<parent>.*?</parent>");
  private static final Pattern ARTIFACT =
      Pattern.compile("<artifactId>\\s*([^<]+?)\\s*</artifactId>");

  private final TreeMap<String, String> names = new TreeMap<>();

  /** Whether a file makes its folder a module. */
  static boolean isBuildFile(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.equals("pom.xml")
        || name.equals("build.gradle")
        || name.equals("build.gradle.kts")
        || name.equals("build.xml");
  }

  void add(String path, String text) {
    String folder = path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
    String name = folder.isEmpty() ? "" : folder.substring(folder.lastIndexOf('/') + 1);
    if (path.endsWith("pom.xml")) {
      Matcher artifact = ARTIFACT.matcher(PARENT.matcher(text).replaceFirst(""));
      if (artifact.find()) {
        names.put(folder, artifact.group(1));
        return;
      }
    }
    names.putIfAbsent(folder, name);
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
