/** The map as one HTML page that needs nothing else. */
package dev.hew.split.page;
