package dev.hew.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Who may do what with a file, on systems that know. */
final class Permissions {
  /** Who may execute a file, by who may read it. */
  private static final Map<PosixFilePermission, PosixFilePermission> EXECUTE = Map.of(
      PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_EXECUTE,
      PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_EXECUTE,
      PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_EXECUTE);

  private Permissions() {}

  /** Whether the system tells files that can be executed from others. */
  static boolean areKept(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  static boolean isExecutable(Path file) throws IOException {
    return areKept(file)
        && Files.getPosixFilePermissions(file).contains(PosixFilePermission.OWNER_EXECUTE);
  }

  /** Lets a file be read, written and executed by the same people as another, but for whether it is executable at all. */
  static void takeOver(Path from, Path file) throws IOException {
    if (areKept(file)) {
      boolean executable = isExecutable(file);
      Files.setPosixFilePermissions(file, Files.getPosixFilePermissions(from));
      setExecutable(file, executable);
    }
  }

  /** Leaves a folder to its owner alone. */
  static void closeToOthers(Path folder) throws IOException {
    if (areKept(folder)) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  /** Whoever may read a file may execute it, or nobody may. */
  static void setExecutable(Path file, boolean executable) throws IOException {
    if (areKept(file) && isExecutable(file) != executable) {
      Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(file));
      if (executable) {
        EXECUTE.forEach((read, execute) -> {
          if (permissions.contains(read)) {
            permissions.add(execute);
          }
        });
      } else {
        permissions.removeAll(EXECUTE.values());
      }
      Files.setPosixFilePermissions(file, permissions);
    }
  }
}
