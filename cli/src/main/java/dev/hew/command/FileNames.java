package dev.hew.command;

import dev.hew.flow.BrokenUse;
import dev.hew.flow.Placed;
import dev.hew.tree.RelPath;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/**
 * Names the files of a service as they are called from where hew was started, so that they can be opened from there.
 *
 * @param folder the service's folder, as the user gave it
 * @param start where hew was started, or what {@code -C} says
 */
record FileNames(Path folder, Path start) {
  String of(RelPath path) {
    return of(path.value());
  }

  String of(String path) {
    return Placed.named(path, folder, start);
  }

  List<String> of(Collection<RelPath> paths) {
    return paths.stream().map(this::of).toList();
  }

  BrokenUse of(BrokenUse use) {
    return use.named(this::of);
  }
}
