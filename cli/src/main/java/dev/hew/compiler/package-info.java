/** The door to the JDK's own compiler, which reads Java texts and says what is wrong with them. */
package dev.hew.compiler;
