/** The edit-survival benchmark: what becomes of edits to a service when its contract changes. */
package dev.hew.survival;
