package dev.hew.contract;

import dev.hew.yaml.Node;
import java.util.List;
import java.util.Optional;

/** A header of a response or of a part of a form body. */
public record Header(
    Place place,
    String name,
    boolean required,
    boolean deprecated,
    boolean explode,
    Optional<String> description,
    Schema schema,
    Optional<String> content,
    List<Node> examples) {}
