package dev.hew.pack;

import java.util.List;
import java.util.Optional;

/**
 * What made a service.
 *
 * @param name the pack's name and version, for example {@code spring-boot@1}
 * @param pin what exactly it was; empty for a stack of hew's own, which hew's version tells
 * @param layers the packs that it consists of, the topmost first, where it is more than one; else none
 */
public record Provenance(String name, Optional<Pin> pin, List<Layer> layers) {
  public Provenance {
    layers = List.copyOf(layers);
  }

  /** A stack of hew's own that extends nothing. */
  public static Provenance of(String name) {
    return new Provenance(name, Optional.empty(), List.of());
  }

  /** The name of the layer that a template comes from. */
  public String layer(String template) {
    return layers.stream()
        .filter(layer -> layer.templates().contains(template))
        .map(Layer::name)
        .findFirst()
        .orElse(layers.isEmpty() ? name : layers.get(layers.size() - 1).name());
  }
}
