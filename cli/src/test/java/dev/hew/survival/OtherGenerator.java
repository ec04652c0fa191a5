package dev.hew.survival;

import dev.hew.disk.Folder;
import dev.hew.tree.Content;
import dev.hew.tree.FileTree;
import dev.hew.tree.RelPath;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * OpenAPI Generator 7.25.0 with its Spring generator, as its documentation has it: {@code generate} into the same folder
 * again, and what it is to leave alone in {@code .openapi-generator-ignore}. It runs in this process, apart from hew's
 * own libraries.
 */
final class OtherGenerator implements AutoCloseable {
  private static final String MAIN = "org.openapitools.codegen.OpenAPIGenerator";
  static final RelPath IGNORE = RelPath.of(".openapi-generator-ignore");

  private final URLClassLoader classes;
  private final Method main;
  private final Path folder;

  /**
   * @param jar the command line's
   * @param folder where it writes, emptied each time
   */
  OtherGenerator(Path jar, Path folder) throws IOException, ReflectiveOperationException {
    this.classes =
        new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
    this.main = classes.loadClass(MAIN).getMethod("main", String[].class);
    this.folder = folder;
  }

  /** What it makes of a contract; nothing when it fails on it. */
  Optional<FileTree> made(String contract) {
    try {
      return Optional.of(regenerated(contract, FileTree.empty()));
    } catch (IllegalStateException refused) {
      return Optional.empty();
    }
  }

  /** What it makes of a contract in a folder that holds these files. */
  FileTree regenerated(String contract, FileTree there) {
    try {
      if (Files.exists(folder)) {
        for (RelPath path : Folder.read(folder).files().keySet()) {
          Files.delete(folder.resolve(path.value()));
        }
      }
      Path target = Files.createDirectories(folder.resolve("service"));
      for (var file : there.files().entrySet()) {
        Path path = target.resolve(file.getKey().value());
        Files.createDirectories(path.getParent());
        Files.write(path, file.getValue().bytes());
      }
      Path spec = Files.writeString(folder.resolve("contract.yaml"), contract);
      run(
          "generate",
          "-g",
          "spring",
          "-i",
          spec.toString(),
          "-o",
          target.toString(),
          "--additional-properties=hideGenerationTimestamp=true",
          "--skip-validate-spec");
      TreeMap<RelPath, Content> files = new TreeMap<>();
      Folder.read(target).files().forEach((path, content) -> files.put(path, content));
      return new FileTree(files);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void run(String... arguments) {
    Thread thread = Thread.currentThread();
    ClassLoader own = thread.getContextClassLoader();
    PrintStream out = System.out;
    PrintStream err = System.err;
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    try {
      thread.setContextClassLoader(classes);
      System.setOut(nowhere);
      System.setErr(nowhere);
      main.invoke(null, (Object) arguments);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(List.of(arguments).toString(), e);
    } finally {
      System.setOut(out);
      System.setErr(err);
      thread.setContextClassLoader(own);
    }
  }

  @Override
  public void close() throws IOException {
    classes.close();
  }
}
