/** The command line: translates arguments, calls one flow, chooses an exit code. */
package dev.hew.command;
