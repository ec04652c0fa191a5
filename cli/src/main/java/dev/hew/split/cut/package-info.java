/** What it costs to take classes out of a code base. */
package dev.hew.split.cut;
