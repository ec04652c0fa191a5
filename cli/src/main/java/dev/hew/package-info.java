/** Where hew starts and ends. */
package dev.hew;
