/** The door to the JDK's own compiler, used as a parser. */
package dev.hew.compiler;
