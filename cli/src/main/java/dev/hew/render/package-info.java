/** Fills templates: the one door to FreeMarker, together with the line layout that follows it. */
package dev.hew.render;
