package dev.hew.pack;

import java.util.List;

/**
 * A pack that another one may lie over.
 *
 * @param name its name and version, for example {@code spring-boot@1}
 * @param templates the files that it brings itself, by their path in {@code files/} without {@code .ftl}, sorted
 */
public record Layer(String name, List<String> templates) {
  public Layer {
    templates = List.copyOf(templates);
  }
}
