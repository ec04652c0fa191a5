/** Computes from a contract the requests that prove it and the answers that must come back. */
package dev.hew.cases;
