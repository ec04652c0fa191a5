/** The edge to git repositories. */
package dev.hew.git;
