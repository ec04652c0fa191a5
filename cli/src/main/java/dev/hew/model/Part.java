package dev.hew.model;

/** Something that files are repeated for. */
public interface Part {
  /** The part of the contract that it was made of; stable when its name changes. */
  String pointer();
}
