/** Merges one text that its owner and hew have both changed. */
package dev.hew.merge;
