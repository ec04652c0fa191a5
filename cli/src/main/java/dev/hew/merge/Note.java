package dev.hew.merge;

/** Something that a merge decided and its owner should know, in words. */
public record Note(String text) {}
