package planted.dev.hew.disk;

/** Breaks no rule: an edge touches files. */
public final class InnocentDisk {
  java.nio.file.Files files;
  long now = System.nanoTime();
}
