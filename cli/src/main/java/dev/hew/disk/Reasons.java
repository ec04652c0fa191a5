package dev.hew.disk;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Says in words why the system refused something: the exceptions of files often name the file alone. */
public final class Reasons {
  private Reasons() {}

  public static String of(IOException failure) {
    if (failure instanceof AccessDeniedException denied) {
      return "no permission for `" + denied.getFile() + "`";
    }
    if (failure instanceof NoSuchFileException missing) {
      return "there is no `" + missing.getFile() + "`";
    }
    if (failure instanceof FileAlreadyExistsException there) {
      return "`" + there.getFile() + "` is in the way";
    }
    if (failure instanceof NotDirectoryException file) {
      return "`" + file.getFile() + "` is no folder";
    }
    if (failure instanceof FileSystemException other && other.getReason() != null) {
      return other.getReason() + ": `" + other.getFile() + "`";
    }
    return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
  }
}
