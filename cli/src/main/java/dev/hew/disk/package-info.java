/** The edge to the file system. */
package dev.hew.disk;
