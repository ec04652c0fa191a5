package dev.hew.flow;

import dev.hew.lock.Lock;
import dev.hew.lock.LockReader;
import dev.hew.tree.RelPath;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the classes of a service are called since hew last wrote them. */
final class KnownNames {
  /** What stands in the names of templates that are filled once for each table, or for each group of operations. */
  private static final List<String> NAMES = List.of("{table.repository}", "{api.name}");

  private KnownNames() {}

  /**
   * The types by the place of their schema, and what stores them or serves operations by the pointer of its table or
   * tag: its file says it.
   */
  static Map<String, String> of(Lock lock) {
    Map<String, String> names = new TreeMap<>(lock.names());
    for (Lock.Entry entry : lock.entries()) {
      int split = entry.id().indexOf('#');
      String template = split < 0 ? "" : entry.id().substring(0, split);
      String file = template.substring(template.lastIndexOf('/') + 1);
      for (String placeholder : NAMES) {
        int at = file.indexOf(placeholder);
        if (at < 0) {
          continue;
        }
        String before = file.substring(0, at);
        String after = file.substring(at + placeholder.length());
        RelPath path = entry.home().orElse(entry.path());
        String name = path.name();
        if (name.length() > before.length() + after.length()
            && name.startsWith(before)
            && name.endsWith(after)) {
          String type = name.substring(before.length(), name.length() - after.length());
          if (LockReader.isTypeName(type)) {
            names.putIfAbsent(entry.id().substring(split + 1), type);
          }
        }
      }
    }
    return names;
  }
}
