/** The edge to programs of this machine. */
package dev.hew.program;
