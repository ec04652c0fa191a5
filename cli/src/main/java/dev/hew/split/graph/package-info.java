/** Facts as a weighted graph, and the communities in it. */
package dev.hew.split.graph;
