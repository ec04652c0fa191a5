package dev.hew.schema;

/** Where in what a schema allows a value lies. */
public enum Edge {
  /** Anywhere. */
  NONE,
  /** Only what is required. */
  LEAST,
  /** At each lower bound: the smallest numbers, the shortest texts and lists. */
  LOW,
  /** At each upper bound. */
  HIGH,
  /** Null wherever it is allowed. */
  NULL
}
