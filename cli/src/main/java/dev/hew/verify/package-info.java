/** Sends a contract's cases to a server and judges its answers. */
package dev.hew.verify;
