/** What a code base says of itself: classes, their uses of each other, tables, routes, templates, history. */
package dev.hew.split.facts;
