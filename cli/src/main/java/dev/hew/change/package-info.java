/** Compares what hew wants with what it last wrote, on one side, and what lies on the disk, on the other. */
package dev.hew.change;
