/** Turns Markdown into documentation comments. */
package dev.hew.markdown;
