package dev.hew.pack;

import dev.hew.tree.Content;
import dev.hew.tree.RelPath;

/**
 * A file that a pack wants in the service.
 *
 * @param id the template with the item it was repeated for: {@code <template>#<pointer>}; stable when the path changes
 */
public record Wanted(String id, RelPath path, Owner owner, Content content) {}
