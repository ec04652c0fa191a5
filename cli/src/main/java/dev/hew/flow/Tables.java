package dev.hew.flow;

import dev.hew.disk.Folder;
import dev.hew.disk.GuardedFiles;
import dev.hew.lock.Lock;
import dev.hew.pack.Pack;
import dev.hew.storage.PastTables;
import dev.hew.storage.Table;
import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the database of a service is like: what hew makes of the contract that it last wrote. */
final class Tables {
  private static final String MIGRATION = "{migration.version}";
  private static final Pattern VERSION = Pattern.compile("V(\\d{1,9})(?:[._]\\d+)*__.*");

  private Tables() {}

  /**
   * The tables of the service that a lock remembers; none when it stored nothing, when it cannot be made again, and when
   * no migration of hew's is there: then the database is somebody else's.
   *
   * @param former what the lock remembers; empty when it cannot be made again
   */
  static List<Table> of(Optional<Former> former, Lock lock, Pack pack, Path folder)
      throws IOException {
    return isOurs(lock, pack, folder)
        ? former.map(f -> f.model().storage().tables()).orElse(List.of())
        : List.of();
  }

  /** Whether contract and manifest are what hew last wrote, so that the tables are too. */
  static boolean areSame(SpecInput input, Lock before, Path folder) throws IOException {
    FileTree written = before.written();
    return ContractFiles.of(input.contract())
            .toOptional()
            .filter(files -> files.files().entrySet().stream()
                .allMatch(f -> written.get(f.getKey()).equals(Optional.of(f.getValue()))))
            .isPresent()
        && GuardedFiles.read(folder, List.of(ServiceFolder.MANIFEST))
            .toOptional()
            .flatMap(files -> files.get(ServiceFolder.MANIFEST))
            .equals(written.get(ServiceFolder.MANIFEST));
  }

  /** Whether migrations of hew's are there. */
  static boolean isOurs(Lock lock, Pack pack, Path folder) throws IOException {
    for (String migrations : folders(pack)) {
      List<String> there = Folder.names(folder.resolve(migrations));
      for (Lock.Entry entry : lock.entries()) {
        if (entry.path().folder().equals(migrations)
            && there.contains(entry.path().name())) {
          return true;
        }
      }
    }
    return false;
  }

  /** Where the pack puts migrations. */
  private static List<String> folders(Pack pack) {
    return pack.files().files().keySet().stream()
        .filter(path -> path.name().contains(MIGRATION))
        .map(RelPath::folder)
        .distinct()
        .toList();
  }

  /** One more than the highest number of a migration that is there, whoever wrote it. */
  static int nextMigration(Pack pack, Path folder) throws IOException {
    int highest = 0;
    for (String migrations : folders(pack)) {
      for (String name : Folder.names(folder.resolve(migrations))) {
        Matcher version = VERSION.matcher(name);
        if (version.matches()) {
          highest = Math.max(highest, Integer.parseInt(version.group(1)));
        }
      }
    }
    return highest + 1;
  }

  /** What the migrations that are there have left in the database, as far as they can be read. */
  static PastTables past(Pack pack, Path folder) throws IOException {
    TreeMap<Version, RelPath> migrations = new TreeMap<>();
    for (String place : folders(pack)) {
      for (String name : Folder.names(folder.resolve(place))) {
        Matcher version = VERSION.matcher(name);
        if (version.matches() && name.endsWith(".sql")) {
          migrations.put(
              new Version(Integer.parseInt(version.group(1)), name),
              RelPath.of(place + "/" + name));
        }
      }
    }
    FileTree files =
        GuardedFiles.read(folder, migrations.values()).toOptional().orElse(FileTree.empty());
    return PastTables.of(migrations.values().stream()
        .flatMap(path -> files.get(path).stream())
        .map(Content::text)
        .toList());
  }

  /** The order in which migrations run; those that share a first number run by the rest of their names. */
  private record Version(int number, String name) implements Comparable<Version> {
    @Override
    public int compareTo(Version other) {
      return number != other.number
          ? Integer.compare(number, other.number)
          : name.compareTo(other.name);
    }
  }
}
