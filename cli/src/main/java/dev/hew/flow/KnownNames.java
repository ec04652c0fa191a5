package dev.hew.flow;

import dev.hew.lock.Lock;
import dev.hew.tree.RelPath;
import java.util.Map;
import java.util.TreeMap;

/** What the classes of a service are called since hew last wrote them. */
final class KnownNames {
  /** What stands in the name of a template that is filled once for each table. */
  private static final String REPOSITORY = "{table.repository}";

  private KnownNames() {}

  /** The types by the place of their schema, and what stores them by the pointer of its table: its file says it. */
  static Map<String, String> of(Lock lock) {
    Map<String, String> names = new TreeMap<>(lock.names());
    for (Lock.Entry entry : lock.entries()) {
      int split = entry.id().indexOf('#');
      String template = split < 0 ? "" : entry.id().substring(0, split);
      String file = template.substring(template.lastIndexOf('/') + 1);
      int at = file.indexOf(REPOSITORY);
      if (at >= 0) {
        String before = file.substring(0, at);
        String after = file.substring(at + REPOSITORY.length());
        RelPath path = entry.home().orElse(entry.path());
        String name = path.name();
        if (name.length() > before.length() + after.length()
            && name.startsWith(before)
            && name.endsWith(after)) {
          names.putIfAbsent(
              entry.id().substring(split + 1),
              name.substring(before.length(), name.length() - after.length()));
        }
      }
    }
    return names;
  }
}
