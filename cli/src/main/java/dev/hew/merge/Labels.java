package dev.hew.merge;

/** What stands beside the three parts of a conflict. */
public record Labels(String ours, String base, String theirs) {}
