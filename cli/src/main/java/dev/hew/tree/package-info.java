/** Files in memory: bytes under normalised relative paths. */
package dev.hew.tree;
