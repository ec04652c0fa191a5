package planted.dev.hew.contract;

/** Breaks the rule {@code world}. */
public final class ContractReadsFile {
  boolean forbidden() {
    return java.nio.file.Files.exists(java.nio.file.Path.of("x"));
  }
}
