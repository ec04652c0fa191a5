package dev.hew.storage;

/** Why something that looks like a resource is not stored; caught where the next one is tried. */
final class Unkept extends RuntimeException {
  private static final long serialVersionUID = 1;

  Unkept(String reason) {
    super(reason, null, false, false);
  }
}
