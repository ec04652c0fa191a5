package dev.hew.resource;

import java.util.Optional;

/**
 * What the user says about the resource at a path.
 *
 * @param kept whether there is one at all
 * @param key the property that the path variable of an item stands for
 */
public record Correction(boolean kept, Optional<String> key) {}
