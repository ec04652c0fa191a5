package dev.hew.resource;

import dev.hew.report.Position;
import java.util.Optional;

/**
 * What the user says about the resource at a path.
 *
 * @param position where it is said
 * @param kept whether there is one at all
 * @param key the property that the path variable of an item stands for
 */
public record Correction(Position position, boolean kept, Optional<String> key) {}
