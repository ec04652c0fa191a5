/** The OpenAPI contract as hew understands it, whatever version it was written in. */
package dev.hew.contract;
