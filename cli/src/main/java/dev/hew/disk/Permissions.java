package dev.hew.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Whether a file can be executed, on systems that know. */
final class Permissions {
  private static final List<PosixFilePermission> EXECUTE = List.of(
      PosixFilePermission.OWNER_EXECUTE,
      PosixFilePermission.GROUP_EXECUTE,
      PosixFilePermission.OTHERS_EXECUTE);

  private Permissions() {}

  /** Whether the system tells files that can be executed from others. */
  static boolean areKept(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  static boolean isExecutable(Path file) throws IOException {
    return areKept(file)
        && Files.getPosixFilePermissions(file).contains(PosixFilePermission.OWNER_EXECUTE);
  }

  static void setExecutable(Path file, boolean executable) throws IOException {
    if (areKept(file) && isExecutable(file) != executable) {
      Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(file));
      if (executable) {
        permissions.addAll(EXECUTE);
      } else {
        permissions.removeAll(EXECUTE);
      }
      Files.setPosixFilePermissions(file, permissions);
    }
  }
}
